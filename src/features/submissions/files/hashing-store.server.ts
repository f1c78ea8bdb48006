/**
 * The store of uploads under way. A file that comes in one piece is hashed while it passes, so that its bytes need
 * not be read again; one that was cut and continued is hashed from the disk when it is whole.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import type { Blob } from '#app/platform/files.server.ts';

/** More uploads than this are never on their way at once; what is forgotten is read again, nothing worse. */
const mostRemembered = 1_000;

export class HashingStore extends FileStore {
  readonly #hashed = new Map<string, Blob>();

  override async write(...[source, id, offset]: Parameters<FileStore['write']>): Promise<number> {
    this.#hashed.delete(id);
    if (offset !== 0) return super.write(source, id, offset);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* passing() {
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    const end = await super.write(Readable.from(passing(), { objectMode: false }), id, offset);
    if (this.#hashed.size >= mostRemembered) this.#hashed.clear();
    if (end === bytes) this.#hashed.set(id, { sha256: hash.digest('hex'), bytes });
    return end;
  }

  /** What passed as a whole, once: the answer is forgotten with the asking. */
  takeHashed(id: string): Blob | undefined {
    const blob = this.#hashed.get(id);
    this.#hashed.delete(id);
    return blob;
  }
}
