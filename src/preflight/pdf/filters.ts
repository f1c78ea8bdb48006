/** Owns the unpacking of a stream of a PDF through all its filters, in pieces: to count what comes out, never to keep it. */
import { inflated } from '../inflate-count.ts';
import { asciiHex, ascii85, lzw, runLength, type Step } from './small-filters.ts';

export type Filter = 'flate' | 'lzw' | 'run' | 'ascii85' | 'hex';
/** `size` is the most that any step of the way holds, `whole` says that it ended within the limit. */
export type Grown = { size: number; whole: boolean };

const known: Record<string, Filter> = {
  FlateDecode: 'flate',
  Fl: 'flate',
  LZWDecode: 'lzw',
  LZW: 'lzw',
  RunLengthDecode: 'run',
  RL: 'run',
  ASCII85Decode: 'ascii85',
  A85: 'ascii85',
  ASCIIHexDecode: 'hex',
  AHx: 'hex',
};

/** In their order, up to the first that only a decoder of pictures undoes; a filter kept elsewhere is guessed. */
export function filtersOf(dictionary: string, data: Uint8Array): Filter[] {
  const stated = /\/Filter\s*(\[[^\]]*\]|\/[A-Za-z0-9]+|\d+\s+\d+\s+R)/.exec(dictionary)?.[1];
  if (stated === undefined) return [];
  if (!/[[/]/.test(stated)) return (data[0]! & 0x0f) === 8 ? ['flate'] : [];
  const filters: Filter[] = [];
  for (const [, name] of stated.matchAll(/\/([A-Za-z0-9]+)/g)) {
    const filter = known[name!];
    if (!filter) break;
    filters.push(filter);
  }
  return filters;
}

/** Every step is counted, since readers hold each of them. `look` sees the last. */
export async function grownBy(
  data: Uint8Array,
  filters: readonly Filter[],
  { limit, early, look }: { limit: number; early: boolean; look?: (piece: Uint8Array) => void },
): Promise<Grown> {
  const sizes = filters.map(() => 0);
  let stream: AsyncIterable<Uint8Array> = inPieces([data]);
  for (const [i, filter] of filters.entries()) {
    const before = stream;
    const through =
      filter === 'flate' ? inflated(before, 'deflate', 1) : stepped(before, stepOf(filter, early));
    stream = (async function* () {
      for await (const piece of through) {
        sizes[i]! += piece.length;
        if (sizes[i]! > limit) throw new TooLarge();
        yield piece;
      }
    })();
  }
  try {
    for await (const piece of stream) look?.(piece);
    return { size: Math.max(0, ...sizes), whole: true };
  } catch {
    return { size: Math.max(0, ...sizes), whole: false };
  }
}

class TooLarge extends Error {}

function stepOf(filter: Filter, early: boolean): Step {
  if (filter === 'lzw') return lzw(early);
  if (filter === 'run') return runLength();
  return filter === 'hex' ? asciiHex() : ascii85();
}

/** Small enough that even the densest code cannot grow far between two counts. */
async function* inPieces(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  size = 16_384,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += size) yield piece.subarray(at, at + size);
}

async function* stepped(pieces: AsyncIterable<Uint8Array>, step: Step): AsyncGenerator<Uint8Array> {
  for await (const piece of inPieces(pieces, 2_048)) {
    const out = step(piece);
    if (out === null) return;
    if (out.length > 0) yield out;
  }
}
