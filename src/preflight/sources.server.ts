/** Owns the reading of files on disk as byte sources, and the fast digest of Node. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Engine } from './engine.ts';
import type { ByteSource } from './sources.ts';

/** An open file; `close` when the check is done. */
export async function fromPath(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  const fill = async (into: Uint8Array, start: number) => {
    let filled = 0;
    while (filled < into.length) {
      const { bytesRead } = await handle.read(into, filled, into.length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  };
  return {
    size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      return bytes.subarray(0, await fill(bytes, start));
    },
    fill,
    close: () => handle.close(),
  };
}

export const nodeEngine: Engine = {
  sha256() {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
  },
  crc32: (bytes, before) => crc32(bytes, before),
  inflateRaw,
  inflateWhole,
};

/** At once, without a thread between: `size` bounds what comes out, and the packed bytes have to end where they end. */
function inflateWhole(packed: Uint8Array, size: number): Uint8Array {
  // One piece of memory for all of it: else zlib collects small ones and joins them.
  const options = { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size), info: true };
  const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
    buffer: Uint8Array;
    engine: { bytesWritten: number };
  };
  if (engine.bytesWritten !== packed.length) throw new Error('more bytes follow the packed ones');
  // Readers want plain bytes, in memory that is theirs alone.
  const alone = buffer.byteLength === buffer.buffer.byteLength;
  return alone ? new Uint8Array(buffer.buffer) : new Uint8Array(buffer);
}

/** As strict as the portable one: bytes behind the end of the packed data are damage. */
async function* inflateRaw(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  let fed = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      fed += piece.length;
      yield piece;
    }
  };
  const source = Readable.from(counted(), { objectMode: true });
  source.on('error', (cause) => inflate.destroy(cause));
  source.pipe(inflate);
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
    if (inflate.bytesWritten !== fed) throw new Error('more bytes follow the packed ones');
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
