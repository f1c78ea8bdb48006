/**
 * Owns the facts of a FLAC file, read from its first block and held against its last frame (RFC 9639, 8.2 and 9.1). By
 * ourselves, since the reader of the other kinds waits for ever where a first frame is not as it expects.
 */
import { at } from './bytes.ts';
import type { ByteSource } from './sources.ts';

/** `whole` says that the first frame stands where it should; players skip what they cannot read. */
export type FlacFacts = { duration: number; channels: number; sampleRate: number; whole: boolean };
type Frame = { begins: number; samples: number };

/** Null where frames are missing: the last ends well before the stated number of samples, or there is none. */
export async function flacFacts(source: ByteSource): Promise<FlacFacts | null> {
  const head = await source.read(0, Math.min(42, source.size));
  if (head.length < 42 || !at(head, 0, 'fLaC')) return null;
  const largest = head[10]! * 256 + head[11]!;
  const sampleRate = head[18]! * 4096 + head[19]! * 16 + (head[20]! >> 4);
  const channels = ((head[20]! >> 1) & 7) + 1;
  const promised =
    (head[21]! & 15) * 2 ** 32 + (head[22]! * 2 ** 24 + head[23]! * 65_536 + head[24]! * 256 + head[25]!);
  const last = await lastFrame(source, largest);
  if (last === null || sampleRate === 0) return null;
  // Zero says "unknown", as live recordings do.
  if (promised > 0 && largest > 0 && last.begins + largest * 2 < promised) return null;
  const samples = promised || last.begins + last.samples;
  return { duration: samples / sampleRate, channels, sampleRate, whole: await beginsWhole(source, largest) };
}

async function beginsWhole(source: ByteSource, largest: number): Promise<boolean> {
  let next = 4;
  for (let blocks = 0, more = true; more && blocks < 1_000; blocks++) {
    const header = await source.read(next, Math.min(next + 4, source.size));
    if (header.length < 4) return false;
    more = header[0]! < 0x80;
    next += 4 + header[1]! * 65_536 + header[2]! * 256 + header[3]!;
  }
  const frame = await source.read(next, Math.min(next + 32, source.size));
  return frameAt(frame, 0, largest) !== null;
}

async function lastFrame(source: ByteSource, largest: number): Promise<Frame | null> {
  const tail = await source.read(Math.max(42, source.size - 300_000), source.size);
  for (let i = tail.lastIndexOf(0xff); i >= 0; i = i === 0 ? -1 : tail.lastIndexOf(0xff, i - 1)) {
    const frame = frameAt(tail, i, largest);
    if (frame !== null) return frame;
  }
  return null;
}

/** The frame whose header stands here; null where none does, by its checksum. */
function frameAt(bytes: Uint8Array, start: number, blockSize: number): Frame | null {
  if ((bytes[start + 1]! & 0xfe) !== 0xf8) return null;
  const variable = (bytes[start + 1]! & 1) === 1;
  const lead = bytes[start + 4] ?? 0xff;
  const length = lead < 0x80 ? 1 : Math.clz32(~(lead << 24));
  if (length > 7 || (lead >= 0x80 && length < 2)) return null;
  let number = length === 1 ? lead : lead & (0x7f >> length);
  for (let i = 1; i < length; i++) number = number * 64 + ((bytes[start + 4 + i] ?? 0) & 0x3f);
  const sizeCode = bytes[start + 2]! >> 4;
  const rateCode = bytes[start + 2]! & 15;
  const extra = (sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0) + (rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0);
  const end = start + 4 + length + extra;
  if (end >= bytes.length || crc8(bytes, start, end) !== bytes[end]) return null;
  const field = (at: number) => bytes[at] ?? 0;
  const stated =
    sizeCode === 6 ? field(start + 4 + length) : field(start + 4 + length) * 256 + field(start + 5 + length);
  const samples =
    sizeCode === 6 || sizeCode === 7
      ? stated + 1
      : sizeCode === 1
        ? 192
        : sizeCode < 6
          ? 144 * 2 ** sizeCode
          : 2 ** sizeCode;
  return { begins: variable ? number : number * blockSize, samples };
}

function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  for (let i = from; i < to; i++) {
    crc ^= bytes[i]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
  }
  return crc;
}
