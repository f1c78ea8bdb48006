/** Owns the question whether a film or sound is all there, by what its outermost parts state. */
import { at, latin1, u32be, u32le, u64be } from './bytes.ts';
import type { ByteSource } from './sources.ts';

/** True when a part claims to reach beyond the end of the file. Live recordings that state no length pass. */
export async function isCutShort(kind: string, source: ByteSource): Promise<boolean> {
  if (['mp4', 'mov', 'm4a', '3gp'].includes(kind)) return boxesCut(source);
  if (kind === 'webm' || kind === 'mkv') return segmentCut(source);
  if (kind === 'ogg') return pageCut(source);
  return kind === 'wav' ? dataCut(source) : false;
}

async function boxesCut(source: ByteSource): Promise<boolean> {
  for (let offset = 0, boxes = 0; offset < source.size && boxes < 10_000; boxes++) {
    const header = await source.read(offset, Math.min(offset + 16, source.size));
    if (header.length < 8) return false;
    const stated = u32be(header, 0);
    const size = stated === 1 ? u64be(header, 8) : stated === 0 ? source.size - offset : stated;
    // Some cameras leave a few loose bytes at the end, which are no box.
    if (size < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(latin1(header, 4, 8))) return false;
    if (offset + size > source.size) return true;
    offset += size;
  }
  return false;
}

async function segmentCut(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(4096, source.size));
  const header = variable(head, 4);
  if (!header) return false;
  const start = 4 + header.length + header.value;
  if (!at(head, start, '\x18\x53\x80\x67')) return false;
  const segment = variable(head, start + 4);
  if (!segment || segment.unknown) return false;
  return start + 4 + segment.length + segment.value > source.size;
}

/** A variable-length number of EBML. */
function variable(
  bytes: Uint8Array,
  offset: number,
): { value: number; length: number; unknown: boolean } | null {
  const first = bytes[offset] ?? 0;
  if (first === 0) return null;
  const length = Math.clz32(first) - 23;
  let value = first & (0xff >> length);
  let ones = value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    value = value * 256 + (bytes[offset + i] ?? 0);
    ones &&= bytes[offset + i] === 0xff;
  }
  return { value, length, unknown: ones };
}

async function dataCut(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(65_536, source.size));
  for (let offset = 12; offset + 8 <= head.length; ) {
    const size = u32le(head, offset + 4);
    if (at(head, offset, 'data')) return size !== 0xffffffff && offset + 8 + size > source.size + 1;
    offset += 8 + size + (size & 1);
  }
  return false;
}

/** Walks the last pages of an Ogg stream (RFC 3533): the last one must be whole. */
async function pageCut(source: ByteSource): Promise<boolean> {
  const from = Math.max(0, source.size - 140_000);
  const tail = await source.read(from, source.size);
  let last = -1;
  for (let i = tail.indexOf(0x4f); i >= 0; i = tail.indexOf(0x4f, i + 1))
    if (at(tail, i, 'OggS\0') && (tail[i + 5]! & ~7) === 0) last = i;
  if (last < 0) return true;
  const segments = tail[last + 26] ?? 255;
  if (last + 27 + segments > tail.length) return true;
  let size = 0;
  for (let i = 0; i < segments; i++) size += tail[last + 27 + i]!;
  return last + 27 + segments + size > tail.length;
}
