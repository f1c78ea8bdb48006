/** Owns the unpacking of deflated bytes within bounds, to count them or to keep the first of them. */

/** Counts up to `limit`; `whole` says that the stream ended as it should. `times`: packed more than once. */
export async function countInflated(
  pieces: readonly Uint8Array[],
  format: 'deflate' | 'deflate-raw',
  limit: number,
  times = 1,
): Promise<{ size: number; whole: boolean }> {
  let size = 0;
  try {
    for await (const piece of inflated(pieces, format, times)) {
      size += piece.length;
      if (size > limit) return { size, whole: false };
    }
    return { size, whole: true };
  } catch {
    return { size, whole: false };
  }
}

/** What comes out before damage or the limit stops it. */
export async function inflatedUpTo(packed: Uint8Array, limit: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of inflated(inPieces(packed), 'deflate', 1)) {
      kept.push(piece.slice(0, limit - size));
      size += piece.length;
      if (size >= limit) break;
    }
  } catch {
    // Trailing line ends after the packed bytes are common and harmless.
  }
  const whole = new Uint8Array(Math.min(size, limit));
  let offset = 0;
  for (const piece of kept) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** A stream that fails gives nothing of the piece that it fails in, so the pieces are small, and smallest at the end. */
function inPieces(packed: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < packed.length; ) {
    const left = packed.length - at;
    const size = left > 4_096 ? 4_096 : left > 16 ? left - 8 : 1;
    pieces.push(packed.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

/** Throws where the stream is damaged or cut off, after what came out before. `times` beyond 4 counts as 4. */
export async function* inflated(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  format: 'deflate' | 'deflate-raw',
  times: number,
): AsyncGenerator<Uint8Array> {
  const streams = Array.from({ length: Math.min(times, 4) }, () => new DecompressionStream(format));
  let readable: ReadableStream<Uint8Array> = streams[0]!.readable;
  for (const stream of streams.slice(1))
    readable = readable.pipeThrough(stream as unknown as ReadableWritablePair<Uint8Array, Uint8Array>);
  const reader = readable.getReader();
  feed(pieces, streams[0]!.writable.getWriter()).catch(() => {});
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function feed(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  const step = 16 * 1024;
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += step) {
        await writer.ready;
        await writer.write(piece.slice(at, at + step));
      }
    }
    await writer.close();
  } catch (cause) {
    await writer.abort(cause).catch(() => {});
  }
}
