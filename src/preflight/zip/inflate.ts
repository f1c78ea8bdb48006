/** Owns the unpacking of one entry: bounded by what comes out, checked against size and checksum. */
import { portableEngine, type Engine } from '../engine.ts';
import { finding } from '../findings.ts';
import { archiveLimits } from '../limits.ts';
import type { Finding } from '../report.ts';
import { passingPiecesOf, piecesOf, sliceOf, type ByteSource } from '../sources.ts';
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
  yield* kept(
    entry,
    engine,
    entry.method === 0 ? piecesOf(placeOf(source, entry)) : inflated(source, entry, engine),
  );
}

/** The same, but a piece lives only until the next one is asked for: whoever keeps bytes copies them. */
export async function* passingUnpacked(
  source: ByteSource,
  entry: PlacedEntry,
  engine: Engine,
): AsyncGenerator<Uint8Array> {
  const stored = () => passingPiecesOf(placeOf(source, entry));
  yield* kept(entry, engine, entry.method === 0 ? stored() : inflated(source, entry, engine));
}

const placeOf = (source: ByteSource, { dataStart, compressedSize }: PlacedEntry) =>
  sliceOf(source, dataStart, dataStart + compressedSize);

/** Passes pieces on as long as they keep what the headers promise. */
async function* kept(
  entry: PlacedEntry,
  engine: Engine,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { name } = entry;
  const where = { where: { file: name } };
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
/** Up to here an entry is unpacked at once, where the engine can: a quarter of the time. */
const wholeBytes = 16 * 1024 * 1024;

async function* inflated(source: ByteSource, entry: PlacedEntry, engine: Engine): AsyncGenerator<Uint8Array> {
  const packed = placeOf(source, entry);
  const whole = await atOnce(packed, entry, engine);
  if (whole) return yield* whole.length > 0 ? [whole] : [];
  try {
    yield* engine.inflateRaw(inSteps(piecesOf(packed)));
  } catch {
    const { name } = entry;
    throw new Refused(
      finding('zip.corrupt', { name, detail: 'it does not unpack' }, { where: { file: name } }),
    );
  }
}

/** Null where it is too large for that, or where anything is wrong: what is wrong is told in one place only. */
async function atOnce(
  packed: ByteSource,
  { size }: PlacedEntry,
  { inflateWhole }: Engine,
): Promise<Uint8Array | null> {
  if (!inflateWhole || size > wholeBytes || packed.size > wholeBytes) return null;
  const bytes = await packed.read(0, packed.size);
  try {
    return inflateWhole(bytes, size);
  } catch {
    return null;
  }
}

async function* inSteps(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; at += step) yield piece.subarray(at, at + step);
}
