/** Owns the extra fields of zip headers: 64-bit sizes and the Unicode path. */
import { u16le, u64le } from '../bytes.ts';

/** The content of the field `id`; null when absent, 'broken' when the fields run past their end. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null | 'broken' {
  let found: Uint8Array | null = null;
  for (let offset = 0; offset + 4 <= extra.length; ) {
    const size = u16le(extra, offset + 2);
    if (offset + 4 + size > extra.length) return allZero(extra.subarray(offset)) ? found : 'broken';
    if (u16le(extra, offset) === id) {
      if (found) return 'broken';
      found = extra.subarray(offset + 4, offset + 4 + size);
    }
    offset += 4 + size;
  }
  return found;
}

type Sizes = { size: number; compressedSize: number; offset: number; disk: number };

/** Puts 64-bit numbers in the place of those that read "all ones"; null when they are missing. */
export function widened(sizes: Sizes, extra: Uint8Array): Sizes | null {
  const { size, compressedSize, offset, disk } = sizes;
  if (size < 0xffffffff && compressedSize < 0xffffffff && offset < 0xffffffff) return sizes;
  const field = extraField(extra, 1);
  if (field === null || field === 'broken') return null;
  let at = 0;
  let short = false;
  const next = (value: number) => {
    if (value !== 0xffffffff) return value;
    if (at + 8 > field.length) short = true;
    at += 8;
    return u64le(field, at - 8);
  };
  const wide = { size: next(size), compressedSize: next(compressedSize), offset: next(offset), disk };
  return short ? null : wide;
}

function allZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
