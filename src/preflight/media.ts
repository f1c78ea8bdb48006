/** Owns the facts of video and sound, taken from the packets themselves and never from a header's word. */
import { latin1 } from './bytes.ts';
import { isCutShort } from './container-end.ts';
import { finding } from './findings.ts';
import { flacFacts } from './flac.ts';
import type { Inspection, Subject } from './inspect.ts';
import type { FileFacts, Finding } from './report.ts';
import { framesCut } from './stream-end.ts';
import { sliceOf, type ByteSource } from './sources.ts';
import { walkableBytes } from './matroska-walk.ts';
import { waveOf } from './wave.ts';
import { countsTooMuch, externalMovie } from './movie-boxes.ts';

/** Containers the reader does not know; browsers mostly do not play them either. */
const unread = new Set(['avi', 'mpeg', 'flv', 'wmv', 'midi', 'aiff']);

/** Durations in seconds, sample rates in Hz. What cannot play is rejected, but warned of only beside the work. */
export async function inspectMedia(subject: Subject): Promise<Inspection> {
  const { name, kind, source, role } = subject;
  const where = { where: { file: name } };
  if (unread.has(kind.id))
    return { facts: {}, findings: [finding('type.no-preview', { name, kind: kind.label }, where)] };
  const facts: FileFacts = {};
  const findings: Finding[] = [];
  const damaged = (detail?: string) =>
    finding(
      'video.corrupt',
      { name, main: role !== 'supplementary', detail },
      { ...where, severity: role === 'supplementary' ? 'warning' : 'reject' },
    );
  if (['mp4', 'mov', 'm4a', '3gp'].includes(kind.id) && (await externalMovie(source))) {
    return { facts, findings: [finding('video.external-reference', { name }, where)] };
  }
  if (['mp4', 'mov', 'm4a', '3gp'].includes(kind.id) && (await countsTooMuch(source)))
    return { facts, findings: [damaged()] };
  if (await isCutShort(kind.id, source)) return { facts, findings: [damaged('its end is missing')] };
  if (kind.id === 'flac') {
    const flac = await flacFacts(source);
    if (!flac) return { facts, findings: [damaged('its end is missing')] };
    const { whole, channels, sampleRate } = flac;
    const duration = Math.round(flac.duration * 1000) / 1000;
    const said = role === 'video' ? [finding('video.no-picture', { name }, where)] : [];
    if (!whole) said.push(finding('video.corrupt', { name, main: false }, { ...where, severity: 'warning' }));
    return {
      facts: { duration, channels, sampleRate, hasAudio: true, captions: false, audioCodec: 'flac' },
      findings: said,
    };
  }
  if (await framesCut(kind.id, source)) {
    // What is there still plays, so that people can judge it.
    const facts = { name, main: false, detail: 'its end is missing' };
    findings.push(finding('video.corrupt', facts, { ...where, severity: 'warning' }));
  }
  const unusual = (what: string) => finding('type.no-preview', { name, kind: what }, where);
  if (kind.id === 'wav') {
    const wave = await waveOf(source);
    const { channels = 0, sampleRate = 0, seconds = null } = wave ?? {};
    if (channels === 0 || sampleRate === 0) return { facts, findings: [damaged()] };
    const known = { duration: seconds, hasAudio: true, channels, sampleRate };
    if (!wave?.plain) return { facts: known, findings: [unusual('a WAV recording of an unusual kind')] };
    if (wave.unended) {
      const odd = { name, main: false, detail: 'its length was never written' };
      return { facts: known, findings: [finding('video.corrupt', odd, { ...where, severity: 'warning' })] };
    }
  }
  const inOgg = kind.id === 'ogg' ? await unreadInOgg(source) : null;
  if (inOgg) return { facts, findings: [...findings, unusual(`${inOgg} in an Ogg file`)] };
  if (kind.id === 'mpegts') findings.push(unusual(kind.label));
  const readable = ['webm', 'mkv'].includes(kind.id) ? await walkableBytes(source) : source.size;
  if (readable === null) return { facts, findings: [damaged()] };
  const { Input, CustomSource, MP4, QTFF, MATROSKA, WEBM, MP3, WAVE, OGG, ADTS, MPEG_TS } = await import(
    'mediabunny'
  );
  const formats = [MP4, QTFF, MATROSKA, WEBM, MP3, WAVE, OGG, ADTS, MPEG_TS];
  const input = new Input({ formats, source: new CustomSource(readingOf(sliceOf(source, 0, readable))) });
  try {
    const tracks = await input.getTracks();
    const video = tracks.find((track) => track.isVideoTrack());
    const audio = tracks.find((track) => track.isAudioTrack());
    if (!video && !audio) return { facts, findings: [damaged('nothing to play')] };
    const seconds = await input.computeDuration();
    facts.duration = Number.isFinite(seconds) ? Math.round(seconds * 1000) / 1000 : null;
    facts.hasAudio = audio !== undefined;
    facts.captions = tracks.some((track) => (track.type as string) === 'subtitle');
    if (audio && audio.isAudioTrack()) {
      Object.assign(facts, {
        audioCodec: await audio.getCodec(),
        channels: await audio.getNumberOfChannels(),
        sampleRate: await audio.getSampleRate(),
      });
    }
    if (video && video.isVideoTrack()) {
      const codec = await video.getCodec();
      const width = await video.getDisplayWidth();
      const height = await video.getDisplayHeight();
      const stats = await video.computePacketStats(200);
      Object.assign(facts, {
        codec,
        width,
        height,
        rotation: await video.getRotation(),
        frameRate: rounded(stats.averagePacketRate),
      });
      findings.push(
        ...videoFindings(name, {
          codec,
          string: await video.getCodecParameterString(),
          width,
          height,
          seconds,
          packets: stats.packetCount,
        }),
      );
    } else if (role === 'video' || kind.id === 'mp4') {
      findings.push(finding('video.no-picture', { name }, where));
    }
    if (!video && kind.id === 'ogg' && (await hasTheora(source))) {
      facts.codec = 'theora';
      findings.push(finding('video.codec', { name, codec: 'Theora' }, where));
    }
    if (!(seconds > 0)) findings.push(damaged('nothing to play'));
    return { facts, findings };
  } catch {
    return { facts, findings: [damaged()] };
  } finally {
    input.dispose();
  }
}

/** The reader knows the sound of Ogg and not its picture (Theora specification, 6.2: the first header). */
async function hasTheora(source: ByteSource): Promise<boolean> {
  return latin1(await source.read(0, Math.min(4096, source.size)), 0, 4096).includes('theora');
}

/** What stands in an Ogg file that the reader knows nothing in; each stream names itself on the first pages. */
async function unreadInOgg(source: ByteSource): Promise<string | null> {
  const head = latin1(await source.read(0, Math.min(4096, source.size)), 0, 4096);
  if (/\x01vorbis|OpusHead/.test(head)) return null;
  const known = (
    [
      ['\x7fFLAC', 'FLAC'],
      ['Speex   ', 'Speex'],
      ['theora', 'Theora'],
    ] as const
  ).find(([mark]) => head.includes(mark));
  return known?.[1] ?? null;
}

type Video = {
  codec: string | null;
  string: string | null;
  width: number;
  height: number;
  seconds: number;
  packets: number;
};

function videoFindings(name: string, video: Video): Finding[] {
  const where = { where: { file: name } };
  const found: Finding[] = [];
  const tenBit = /^avc1\.6e|^avc1\.7a|^vp09\.\d\d\.\d\d\.1[02]|^av01\.\d\.\d\d[MH]\.10/i.test(
    video.string ?? '',
  );
  if (video.codec === null || ['hevc', 'prores'].includes(video.codec) || tenBit) {
    found.push(
      finding(
        'video.codec',
        { name, codec: tenBit ? `${video.codec} with 10 bits` : (video.codec ?? 'an unknown codec') },
        where,
      ),
    );
  }
  if (video.codec === 'av1') found.push(finding('video.codec', { name, codec: 'AV1' }, where));
  const { width, height } = video;
  if (width > 8192 || height > 8192 || width * height > 36_000_000)
    found.push(finding('video.too-large-frame', { name, width, height }, where));
  if (video.packets <= 1 || video.seconds < 0.2)
    found.push(finding('video.too-short', { name, seconds: video.seconds }, where));
  return found;
}

function readingOf(source: ByteSource) {
  return {
    getSize: () => source.size,
    read: (start: number, end: number) => source.read(start, end),
    maxCacheSize: 8 * 1024 * 1024,
    prefetchProfile: 'fileSystem' as const,
    handleUnhandledError: () => {},
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;
