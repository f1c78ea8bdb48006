/**
 * Owns the one path by which a hand-in becomes pieces, be it loose files, a folder or a .zip: names tidied, junk
 * left out, one wrapping folder taken off, each piece readable without loading the rest.
 */
import { digestOf } from './digest.ts';
import type { Engine } from './engine.ts';
import { headBytes, heldBytes } from './limits.ts';
import { isJunk, nameFindings, tidyPath } from './names.ts';
import type { Finding } from './report.ts';
import { fromBytes, type ByteSource, type NamedSource } from './sources.ts';
import type { PlacedEntry } from './zip/entry.ts';
import { passingUnpacked, Refused } from './zip/inflate.ts';

/** What was read of a piece: its hash, and its bytes where they could be held. */
export type ReadPiece = { sha256: string; source: ByteSource | null; refusal: Finding | null };

export type Piece = {
  name: string;
  size: number;
  /** Marked as a program by the archive's mode bits. */
  executable: boolean;
  head(): Promise<Uint8Array>;
  read(): Promise<ReadPiece>;
};

type Reading = { engine: Engine; seen: (bytes: number) => void };

/** Names as tidied; nothing is read yet. */
export function piecesOfFiles(
  files: readonly NamedSource[],
  reading: Reading,
): { pieces: Piece[]; findings: Finding[] } {
  const kept = files.filter((file) => !isJunk(file.name));
  const findings = kept.flatMap((file) => nameFindings(file.name));
  const pieces = kept.map(({ name, blob }) => ({
    name: tidyPath(name),
    size: blob.size,
    executable: false,
    head: () => blob.read(0, Math.min(headBytes, blob.size)),
    read: async () => ({
      sha256: await digestOf(blob, reading.engine.sha256, reading.seen),
      source: blob,
      refusal: null,
    }),
  }));
  return { pieces: withoutWrapper(pieces), findings };
}

/** Nothing is unpacked yet. What does not unpack as promised throws nothing: it has a `refusal` when it is read. */
export function piecesOfZip(archive: ByteSource, entries: readonly PlacedEntry[], reading: Reading): Piece[] {
  const pieces = entries.map((entry) => ({
    name: tidyPath(entry.name),
    size: entry.size,
    executable: ((entry.mode ?? 0) & 0o6111) !== 0,
    head: () => headOf(archive, entry, reading.engine),
    read: () => readEntry(archive, entry, reading),
  }));
  return withoutWrapper(pieces);
}

/** The first bytes of an entry; what cannot be unpacked gives none, and `read` will say why. */
async function headOf(archive: ByteSource, entry: PlacedEntry, engine: Engine): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(headBytes, entry.size));
  let filled = 0;
  try {
    for await (const piece of passingUnpacked(archive, entry, engine)) {
      const room = piece.subarray(0, head.length - filled);
      head.set(room, filled);
      filled += room.length;
      if (filled === head.length) break;
    }
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
  }
  return head.subarray(0, filled);
}

async function readEntry(archive: ByteSource, entry: PlacedEntry, reading: Reading): Promise<ReadPiece> {
  const hash = reading.engine.sha256();
  const holding = entry.method !== 0 && entry.size <= heldBytes;
  let held: Uint8Array | null = null;
  let filled = 0;
  try {
    for await (const piece of passingUnpacked(archive, entry, reading.engine)) {
      hash.update(piece);
      reading.seen(piece.length);
      if (!holding) continue;
      // What was packed comes in memory of its own, so that a whole entry need not be copied.
      if (piece.length === entry.size) held = piece;
      else (held ??= new Uint8Array(entry.size)).set(piece, filled);
      filled += piece.length;
    }
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    return { sha256: hash.hex(), source: null, refusal: cause.finding };
  }
  const stored = {
    size: entry.size,
    read: (start: number, end: number) =>
      archive.read(entry.dataStart + start, entry.dataStart + Math.min(end, entry.size)),
  };
  const source = entry.method === 0 ? stored : holding ? fromBytes(held ?? new Uint8Array()) : null;
  return { sha256: hash.hex(), source, refusal: null };
}

/** Takes one folder off when it wraps everything. */
export function withoutWrapper<P extends { name: string }>(pieces: P[]): P[] {
  const folder = pieces[0]?.name.split('/')[0];
  if (!folder || !pieces.every((piece) => piece.name.startsWith(`${folder}/`))) return pieces;
  return pieces.map((piece) => ({ ...piece, name: piece.name.slice(folder.length + 1) }));
}
