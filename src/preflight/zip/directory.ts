/** Owns the central directory: every entry it lists, exactly as many as promised and nothing between them. */
import { at, u16le, u32le } from '../bytes.ts';
import { finding } from '../findings.ts';
import { isJunk } from '../names.ts';
import type { Finding } from '../report.ts';
import type { ByteSource } from '../sources.ts';
import type { EndRecord } from './end-record.ts';
import type { ZipEntry } from './entry.ts';
import type { ArchiveWays } from './ways.ts';
import { nameOf } from './entry-name.ts';
import { widened } from './extra.ts';

/** APPNOTE 4.3.12. No entries where one finding says why the whole archive is refused. */
export async function directoryOf(
  source: ByteSource,
  end: EndRecord,
  name: string,
  { entries: limit, listed, supplement }: ArchiveWays,
): Promise<{ entries: ZipEntry[]; findings: Finding[] }> {
  const refuse = (one: Finding) => ({ entries: [], findings: [one] });
  const corrupt = (detail: string) => refuse(finding('zip.corrupt', { name, detail }));
  const tooMany = (count: number, most: number, looked: 'looked-at' | 'left') =>
    finding('zip.too-many-entries', { name, count, limit: most, ...(supplement && { supplement: looked }) });
  if (end.count > listed) return refuse(tooMany(end.count, supplement ? listed : limit, 'left'));
  const start = end.recordsStart - end.directorySize;
  if (start < 0 || end.directoryStart > source.size)
    return corrupt('its directory is not where it should be');
  // A directory that ends early, before the end record, leaves a gap that gapsIn reports.
  const stated = await source.read(end.directoryStart, end.directoryStart + 4);
  const shifted = start !== end.directoryStart;
  if (shifted && start > end.directoryStart && !at(stated, 0, 'PK\x01\x02')) {
    return refuse(finding('zip.polyglot', { name }));
  }
  if (end.directoryStart + end.directorySize > end.recordsStart) return corrupt('its directory is cut off');
  const bytes = await source.read(end.directoryStart, end.directoryStart + end.directorySize);
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (let i = 0; i < end.count; i++) {
    if (!at(bytes, offset, 'PK\x01\x02')) return corrupt('its directory names fewer files than it promises');
    const next =
      offset + 46 + u16le(bytes, offset + 28) + u16le(bytes, offset + 30) + u16le(bytes, offset + 32);
    if (next > bytes.length) return corrupt('its directory is cut off');
    const entry = entryAt(bytes, offset);
    if (!entry) return refuse(finding('zip.ambiguous', { name, detail: 'sizes are missing' }));
    entries.push(entry);
    offset = next;
  }
  if (offset !== bytes.length && !at(bytes, offset, 'PK\x05\x05')) {
    return refuse(finding('zip.ambiguous', { name, detail: 'more in the directory than it counts' }));
  }
  const count = entries.filter((entry) => !isJunk(entry.name)).length;
  return { entries, findings: count > limit ? [tooMany(count, limit, 'looked-at')] : [] };
}

function entryAt(bytes: Uint8Array, start: number): ZipEntry | null {
  const host = u16le(bytes, start + 4) >>> 8;
  const flags = u16le(bytes, start + 8);
  const nameEnd = start + 46 + u16le(bytes, start + 28);
  const extra = bytes.subarray(nameEnd, nameEnd + u16le(bytes, start + 30));
  const rawName = bytes.subarray(start + 46, nameEnd);
  const sizes = widened(
    {
      compressedSize: u32le(bytes, start + 20),
      size: u32le(bytes, start + 24),
      disk: u16le(bytes, start + 34),
      offset: u32le(bytes, start + 42),
    },
    extra,
  );
  if (!sizes) return null;
  const attributes = u32le(bytes, start + 38);
  const onUnix = host === 3 || host === 19;
  const { name, nameFrom } = nameOf(rawName, flags, extra);
  return {
    name,
    nameFrom,
    rawName,
    isDirectory: name.endsWith('/') || (!onUnix && (attributes & 0x10) !== 0 && sizes.size === 0),
    flags,
    method: u16le(bytes, start + 10),
    crc: u32le(bytes, start + 16),
    ...sizes,
    mode: onUnix ? attributes >>> 16 : null,
    reparsePoint: !onUnix && (attributes & 0x400) !== 0,
    extra,
  };
}
