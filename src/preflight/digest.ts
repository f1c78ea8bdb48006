/** Owns the hashing of streams: SHA-256 in pieces, the same everywhere; Node may bring its faster one. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { passingPiecesOf, type ByteSource } from './sources.ts';

export type Sha256 = { update(bytes: Uint8Array): void; hex(): string };

/** FIPS 180-4, in JavaScript alone. `hex` ends it and is asked once; lower case. */
export function portableSha256(): Sha256 {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
}

/** Hex SHA-256 of a source; `seen` hears the bytes as they pass, for progress. */
export async function digestOf(
  source: ByteSource,
  make: () => Sha256 = portableSha256,
  seen: (bytes: number) => void = () => {},
): Promise<string> {
  const hash = make();
  for await (const piece of passingPiecesOf(source)) {
    hash.update(piece);
    seen(piece.length);
  }
  return hash.hex();
}

/** Hex SHA-256 of a text, as UTF-8. */
export function digestOfText(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
