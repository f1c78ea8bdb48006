/** Owns a writer of archives for tests: honest by default, and able to break each rule on its own. */
import { deflateRawSync } from 'node:zlib';
import { joined } from '../bytes.ts';
import { crc32 } from '../zip/crc32.ts';

export type TestEntry = {
  name: string | Uint8Array;
  bytes: Uint8Array;
  method?: number;
  flags?: number;
  /** Unix mode; sets the host to Unix. */
  mode?: number;
  streamed?: boolean;
  /** What the headers say in place of the truth. */
  central?: Partial<Headers>;
  local?: Partial<Headers>;
  /** Raw compressed bytes in place of our own. */
  packed?: Uint8Array;
  unlisted?: boolean;
  /** Extra fields beside the name: in the directory, and in the file's own header. */
  extra?: { central: Uint8Array; local: Uint8Array };
  gapBefore?: Uint8Array;
};
type Headers = {
  name: string;
  crc: number;
  size: number;
  compressedSize: number;
  method: number;
  flags: number;
  offset: number;
};
export type TestArchive = {
  prefix?: Uint8Array;
  trailing?: Uint8Array;
  comment?: Uint8Array;
  count?: number;
  disk?: number;
  directoryStart?: number;
};

export function zipOf(entries: readonly TestEntry[], archive: TestArchive = {}): Uint8Array {
  const pieces: Uint8Array[] = [archive.prefix ?? new Uint8Array()];
  const central: Uint8Array[] = [];
  let offset = pieces[0]!.length;
  const push = (bytes: Uint8Array) => (pieces.push(bytes), (offset += bytes.length));
  for (const entry of entries) {
    if (entry.gapBefore) push(entry.gapBefore);
    const packed =
      entry.packed ?? (entry.method === 8 ? new Uint8Array(deflateRawSync(entry.bytes)) : entry.bytes);
    const truth: Headers = {
      name: '',
      crc: crc32(entry.bytes),
      size: entry.bytes.length,
      compressedSize: packed.length,
      method: entry.method ?? 0,
      flags: (entry.flags ?? 0x0800) | (entry.streamed ? 8 : 0),
      offset,
    };
    const zeroed = entry.streamed ? { crc: 0, size: 0, compressedSize: 0 } : {};
    const local = { ...truth, ...zeroed, ...entry.local };
    const listed = { ...truth, ...entry.central };
    const localName = entry.local?.name === undefined ? raw(entry.name) : raw(entry.local.name);
    push(
      joined([
        u32(0x04034b50),
        u16(20, local.flags, local.method, 0, 0x21),
        u32(local.crc, local.compressedSize, local.size),
        u16(localName.length, entry.extra?.local.length ?? 0),
        localName,
        entry.extra?.local ?? new Uint8Array(),
        packed,
      ]),
    );
    if (entry.streamed) push(u32(0x08074b50, truth.crc, truth.compressedSize, truth.size));
    if (entry.unlisted) continue;
    const name = raw(entry.name);
    const madeBy = entry.mode === undefined ? 20 : 0x0314;
    central.push(
      joined([
        u32(0x02014b50),
        u16(madeBy, 20, listed.flags, listed.method, 0, 0x21),
        u32(listed.crc, listed.compressedSize, listed.size),
        u16(name.length, entry.extra?.central.length ?? 0, 0, 0, 0),
        u32((entry.mode ?? 0) * 65_536, listed.offset),
        name,
        entry.extra?.central ?? new Uint8Array(),
      ]),
    );
  }
  const directory = joined(central);
  const count = archive.count ?? central.length;
  const comment = archive.comment ?? new Uint8Array();
  const disk = archive.disk ?? 0;
  const end = joined([
    u32(0x06054b50),
    u16(disk, disk, count, count),
    u32(directory.length, archive.directoryStart ?? offset),
    u16(comment.length),
  ]);
  return joined([...pieces, directory, end, comment, archive.trailing ?? new Uint8Array()]);
}

/** The field by which Info-ZIP gives a name in UTF-8 beside one in an old code page. */
export function unicodePath(name: string, beside: string): Uint8Array {
  const path = raw(name);
  return joined([u16(0x7075, 5 + path.length), Uint8Array.of(1), u32(crc32(raw(beside))), path]);
}

const raw = (name: string | Uint8Array) => (typeof name === 'string' ? new TextEncoder().encode(name) : name);

/** Little-endian numbers of these widths. */
const u16 = (...values: number[]) => packedNumbers(2, values);
const u32 = (...values: number[]) => packedNumbers(4, values);

function packedNumbers(width: number, values: number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) => Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** i) & 255)),
  );
}
