/** Owns a walk through the boxes of an mp4 or mov, only to find media that lies elsewhere. */
import { latin1, u32be, u64be } from './bytes.ts';
import type { ByteSource } from './sources.ts';

const nested = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'rmra', 'rmda']);

/** Whether a track's data reference names another file or address, or the movie only points to others. */
export async function externalMovie(source: ByteSource): Promise<boolean> {
  return walk(source, 0, source.size, 0, { left: 2_000 });
}

async function walk(
  source: ByteSource,
  from: number,
  to: number,
  depth: number,
  budget: { left: number },
): Promise<boolean> {
  for (let at = from; at + 8 <= to && budget.left-- > 0; ) {
    const header = await source.read(at, Math.min(at + 16, to));
    const type = latin1(header, 4, 8);
    const stated = u32be(header, 0);
    const size = stated === 1 ? u64be(header, 8) : stated === 0 ? to - at : stated;
    const body = at + (stated === 1 ? 16 : 8);
    if (size < 8) return false;
    const end = Math.min(at + size, to);
    if (type === 'rdrf') return true;
    if (type === 'dref' && (await refersElsewhere(source, body, end))) return true;
    if (nested.has(type) && depth < 8 && (await walk(source, body, end, depth + 1, budget))) return true;
    at += size;
  }
  return false;
}

async function refersElsewhere(source: ByteSource, from: number, to: number): Promise<boolean> {
  const bytes = await source.read(from, Math.min(to, from + 65_536));
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = u32be(bytes, at);
    // Flag 1 says "in this very file".
    if (size < 12) return false;
    if ((u32be(bytes, at + 8) & 1) === 0) return true;
    at += size;
  }
  return false;
}
