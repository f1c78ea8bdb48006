/**
 * A sound without its tags and with ours: only the parts that hold samples are taken over. Null where it is of no kind
 * that can be taken apart, or not whole. Sources: RIFF, RFC 9639 (FLAC), ISO 11172-3 and ID3 2.4 (MP3).
 */
import { at, joined, u32be, u32le } from '#app/preflight/bytes.ts';

export interface Tags {
  title: string;
  artist: string;
  copyright: string;
  xmp: string;
}

export interface BareSound {
  ending: 'wav' | 'flac' | 'mp3';
  mime: string;
  bytes: Uint8Array;
}

export function bareSoundOf(bytes: Uint8Array, tags: Tags): BareSound | null {
  const wave = bareWave(bytes, tags);
  if (wave) return { ending: 'wav', mime: 'audio/wav', bytes: wave };
  const untagged = bytes.subarray(afterId3(bytes));
  const flac = bareFlac(untagged, tags);
  if (flac) return { ending: 'flac', mime: 'audio/flac', bytes: flac };
  const mp3 = bareMp3(untagged, tags);
  return mp3 && { ending: 'mp3', mime: 'audio/mpeg', bytes: mp3 };
}

function bareWave(bytes: Uint8Array, { title, artist, copyright, xmp }: Tags): Uint8Array | null {
  if (!at(bytes, 0, 'RIFF') || !at(bytes, 8, 'WAVE')) return null;
  const parts: Uint8Array[] = [];
  for (let here = 12; here + 8 <= bytes.length; ) {
    const size = u32le(bytes, here + 4);
    const body = bytes.subarray(here + 8, here + 8 + size);
    if (at(bytes, here, 'fmt ')) parts.push(chunk('fmt ', body));
    if (at(bytes, here, 'data')) parts.push(chunk('data', body));
    here += 8 + size + (size & 1);
  }
  if (parts.length !== 2) return null;
  const said = [chunk('INAM', ended(title)), chunk('IART', ended(artist)), chunk('ICOP', ended(copyright))];
  const all = [...parts, chunk('LIST', joined([utf8('INFO'), ...said])), chunk('_PMX', utf8(xmp))];
  return chunk('RIFF', joined([utf8('WAVE'), ...all]));
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const head = new Uint8Array(8);
  head.set(utf8(name));
  new DataView(head.buffer).setUint32(4, body.length, true);
  return joined([head, body, new Uint8Array(body.length & 1)]);
}

/** Of its blocks only the description of the stream stays; comments, pictures and the blocks of programs go. */
function bareFlac(bytes: Uint8Array, { title, artist, copyright }: Tags): Uint8Array | null {
  if (!at(bytes, 0, 'fLaC')) return null;
  let stream: Uint8Array | null = null;
  let here = 4;
  for (let last = false; !last; ) {
    if (here + 4 > bytes.length) return null;
    const head = u32be(bytes, here);
    const size = head & 0xffffff;
    last = head >>> 31 === 1;
    if (((head >>> 24) & 0x7f) === 0) stream = bytes.subarray(here + 4, here + 4 + size);
    here += 4 + size;
  }
  if (stream?.length !== 34) return null;
  const said = [`TITLE=${title}`, `ARTIST=${artist}`, `COPYRIGHT=${copyright}`].map(utf8);
  const comment = joined([
    number(0),
    number(said.length),
    ...said.flatMap((one) => [number(one.length), one]),
  ]);
  const blocks = [block(0, stream, false), block(4, comment, true)];
  return joined([utf8('fLaC'), ...blocks, bytes.subarray(here, beforeId3v1(bytes))]);
}

function block(type: number, body: Uint8Array, last: boolean): Uint8Array {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, ((last ? 0x80 : 0) | type) * 0x1000000 + body.length);
  return joined([head, body]);
}

const number = (value: number) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

/** Frame by frame: whatever stands between, before or behind the frames is left out. */
function bareMp3(bytes: Uint8Array, tags: Tags): Uint8Array | null {
  const frames: Uint8Array[] = [];
  const to = beforeId3v1(bytes);
  let heard = 0;
  for (let here = 0; here + 4 <= to; ) {
    const size = frameSize(u32be(bytes, here));
    // A frame is believed where another follows it, or the end.
    const next = here + size;
    if (size > 0 && next <= to && (next + 4 > to || frameSize(u32be(bytes, next)) > 0)) {
      frames.push(bytes.subarray(here, next));
      heard += size;
      here = next;
    } else here += 1;
  }
  // What is mostly something else is no recording, and none that was searched byte by byte for long.
  return frames.length > 0 && heard * 2 > to ? joined([id3(tags), ...frames]) : null;
}

/** 0 where this is no head of a frame of layer III. */
function frameSize(head: number): number {
  if (head >>> 21 !== 0x7ff) return 0;
  const version = (head >>> 19) & 3;
  const layer = (head >>> 17) & 3;
  const rate = (head >>> 12) & 15;
  const sampling = (head >>> 10) & 3;
  if (version === 1 || layer !== 1 || rate === 0 || rate === 15 || sampling === 3) return 0;
  const first = version === 3;
  const bits = (first ? ratesOne : ratesTwo)[rate - 1]! * 1000;
  const perSecond = [44_100, 48_000, 32_000][sampling]! / (first ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((first ? 144 : 72) * bits) / perSecond) + ((head >>> 9) & 1);
}

const ratesOne = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const ratesTwo = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

function id3({ title, artist, copyright, xmp }: Tags): Uint8Array {
  const text = (name: string, words: string) => frame(name, joined([Uint8Array.of(3), utf8(words)]));
  const packet = frame('PRIV', joined([utf8('XMP\0'), utf8(xmp)]));
  const frames = joined([text('TIT2', title), text('TPE1', artist), text('TCOP', copyright), packet]);
  return joined([utf8('ID3'), Uint8Array.of(4, 0, 0, ...sevenBits(frames.length)), frames]);
}

const frame = (name: string, body: Uint8Array) =>
  joined([utf8(name), Uint8Array.of(...sevenBits(body.length), 0, 0), body]);

const sevenBits = (size: number) => [21, 14, 7, 0].map((shift) => (size >>> shift) & 0x7f);

function afterId3(bytes: Uint8Array): number {
  if (!at(bytes, 0, 'ID3')) return 0;
  const size = [6, 7, 8, 9].reduce((sum, here) => sum * 128 + (bytes[here]! & 0x7f), 0);
  return 10 + size + (bytes[5]! & 0x10 ? 10 : 0);
}

const beforeId3v1 = (bytes: Uint8Array) =>
  at(bytes, bytes.length - 128, 'TAG') ? bytes.length - 128 : bytes.length;

const utf8 = (text: string) => new TextEncoder().encode(text);
const ended = (text: string) => utf8(`${text}\0`);
