/** Owns the reading of files on disk as byte sources, and the fast digest of Node. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Engine } from './engine.ts';
import type { ByteSource } from './sources.ts';

/** An open file; `close` when the check is done. */
export async function fromPath(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async read(start, end) {
      const wanted = Math.max(0, Math.min(end, size) - start);
      const bytes = new Uint8Array(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await handle.read(bytes, filled, wanted - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled === wanted ? bytes : bytes.subarray(0, filled);
    },
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
};

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
