/**
 * Owns the one way to read bytes: a size and ranges. A browser File, a file on disk, an entry of an archive and
 * bytes in memory all fit, so that nothing has to be loaded whole.
 */

/** `read` gives the bytes from `start` up to, not including, `end`; fewer only at the end of the source. */
export type ByteSource = { size: number; read(start: number, end: number): Promise<Uint8Array> };

/** What is handed in: names as given (with folders, where there are any) and their bytes. */
export type NamedSource = { name: string; blob: ByteSource };

export function fromBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, Math.min(end, bytes.length)),
  };
}

/** A File or Blob of the browser. */
export function fromBlob(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

export function sliceOf(source: ByteSource, from: number, to: number): ByteSource {
  const size = Math.max(0, Math.min(to, source.size) - from);
  return { size, read: (start, end) => source.read(from + start, from + Math.min(end, size)) };
}

/** The whole of a source; callers have compared its size with a cap before. */
export function allOf(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}

/** The source in pieces, in order; now and then it lets a word to cancel come through. */
export async function* piecesOf(source: ByteSource, pieceBytes = 1024 * 1024): AsyncGenerator<Uint8Array> {
  let breathed = performance.now();
  for (let at = 0; at < source.size; ) {
    const piece = await source.read(at, Math.min(at + pieceBytes, source.size));
    if (piece.length === 0) throw new Error('a source ended before its size');
    at += piece.length;
    yield piece;
    if (performance.now() - breathed < 40) continue;
    await new Promise((resolve) => setTimeout(resolve));
    breathed = performance.now();
  }
}
