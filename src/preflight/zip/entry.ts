/** Owns the shape of an entry as the central directory lists it. */
export type ZipEntry = {
  /** Decoded, not yet tidied; never a path to write to. */
  name: string;
  rawName: Uint8Array;
  /** How the name was read: 'guessed' where nothing in the archive says. */
  nameFrom: 'utf8' | 'ascii' | 'guessed' | 'invalid';
  isDirectory: boolean;
  flags: number;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  offset: number;
  /** Unix mode where the archive was made on such a system, else null. */
  mode: number | null;
  reparsePoint: boolean;
  disk: number;
  extra: Uint8Array;
};

/** An entry whose local header was found and agreed: its bytes are [dataStart, dataStart + compressedSize). */
export type PlacedEntry = ZipEntry & { dataStart: number; end: number };

/** Bits 0, 6 and 13 of the flags (APPNOTE 4.4.4), or method 99, AES. */
export const isEncrypted = (entry: ZipEntry) => (entry.flags & 0x2041) !== 0 || entry.method === 99;
