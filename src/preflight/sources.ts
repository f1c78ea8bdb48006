/**
 * Owns the one way to read bytes: a size and ranges. A browser File, a file on disk, an entry of an archive and
 * bytes in memory all fit, so that nothing has to be loaded whole.
 */

/**
 * `read` gives the bytes from `start` up to, not including, `end`; fewer only at the end of the source. `fill`, where
 * there is one, reads into memory that the reader already has, and says how much it filled.
 */
export type ByteSource = {
  size: number;
  read(start: number, end: number): Promise<Uint8Array>;
  fill?(into: Uint8Array, start: number): Promise<number>;
};

/** What is handed in: names as given (with folders, where there are any) and their bytes. */
export type NamedSource = { name: string; blob: ByteSource };

/** What is read are views on `bytes`, not copies. */
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

/** The bytes from `from` up to, not including, `to`; empty where that lies beyond the end. */
export function sliceOf(source: ByteSource, from: number, to: number): ByteSource {
  const size = Math.max(0, Math.min(to, source.size) - from);
  const slice: ByteSource = {
    size,
    read: (start, end) => source.read(from + start, from + Math.min(end, size)),
  };
  if (source.fill)
    slice.fill = (into, start) => source.fill!(into.subarray(0, Math.max(0, size - start)), from + start);
  return slice;
}

/** The whole of a source; callers have compared its size with a cap before. */
export function allOf(source: ByteSource): Promise<Uint8Array> {
  return source.read(0, source.size);
}

/** The source in pieces, in order; now and then it lets a word to cancel come through. */
export async function* piecesOf(source: ByteSource, pieceBytes = pieceSize): AsyncGenerator<Uint8Array> {
  yield* inOrder(source, (start) => source.read(start, Math.min(start + pieceBytes, source.size)));
}

/** The same, but a piece lives only until the next one is asked for: whoever keeps bytes copies them. */
export async function* passingPiecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (!source.fill) return yield* piecesOf(source);
  const held = new Uint8Array(Math.min(pieceSize, source.size));
  yield* inOrder(source, async (start) => held.subarray(0, await source.fill!(held, start)));
}

const pieceSize = 1024 * 1024;

async function* inOrder(
  source: ByteSource,
  next: (start: number) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let breathed = performance.now();
  for (let at = 0; at < source.size; ) {
    const piece = await next(at);
    if (piece.length === 0) throw new Error('a source ended before its size');
    at += piece.length;
    yield piece;
    if (performance.now() - breathed < 40) continue;
    await new Promise((resolve) => setTimeout(resolve));
    breathed = performance.now();
  }
}
