/**
 * Owns the three heavy primitives of the check: hashing, checksums, unpacking. The portable ones run anywhere;
 * Node brings its own, which give the same answers sooner.
 */
import { crc32 } from './zip/crc32.ts';
import { portableSha256, type Sha256 } from './digest.ts';

export type Engine = {
  sha256(): Sha256;
  /** The CRC-32 of `bytes`, continuing from `before`. */
  crc32(bytes: Uint8Array, before: number): number;
  /** Raw deflate, undone piece by piece; throws where the packed bytes are damaged or go on after their end. */
  inflateRaw(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** The same at once, for what is small; throws also where more than `size` bytes would come out. */
  inflateWhole?(packed: Uint8Array, size: number): Uint8Array;
};

export const portableEngine: Engine = { sha256: portableSha256, crc32, inflateRaw: streamed };

async function* streamed(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const reader = stream.readable.getReader();
  const feeding = feed(pieces, stream.writable.getWriter());
  // The reader reports the same fault; this only keeps it from being called unhandled.
  feeding.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function feed(
  pieces: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  try {
    for await (const piece of pieces) {
      await writer.ready;
      await writer.write(piece as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  } catch (cause) {
    await writer.abort(cause).catch(() => {});
    throw cause;
  }
}
