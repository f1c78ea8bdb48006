/** Owns the counting of what packed bytes unpack to, without keeping it. */

/** Counts up to `limit`; `whole` says that the stream ended as it should. */
export async function countInflated(
  pieces: readonly Uint8Array[],
  format: 'deflate' | 'deflate-raw',
  limit: number,
): Promise<{ size: number; whole: boolean }> {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feeding = feed(pieces, writer);
  feeding.catch(() => {});
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { size, whole: true };
      size += value.length;
      if (size > limit) return { size, whole: false };
    }
  } catch {
    return { size, whole: false };
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function feed(
  pieces: readonly Uint8Array[],
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  const step = 16 * 1024;
  try {
    for (const piece of pieces) {
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
