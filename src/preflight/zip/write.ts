/**
 * Owns the writing of .zip archives: stored, in the order given, with one fixed date, so that the same files
 * always give the same bytes.
 */
import { crc32 } from './crc32.ts';

export type Stored = { name: string; bytes: Uint8Array };

/** 1 January 1980, the first day the format knows: a real date would change the bytes. */
const fixedDate = 0x0021;
const utf8Names = 0x0800;

/** The whole archive; meant for hand-ins up to the call's limit, far below 4 GiB. */
export function writtenZip(files: readonly Stored[]): Uint8Array<ArrayBuffer> {
  const names = files.map((file) => new TextEncoder().encode(file.name));
  const body = files.reduce((sum, file, i) => sum + 30 + names[i]!.length + file.bytes.length, 0);
  const directory = names.reduce((sum, name) => sum + 46 + name.length, 0);
  const zip = new Uint8Array(body + directory + 22);
  const view = new DataView(zip.buffer);
  let at = 0;
  const put16 = (...values: number[]) =>
    values.forEach((value) => (view.setUint16(at, value, true), (at += 2)));
  const put32 = (...values: number[]) =>
    values.forEach((value) => (view.setUint32(at, value, true), (at += 4)));
  const put = (bytes: Uint8Array) => (zip.set(bytes, at), (at += bytes.length));
  const offsets: number[] = [];
  const sums = files.map((file) => crc32(file.bytes));
  for (const [i, { bytes }] of files.entries()) {
    offsets.push(at);
    put32(0x04034b50);
    put16(20, utf8Names, 0, 0, fixedDate);
    put32(sums[i]!, bytes.length, bytes.length);
    put16(names[i]!.length, 0);
    put(names[i]!);
    put(bytes);
  }
  const start = at;
  for (const [i, { bytes }] of files.entries()) {
    put32(0x02014b50);
    put16(20, 20, utf8Names, 0, 0, fixedDate);
    put32(sums[i]!, bytes.length, bytes.length);
    put16(names[i]!.length, 0, 0, 0, 0);
    put32(0, offsets[i]!);
    put(names[i]!);
  }
  put32(0x06054b50);
  const end = at - start;
  put16(0, 0, files.length, files.length);
  put32(end - 4, start);
  put16(0);
  return zip;
}
