/** Owns the question whether all the samples that a FLAC file promises are there (RFC 9639, 8.2 and 9.1). */
import { at } from './bytes.ts';
import type { ByteSource } from './sources.ts';

/** True when the last frame ends well before the stated number of samples, or when there is no frame at all. */
export async function framesMissing(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(42, source.size));
  if (head.length < 42 || !at(head, 0, 'fLaC')) return true;
  const largest = head[10]! * 256 + head[11]!;
  const promised =
    (head[21]! & 15) * 2 ** 32 + (head[22]! * 2 ** 24 + head[23]! * 65_536 + head[24]! * 256 + head[25]!);
  // Zero says "unknown", as live recordings do.
  if (promised === 0 || largest === 0) return false;
  const tail = await source.read(Math.max(0, source.size - 300_000), source.size);
  for (let i = tail.lastIndexOf(0xff); i >= 0; i = i === 0 ? -1 : tail.lastIndexOf(0xff, i - 1)) {
    const begins = frameAt(tail, i, largest);
    if (begins !== null) return begins + largest * 2 < promised;
  }
  return true;
}

/** The first sample of the frame whose header stands here; null where none does, by its checksum. */
function frameAt(bytes: Uint8Array, start: number, blockSize: number): number | null {
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
  return variable ? number : number * blockSize;
}

function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  for (let i = from; i < to; i++) {
    crc ^= bytes[i]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
  }
  return crc;
}
