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
  budget: Budget,
): Promise<boolean> {
  for await (const { type, body, end } of boxesIn(source, from, to, budget)) {
    if (type === 'rdrf') return true;
    if (type === 'dref' && (await refersElsewhere(source, body, end))) return true;
    if (nested.has(type) && depth < 8 && (await walk(source, body, end, depth + 1, budget))) return true;
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

const tables = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf']);

/**
 * Whether a table of samples counts more than the file could hold, or looks for them outside it: a reader that
 * believes it never comes back. Source: ISO 14496-12, 8.6.1.2 (stts), 8.7.3.2 (stsz), 8.7.5 (stco), 8.8.8 (trun).
 */
export async function countsTooMuch(source: ByteSource): Promise<boolean> {
  return tablesLie(source, 0, source.size, 0, { left: 20_000 });
}

async function tablesLie(
  source: ByteSource,
  from: number,
  to: number,
  depth: number,
  budget: Budget,
): Promise<boolean> {
  let sizes = 0;
  let bytes = 0;
  let times = 0;
  let together = 0;
  for await (const { type, header, body, end, broken } of boxesIn(source, from, to, budget)) {
    if (broken) return false;
    if (statesMore(type, header, end - body)) return true;
    if (type === 'stsz') {
      sizes += u32be(header, 16);
      // Old QuickTime counts each moment of a sound as a sample of one byte, whatever it is packed to.
      bytes += u32be(header, 16) / (u32be(header, 12) > 0 ? momentsPerByte : 1);
    }
    if (type === 'stts') times += await samplesTimed(source, body, end);
    if (type === 'stsc') together = Math.max(together, await mostTogether(source, body, end));
    if ((type === 'stco' || type === 'co64') && (await leadsOut(source, body, end, type === 'co64')))
      return true;
    if (type === 'trun' && u32be(header, 12) > source.size) return true;
    if (tables.has(type) && depth < 8 && (await tablesLie(source, body, end, depth + 1, budget))) return true;
  }
  return bytes > source.size || times > sizes * 2 + 1_000 || together > Math.max(sizes, times, 1);
}

/** Bytes of each entry, and where the number of entries is written, counted from the body of the box. */
const entries: Record<string, [bytes: number, countAt: number]> = {
  stts: [8, 4],
  ctts: [8, 4],
  stsc: [12, 4],
  stss: [4, 4],
  stco: [4, 4],
  co64: [8, 4],
  stsz: [4, 8],
};

/** Whether a table states more entries than its box has room for: readers go on into whatever stands behind it. */
function statesMore(type: string, header: Uint8Array, room: number): boolean {
  const shape = entries[type];
  if (!shape || header.length < 8 + shape[1] + 4) return false;
  if (type === 'stsz' && u32be(header, 12) > 0) return false;
  const [bytes, countAt] = shape;
  return u32be(header, 8 + countAt) * bytes > room - countAt - 4;
}

/** Twice what any of its codecs comes to: 1,152 moments in 104 bytes of MP3. */
const momentsPerByte = 24;

async function samplesTimed(source: ByteSource, from: number, to: number): Promise<number> {
  const bytes = await source.read(from, Math.min(to, from + 4 * 1024 * 1024));
  let sum = 0;
  for (let at = 8; at + 8 <= bytes.length; at += 8) sum += u32be(bytes, at);
  return sum;
}

/** The most samples that any chunk is said to hold (8.7.4.2). */
async function mostTogether(source: ByteSource, from: number, to: number): Promise<number> {
  const bytes = await source.read(from, Math.min(to, from + 4 * 1024 * 1024));
  let most = 0;
  for (let at = 8; at + 12 <= bytes.length; at += 12) most = Math.max(most, u32be(bytes, at + 4));
  return most;
}

/** Whether a chunk is said to begin behind the end of the file (8.7.5). */
async function leadsOut(source: ByteSource, from: number, to: number, wide: boolean): Promise<boolean> {
  const bytes = await source.read(from, Math.min(to, from + 4 * 1024 * 1024));
  const step = wide ? 8 : 4;
  for (let at = 8; at + step <= bytes.length; at += step)
    if ((wide ? u64be(bytes, at) : u32be(bytes, at)) > source.size) return true;
  return false;
}

type Budget = { left: number };
type Box = { type: string; header: Uint8Array; body: number; end: number; broken: boolean };

/** The boxes between two places, one after the other; one that states no possible size is told, and is the last. */
async function* boxesIn(source: ByteSource, from: number, to: number, budget: Budget): AsyncGenerator<Box> {
  for (let at = from; at + 8 <= to && budget.left-- > 0; ) {
    const header = await source.read(at, Math.min(at + 24, to));
    const type = latin1(header, 4, 8);
    const stated = u32be(header, 0);
    const size = stated === 1 ? u64be(header, 8) : stated === 0 ? to - at : stated;
    const body = at + (stated === 1 ? 16 : 8);
    const broken = size < 8;
    yield { type: broken ? '' : type, header, body, end: Math.min(at + size, to), broken };
    if (broken) return;
    at += size;
  }
}
