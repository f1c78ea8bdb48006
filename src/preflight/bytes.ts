/** Owns the reading of numbers and ASCII marks out of bytes; past the end every number is 0. */

/** Whether `mark` (one byte a sign) stands at `offset`. */
export function at(bytes: Uint8Array, offset: number, mark: string): boolean {
  if (offset < 0 || offset + mark.length > bytes.length) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[offset + i] !== mark.charCodeAt(i)) return false;
  return true;
}

/** Unsigned, little end first. */
export function u16le(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);
}

/** Unsigned, big end first. */
export function u16be(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
}

/** Unsigned, little end first. */
export function u32le(bytes: Uint8Array, offset: number): number {
  return (u16le(bytes, offset) | (u16le(bytes, offset + 2) << 16)) >>> 0;
}

/** Unsigned, big end first. */
export function u32be(bytes: Uint8Array, offset: number): number {
  return ((u16be(bytes, offset) << 16) | u16be(bytes, offset + 2)) >>> 0;
}

/** A 64-bit number; beyond 2^53 it loses its last digits, and every cap is far below. */
export function u64le(bytes: Uint8Array, offset: number): number {
  return u32le(bytes, offset) + u32le(bytes, offset + 4) * 2 ** 32;
}

/** Exact up to 2^53, like u64le. */
export function u64be(bytes: Uint8Array, offset: number): number {
  return u32be(bytes, offset) * 2 ** 32 + u32be(bytes, offset + 4);
}

/** Bytes as text, one sign a byte. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(from, to));
}

/** Stops at the first difference: not for secrets. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A copy of all pieces in one; callers have compared the sum with a cap. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
