/**
 * Owns a walk over the elements of a WebM or Matroska file before any reader opens it (RFC 8794): a reader that
 * looks for the next element among damaged ones may look for ever.
 */
import type { ByteSource } from './sources.ts';

const segment = 0x18538067;
const cluster = 0x1f43b675;
/** Everything that may stand in a file, in its segment, or in a cluster (RFC 9559). */
const known = new Set([
  0x1a45dfa3,
  segment,
  0x114d9b74,
  0x1549a966,
  0x1654ae6b,
  0x1c53bb6b,
  0x1941a469,
  0x1043a770,
  0x1254c367,
  cluster,
  0xec,
  0xbf,
  0xe7,
  0xa3,
  0xa0,
  0xa7,
  0xab,
  0xaf,
  0x5854,
]);
/** Films may be joined end to end; a segment for every few bytes is no film. */
const segmentsAtMost = 100;
const windowBytes = 1024 * 1024;

/**
 * How many bytes of the file can be read: all where each element of it, of its segment and of its clusters has a
 * readable head; less where only zeros follow. Null where damage stands in between.
 */
export async function walkableBytes(source: ByteSource): Promise<number | null> {
  let held: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };
  const bytesAt = async (from: number) => {
    const inside = from >= held.start && Math.min(from + 12, source.size) <= held.start + held.bytes.length;
    if (!inside)
      held = { start: from, bytes: await source.read(from, Math.min(from + windowBytes, source.size)) };
    return held.bytes.subarray(from - held.start);
  };
  let clusterEnd = 0;
  let segments = 0;
  for (let position = 0; position < source.size; ) {
    const bytes = await bytesAt(position);
    const idLength = lengthOf(bytes[0]);
    const sizeLength = idLength > 4 ? 9 : lengthOf(bytes[idLength]);
    if (idLength > 4 || sizeLength > 8)
      return position >= clusterEnd && (await restIsZero(source, position)) ? position : null;
    if (bytes.length < idLength + sizeLength) return null;
    const id = bytes.subarray(0, idLength).reduce((sum, byte) => sum * 256 + byte, 0);
    if (!known.has(id)) return null;
    const size = sizeOf(bytes.subarray(idLength, idLength + sizeLength));
    position += idLength + sizeLength;
    // Segment and clusters are gone into; a live recording states no end for them.
    if (id === segment) {
      if (++segments > segmentsAtMost) return null;
      continue;
    }
    if (id === cluster) {
      clusterEnd = position + (size ?? 0);
      if (clusterEnd > source.size) return null;
      continue;
    }
    if (size === null) return null;
    position += size;
    if (position > source.size) return null;
  }
  return source.size;
}

/** How many bytes a number of variable length takes, by its first; 9 where it cannot be one. */
function lengthOf(first: number | undefined): number {
  return first ? Math.clz32(first) - 23 : 9;
}

/** The stated size, null for "unknown": all ones. */
function sizeOf(bytes: Uint8Array): number | null {
  const mask = 0xff >> bytes.length;
  const first = bytes[0]! & mask;
  const unknown = first === mask && bytes.subarray(1).every((byte) => byte === 0xff);
  return unknown ? null : bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, first);
}

async function restIsZero(source: ByteSource, from: number): Promise<boolean> {
  for (let start = from; start < source.size; start += windowBytes) {
    const bytes = await source.read(start, Math.min(start + windowBytes, source.size));
    if (bytes.some((byte) => byte !== 0)) return false;
  }
  return true;
}
