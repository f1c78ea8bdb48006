/**
 * Owns the unpacking of damaged bytes as lenient readers of PDFs do it: a block that fails is left where it fails, and
 * the next is looked for in the bytes that follow. What comes out is mostly noise, but noise that a reader would act on.
 */

/** RFC 1951, 3.2.5: the base and the further bits of lengths and of distances. */
const lengths = [
  ...tableOf(
    3,
    Array.from({ length: 28 }, (_, i) => Math.max(0, (i >> 2) - 1)),
  ),
  { base: 258, further: 0 },
];
const distances = tableOf(
  1,
  Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1)),
);
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The first `limit` bytes; never fails. */
export function inflatedLeniently(packed: Uint8Array, limit: number): Uint8Array {
  const bits = { bytes: packed, at: 2, held: 0, count: 0 };
  const out = { bytes: new Uint8Array(Math.min(limit, packed.length * 4)), length: 0, limit };
  for (let more = true; more && out.length < limit; ) {
    const before = out.length;
    const last = take(bits, 1);
    const kind = take(bits, 2);
    if (last === null || kind === null) break;
    if (!block(kind, bits, out)) out.length = before;
    more = last === 0;
  }
  return out.bytes.subarray(0, out.length);
}

const fixedLetters = codesFrom(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
);
const fixedDistances = codesFrom(new Uint8Array(30).fill(5));

type Bits = { bytes: Uint8Array; at: number; held: number; count: number };
type Out = { bytes: Uint8Array; length: number; limit: number };
/** By the bits as they come: each sign times 16, and how many bits it has. */
type Codes = { table: Int32Array; longest: number };

function block(kind: number, bits: Bits, out: Out): boolean {
  if (kind === 0) return plain(bits, out);
  if (kind === 1) return coded(bits, out, fixedLetters, fixedDistances);
  const codes = kind === 2 ? codesOf(bits) : null;
  return codes !== null && coded(bits, out, codes[0], codes[1]);
}

function plain(bits: Bits, out: Out): boolean {
  const length = (bits.bytes[bits.at] ?? 0) + (bits.bytes[bits.at + 1] ?? 0) * 256;
  const inverse = (bits.bytes[bits.at + 2] ?? 0) + (bits.bytes[bits.at + 3] ?? 0) * 256;
  bits.at += 4;
  if (inverse !== (~length & 0xffff) && (length !== 0 || inverse !== 0)) return false;
  Object.assign(bits, { held: 0, count: 0 });
  for (const byte of bits.bytes.subarray(bits.at, bits.at + length)) put(out, byte);
  bits.at += length;
  return true;
}

function coded(bits: Bits, out: Out, letters: Codes, backs: Codes): boolean {
  while (out.length < out.limit) {
    const letter = signOf(bits, letters);
    if (letter === null) return false;
    if (letter === 256) return true;
    if (letter < 256) {
      put(out, letter);
      continue;
    }
    const length = longer(bits, lengths[letter - 257]);
    const back = signOf(bits, backs);
    const distance = back === null ? null : longer(bits, distances[back]);
    if (length === null || distance === null) return false;
    for (let i = 0; i < length; i++) put(out, out.bytes[out.length - distance] ?? 0);
  }
  return true;
}

function put(out: Out, byte: number): void {
  if (out.length === out.limit) return;
  if (out.length === out.bytes.length) {
    const larger = new Uint8Array(Math.min(out.limit, out.length * 2 + 64));
    larger.set(out.bytes);
    out.bytes = larger;
  }
  out.bytes[out.length++] = byte;
}

function codesOf(bits: Bits): [Codes, Codes] | null {
  const [letters, backs, count] = [take(bits, 5), take(bits, 5), take(bits, 4)];
  if (letters === null || backs === null || count === null) return null;
  const short = new Uint8Array(19);
  for (let i = 0; i < count + 4; i++) short[orderOfLengths[i]!] = take(bits, 3) ?? 0;
  const codes = codesFrom(short);
  const all = new Uint8Array(letters + 257 + backs + 1);
  for (let i = 0; i < all.length; ) {
    const sign = signOf(bits, codes);
    if (sign === null) return null;
    if (sign < 16) {
      all[i++] = sign;
      continue;
    }
    const times = take(bits, sign === 16 ? 2 : sign === 17 ? 3 : 7);
    if (times === null) return null;
    const same = sign === 16 ? (all[i - 1] ?? 0) : 0;
    for (let n = times + (sign === 18 ? 11 : 3); n > 0 && i < all.length; n--) all[i++] = same;
  }
  return [codesFrom(all.subarray(0, letters + 257)), codesFrom(all.subarray(letters + 257))];
}

/** Too many codes for their lengths are damage, too; a later one then takes the place of an earlier. */
function codesFrom(bitsOf: Uint8Array): Codes {
  const longest = Math.max(1, ...bitsOf);
  const table = new Int32Array(2 ** longest);
  for (let length = 1, code = 0; length <= longest; length++, code <<= 1)
    for (const [sign, bits] of bitsOf.entries()) {
      if (bits !== length) continue;
      let turned = 0;
      for (let i = 0; i < length; i++) turned |= ((code >> i) & 1) << (length - 1 - i);
      for (let i = turned; i < table.length; i += 2 ** length) table[i] = sign * 16 + length;
      code++;
    }
  return { table, longest };
}

function signOf(bits: Bits, { table, longest }: Codes): number | null {
  fill(bits, longest);
  const found = table[bits.held & (2 ** longest - 1)]!;
  const length = found & 15;
  if (length === 0 || length > bits.count) return null;
  bits.held >>= length;
  bits.count -= length;
  return found >> 4;
}

function longer(bits: Bits, entry: { base: number; further: number } | undefined): number | null {
  const more = entry ? take(bits, entry.further) : null;
  return entry && more !== null ? entry.base + more : null;
}

function take(bits: Bits, count: number): number | null {
  fill(bits, count);
  if (bits.count < count) return null;
  const value = bits.held & (2 ** count - 1);
  bits.held >>= count;
  bits.count -= count;
  return value;
}

function fill(bits: Bits, count: number): void {
  while (bits.count < count && bits.at < bits.bytes.length) {
    bits.held |= bits.bytes[bits.at++]! << bits.count;
    bits.count += 8;
  }
}

function tableOf(first: number, further: number[]): { base: number; further: number }[] {
  let base = first;
  return further.map((bits) => {
    const entry = { base, further: bits };
    base += 2 ** bits;
    return entry;
  });
}
