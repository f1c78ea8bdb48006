/** Owns the films and sounds of the manifest, whole, cut and odd. */
import { film, wav } from '#app/preflight/corpus/media.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { text, work, type Case } from './case.ts';

const pdf = madePdf(['About the sea.']);
const mp4 = await film({ seconds: 4, sound: true });
const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share));
const webm = await film({ seconds: 3, container: 'webm', codec: 'vp9' });
/** A reader that looks for the next part of this one would look for ever. */
const torn = Buffer.concat([webm.subarray(0, 0xa0), text('<svg>'.repeat(99)), webm.subarray(0xa0)]);

/** The same movie with other bytes so many places behind the name of a box. */
const changed = (movie: Uint8Array, box: string, after: number, bytes: number[]) => {
  const copy = movie.slice();
  copy.set(bytes, Buffer.from(movie).indexOf(box) + after);
  return copy;
};
const wavOf = (format: number, more: Partial<{ channels: number; data: number }> = {}) => {
  const bytes = wav(2);
  const view = new DataView(bytes.buffer);
  view.setUint16(20, format, true);
  view.setUint16(22, more.channels ?? 1, true);
  if (more.data !== undefined) view.setUint32(40, more.data, true);
  return bytes;
};
/** The first page of an Ogg stream and a last one, with this packet. */
const oggOf = (packet: string) =>
  Buffer.concat([
    Buffer.from(`OggS\0\u0002${'\0'.repeat(20)}\u0001`, 'latin1'),
    Buffer.from([packet.length]),
    text(packet),
  ]);
const matroska = [0x1a, 0x45, 0xdf, 0xa3, 0x80];
const segments = Array.from({ length: 5_000 }, () => [
  0x18,
  0x53,
  0x80,
  0x67,
  1,
  ...Array<number>(7).fill(255),
]);

export const films: Case[] = [
  work(
    'a film whose pieces would lie behind its end',
    [{ name: 'Sea.mp4', bytes: changed(mp4, 'stco', 12, [0x7f, 0, 0, 0]) }],
    'reject',
    'video.corrupt',
  ),
  work(
    'a film with a table that goes on behind its own end',
    [{ name: 'Sea.mp4', bytes: changed(mp4, 'stsc', 8, [0, 0, 0, 129]) }],
    'reject',
    'video.corrupt',
  ),
  work(
    'a Matroska film that begins again and again',
    [{ name: 'Sea.mkv', bytes: Uint8Array.from([...matroska, ...segments.flat()]) }],
    'reject',
    'video.corrupt',
  ),
  ...[2, 0x11, 0x55].map((format) =>
    work(
      `a WAV recording of kind ${format}`,
      [{ name: 'Sea.wav', bytes: wavOf(format) }],
      'accept-with-warning',
      'type.no-preview',
    ),
  ),
  work(
    'a WAV recording whose recorder died',
    [{ name: 'Sea.wav', bytes: wavOf(1, { data: 0 }) }],
    'accept-with-warning',
    'video.corrupt',
  ),
  work(
    'a WAV recording without channels',
    [{ name: 'Sea.wav', bytes: wavOf(1, { channels: 0 }) }],
    'reject',
    'video.corrupt',
  ),
  ...['\x7fFLAC', 'Speex   ', '\x80theora'].map((packet) =>
    work(
      `an Ogg file that holds ${packet.replace(/\W/g, '')}`,
      [{ name: 'Sea.oga', bytes: oggOf(packet) }],
      'accept-with-warning',
      'type.no-preview',
    ),
  ),

  work('a webm torn open and filled', [{ name: 'Sea.webm', bytes: torn }], 'reject', 'video.corrupt'),
  work('a webm whole', [{ name: 'Sea.webm', bytes: webm }], 'accept'),
  ...[0.3, 0.6, 0.9].map((share) =>
    work(`a film cut at ${share}`, [{ name: 'Sea.mp4', bytes: cut(mp4, share) }], 'reject', 'video.corrupt'),
  ),
  ...[0.3, 0.6, 0.9].map((share) =>
    work(
      `a webm cut at ${share}`,
      [{ name: 'Sea.webm', bytes: cut(webm, share) }],
      'reject',
      'video.corrupt',
    ),
  ),
  ...[0.3, 0.6].map((share) =>
    work(
      `a sound cut at ${share}`,
      [{ name: 'Sea.wav', bytes: cut(wav(1), share) }],
      'reject',
      'video.corrupt',
    ),
  ),
  work(
    'a film of AV1',
    [{ name: 'Sea.webm', bytes: await film({ seconds: 3, codec: 'av1', container: 'webm' }) }],
    'accept-with-warning',
    'video.codec',
  ),
  work(
    'a film of one frame',
    [{ name: 'Sea.mp4', bytes: await film({ seconds: 0.1, perSecond: 10 }) }],
    'accept-with-warning',
    'video.too-short',
  ),
  work(
    'a film without picture',
    [
      { name: 'Sea_video.mp4', bytes: await film({ seconds: 3, picture: false }) },
      { name: 'Sea_description.pdf', bytes: pdf },
    ],
    'accept-with-warning',
    'video.no-picture',
  ),
  work(
    'a film as wide as a wall',
    [{ name: 'Sea.mp4', bytes: await film({ seconds: 3, size: [9000, 100] }) }],
    'accept-with-warning',
    'video.too-large-frame',
  ),
  work(
    'a list of films',
    [{ name: 'Sea.m3u8', bytes: text('#EXTM3U\nhttps://example.org/a.ts\n') }],
    'accept-with-warning',
    'video.external-reference',
  ),
  ...(await Promise.all(
    [59.9, 60, 60.1].map(async (seconds) =>
      work(
        `a video of ${seconds} s`,
        [
          { name: 'Sea_video.mp4', bytes: await film({ seconds, perSecond: 10 }) },
          { name: 'Sea_description.pdf', bytes: pdf },
        ],
        'accept',
      ),
    ),
  )),
];
