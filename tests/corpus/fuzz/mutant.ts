/** Owns the mutants: a file of the corpus, changed a little in the ways that files are damaged and parsers are hurt. */
import { chanceOf, type Chance } from '../papers/chance.ts';
import type { File } from '../manifest/case.ts';

/** `beside`: the paper, unharmed, beside which a harmed supplement lies; a work's files are tried one by one. */
export type Mutant = File & { call: 'papers' | 'creative-work'; from: string; beside: File[] };
export type Seed = { says: string; call: 'papers' | 'creative-work'; files: File[] };

/** Larger ones are the corpus's own bombs, which are tried as they are. */
const grownAtMost = 4 * 1024 * 1024;

/** The mutant of this number; the same number gives the same bytes for the same corpus. */
export function mutant(seeds: readonly Seed[], number: number): Mutant {
  const chance = chanceOf(number * 2_654_435_761);
  const seed = chance.pick(seeds);
  const file = chance.pick(
    seed.files.length > 0 ? seed.files : [{ name: 'nothing', bytes: new Uint8Array() }],
  );
  const other = chance.pick(chance.pick(seeds).files)?.bytes ?? new Uint8Array();
  let bytes = file.bytes;
  for (let i = chance.between(1, 8); i > 0; i--) bytes = changed(bytes, other, chance);
  const beside = seed.call === 'papers' ? seed.files.filter((one) => one !== file) : [];
  return { name: file.name, bytes, call: seed.call, from: seed.says, beside };
}

const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

function changed(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  if (bytes.length === 0 || bytes.length > grownAtMost) return bytes;
  const at = chance.between(0, bytes.length - 1);
  const length = Math.min(chance.between(1, chance.maybe(0.2) ? 4_000 : 24), bytes.length - at);
  const copy = bytes.slice();
  switch (chance.between(0, 9)) {
    case 0:
      copy[at] = copy[at]! ^ (1 << chance.between(0, 7));
      return copy;
    case 1:
      copy[at] = chance.between(0, 255);
      return copy;
    case 2:
      return bytes.slice(0, at);
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(at + length));
    case 4:
      return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length), at), bytes.subarray(at));
    case 5:
      return joined(bytes.subarray(0, at), other.subarray(0, chance.between(0, 4_000)), bytes.subarray(at));
    case 6: {
      const value = chance.pick(edges);
      const width = chance.pick([1, 2, 4]);
      const little = chance.maybe(0.5);
      for (let i = 0; i < width && at + i < copy.length; i++)
        copy[at + (little ? i : width - 1 - i)] = Math.floor(value / 256 ** i) & 255;
      return copy;
    }
    case 7:
      return copy.fill(chance.pick([0, 0x20, 0x30, 0xff]), at, at + length);
    case 8:
      return numberChanged(copy, at, chance);
    default:
      return joined(bytes.subarray(0, at), other.subarray(other.length >> 1));
  }
}

/** The next written number becomes a telling one: lengths, offsets and counts of a PDF are words. */
function numberChanged(bytes: Uint8Array, from: number, chance: Chance): Uint8Array {
  const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  let start = from;
  while (start < bytes.length && !isDigit(bytes[start])) start++;
  let end = start;
  while (isDigit(bytes[end])) end++;
  const value = chance.pick(['0', '1', '-1', '65535', '2147483648', '99999999999', '1e9', '0.00001', 'null']);
  return joined(bytes.subarray(0, start), new TextEncoder().encode(value), bytes.subarray(end));
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
