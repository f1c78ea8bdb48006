/** Owns the unpacking of one entry: bounded by what comes out, checked against size and checksum. */
import { portableEngine, type Engine } from '../engine.ts';
import { finding } from '../findings.ts';
import { archiveLimits } from '../limits.ts';
import type { Finding } from '../report.ts';
import { piecesOf, sliceOf, type ByteSource } from '../sources.ts';
import type { PlacedEntry } from './entry.ts';

/** A refusal met while bytes flow. */
export class Refused extends Error {
  readonly finding: Finding;
  constructor(found: Finding) {
    super(found.code);
    this.finding = found;
  }
}

/** The entry as it was before packing, in pieces. Throws Refused the moment a promise of the headers breaks. */
export async function* unpacked(
  source: ByteSource,
  entry: PlacedEntry,
  engine: Engine = portableEngine,
): AsyncGenerator<Uint8Array> {
  const { name } = entry;
  const where = { where: { file: name } };
  const packed = sliceOf(source, entry.dataStart, entry.dataStart + entry.compressedSize);
  const pieces = entry.method === 0 ? piecesOf(packed) : inflated(packed, name, engine);
  let size = 0;
  let crc = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > archiveLimits.entryBytes)
      throw new Refused(finding('zip.bomb', { name, detail: 'one file' }, where));
    if (size > entry.size) throw new Refused(finding('zip.size-mismatch', { name }, where));
    crc = engine.crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size) throw new Refused(finding('zip.size-mismatch', { name }, where));
  if (crc !== entry.crc) {
    throw new Refused(finding('zip.corrupt', { name, detail: 'its checksum is wrong' }, where));
  }
}

/** Small steps in keep what one step can expand to below 17 MiB. */
const step = 16 * 1024;

async function* inflated(packed: ByteSource, name: string, engine: Engine): AsyncGenerator<Uint8Array> {
  try {
    yield* engine.inflateRaw(piecesOf(packed, step));
  } catch {
    throw new Refused(
      finding('zip.corrupt', { name, detail: 'it does not unpack' }, { where: { file: name } }),
    );
  }
}
