/**
 * Owns the one danger of character maps: a range of two codes may name four thousand million letters, and a
 * reader writes each of them down. Read as the reader would, without doing so (ISO 32000, 9.10.3).
 */
import { latin1 } from '../bytes.ts';

/** More codes than Unicode has need no range. */
const rangeAtMost = 0x110000;

/** Whether a map in this stream has a range beyond all letters. */
export function mapsTooMuch(bytes: Uint8Array): boolean {
  const text = latin1(bytes, 0, bytes.length);
  for (const { index } of text.matchAll(/begin(?:bf|cid)range/g)) {
    const tokens = text.slice(index + 10, index + 200_000).matchAll(token);
    if (rangesTooFar(tokens)) return true;
  }
  return false;
}

/** A damaged number goes on to the next “>”, whatever stands between; readers skip what is no digit. */
const token = /%[^\r\n]*|<<|>>|<([^>]*)(?:>|$)|\(((?:\\[\s\S]|[^\\()])*)\)|\[|\]|[^\s<>()[\]%]+/g;

function rangesTooFar(tokens: Iterable<RegExpMatchArray>): boolean {
  let low: number | null = null;
  let high: number | null = null;
  let inside = false;
  for (const [whole, hex, plain] of tokens) {
    if (whole.startsWith('end')) return false;
    if (inside) {
      inside = whole !== ']';
      if (!inside) low = high = null;
      continue;
    }
    if (high !== null) {
      inside = whole === '[';
      if (!inside) low = high = null;
      continue;
    }
    const code = hex !== undefined ? codeOf(hexed(hex)) : plain !== undefined ? codeOf(plain) : null;
    if (code === null) continue;
    if (low === null) low = code;
    else {
      high = code;
      if (high - low > rangeAtMost) return true;
    }
  }
  return false;
}

const hexed = (digits: string) =>
  (digits.replace(/[^0-9a-f]/gi, '').match(/../g) ?? [])
    .map((pair) => String.fromCharCode(parseInt(pair, 16)))
    .join('');

/** The last four bytes as one number, as readers take them. */
function codeOf(text: string): number {
  return [...text].reduce((sum, sign) => (sum * 256 + (sign.charCodeAt(0) & 255)) % 2 ** 32, 0);
}
