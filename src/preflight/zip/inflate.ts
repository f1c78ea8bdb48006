/** Owns the unpacking of one entry: bounded by what comes out, checked against size and checksum. */
import { finding } from '../findings.ts';
import { archiveLimits } from '../limits.ts';
import type { Finding } from '../report.ts';
import { piecesOf, sliceOf, type ByteSource } from '../sources.ts';
import { crc32 } from './crc32.ts';
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
export async function* unpacked(source: ByteSource, entry: PlacedEntry): AsyncGenerator<Uint8Array> {
  const { name } = entry;
  const where = { where: { file: name } };
  const packed = sliceOf(source, entry.dataStart, entry.dataStart + entry.compressedSize);
  const pieces = entry.method === 0 ? piecesOf(packed) : inflated(packed, name);
  let size = 0;
  let crc = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > archiveLimits.entryBytes)
      throw new Refused(finding('zip.bomb', { name, detail: 'one file' }, where));
    if (size > entry.size) throw new Refused(finding('zip.size-mismatch', { name }, where));
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size) throw new Refused(finding('zip.size-mismatch', { name }, where));
  if (crc !== entry.crc) {
    throw new Refused(finding('zip.corrupt', { name, detail: 'its checksum is wrong' }, where));
  }
}

/** Small steps in keep what one step can expand to below 17 MiB. */
const step = 16 * 1024;

async function* inflated(packed: ByteSource, name: string): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feeding = feed(packed, writer);
  // The reader reports the same fault; this only keeps it from being called unhandled.
  feeding.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new Refused(
      finding('zip.corrupt', { name, detail: 'it does not unpack' }, { where: { file: name } }),
    );
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function feed(packed: ByteSource, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
  try {
    for await (const piece of piecesOf(packed, step)) {
      await writer.ready;
      await writer.write(piece as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  } catch (cause) {
    await writer.abort(cause).catch(() => {});
    throw cause;
  }
}
