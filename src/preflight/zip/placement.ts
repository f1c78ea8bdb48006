/** Owns where entries lie: local headers that agree with the directory, no overlap, nothing between. */
import { at, latin1, sameBytes, u16le, u32le, u64le } from '../bytes.ts';
import { finding } from '../findings.ts';
import type { Finding } from '../report.ts';
import type { ByteSource } from '../sources.ts';
import type { EndRecord } from './end-record.ts';
import type { PlacedEntry, ZipEntry } from './entry.ts';
import { extraField, widened } from './extra.ts';

/** Every entry with its place, or the first refusal. */
export async function placed(
  source: ByteSource,
  entries: readonly ZipEntry[],
  end: EndRecord,
  name: string,
): Promise<{ entries: PlacedEntry[]; findings: Finding[] }> {
  const found: PlacedEntry[] = [];
  for (const entry of entries) {
    const place = await placeOf(source, entry, end);
    if ('code' in place) return { entries: [], findings: [place] };
    found.push(place);
  }
  const findings = await gapsIn(source, found, end, name);
  const rivals = end.rivals.filter(
    (mark) => !found.some((entry) => mark >= entry.dataStart && mark < entry.end),
  );
  if (rivals.length > 0) findings.push(finding('zip.ambiguous', { name, detail: 'two ends' }));
  return { entries: found, findings };
}

async function placeOf(source: ByteSource, entry: ZipEntry, end: EndRecord): Promise<PlacedEntry | Finding> {
  const { name } = entry;
  const where = { where: { file: name } };
  const differs = (detail: string) => finding('zip.ambiguous', { name, detail }, where);
  const header = await source.read(entry.offset, entry.offset + 30);
  if (entry.offset + 30 > end.directoryStart || !at(header, 0, 'PK\x03\x04')) {
    return finding('zip.corrupt', { name, detail: 'a file is not where the directory says' }, where);
  }
  const nameSize = u16le(header, 26);
  const dataStart = entry.offset + 30 + nameSize + u16le(header, 28);
  const rest = await source.read(entry.offset + 30, dataStart);
  if (!sameBytes(rest.subarray(0, nameSize), entry.rawName)) return differs('two names for one file');
  const [said, listed] = [rest.subarray(nameSize), entry.extra].map((extra) => extraField(extra, 0x7075));
  if (isBytes(said) && isBytes(listed) && !sameBytes(said, listed)) return differs('two names for one file');
  // Bits 1 and 2 only tell how hard the compressor tried.
  if ((u16le(header, 6) ^ entry.flags) & ~0x0006) return differs('two sets of flags');
  if (u16le(header, 8) !== entry.method) return differs('two methods');
  const streamed = (entry.flags & 8) !== 0;
  const local = { crc: u32le(header, 14), compressedSize: u32le(header, 18), size: u32le(header, 22) };
  const wide = widened({ ...local, offset: 0, disk: 0 }, rest.subarray(nameSize));
  if (!wide) return differs('sizes are missing');
  const same = (mine: number, theirs: number) => mine === theirs || (streamed && mine === 0);
  if (!same(local.crc, entry.crc)) return differs('two checksums');
  if (!same(wide.compressedSize, entry.compressedSize) || !same(wide.size, entry.size))
    return differs('two sizes');
  const dataEnd = dataStart + entry.compressedSize;
  if (dataEnd > end.directoryStart)
    return finding('zip.corrupt', { name, detail: 'a file is cut off' }, where);
  const afterData = streamed ? await descriptorEnd(source, entry, dataEnd) : dataEnd;
  if (afterData === null) return differs('two sizes');
  return { ...entry, dataStart, end: afterData };
}

const isBytes = (field: unknown): field is Uint8Array => field instanceof Uint8Array;

/** Where the descriptor of a streamed entry ends: with or without its mark, in 32 or 64 bits. */
async function descriptorEnd(source: ByteSource, entry: ZipEntry, dataEnd: number): Promise<number | null> {
  const bytes = await source.read(dataEnd, dataEnd + 24);
  for (const mark of at(bytes, 0, 'PK\x07\x08') ? [4, 0] : [0]) {
    if (u32le(bytes, mark) !== entry.crc) continue;
    if (u32le(bytes, mark + 4) === entry.compressedSize && u32le(bytes, mark + 8) === entry.size) {
      return dataEnd + mark + 12;
    }
    if (u64le(bytes, mark + 4) === entry.compressedSize && u64le(bytes, mark + 12) === entry.size) {
      return dataEnd + mark + 20;
    }
  }
  // Some writers set the flag, fill in the header, and write no descriptor.
  const header = await source.read(entry.offset + 14, entry.offset + 26);
  return u32le(header, 0) === entry.crc && u32le(header, 4) === entry.compressedSize ? dataEnd : null;
}

async function gapsIn(
  source: ByteSource,
  entries: readonly PlacedEntry[],
  end: EndRecord,
  name: string,
): Promise<Finding[]> {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  const first = inOrder[0]?.offset ?? end.directoryStart;
  const spanMark = first === 4 && ['PK00', 'PK\x07\x08'].includes(latin1(await source.read(0, 4), 0, 4));
  if (first > 0 && !spanMark) return [finding('zip.polyglot', { name })];
  let reached = first;
  let unlisted = 0;
  for (const entry of inOrder) {
    if (entry.offset < reached) return [finding('zip.overlap', { name })];
    const gap = await gapBetween(source, reached, entry.offset);
    if (gap === 'entry')
      return [finding('zip.hidden-data', { name, bytes: entry.offset - reached, entry: true })];
    unlisted += entry.offset - reached;
    reached = entry.end;
  }
  if (reached > end.directoryStart) return [finding('zip.overlap', { name })];
  const behind = [
    [reached, end.directoryStart],
    [end.directoryStart + end.directorySize, end.recordsStart],
  ] as const;
  for (const [from, to] of behind) {
    if ((await gapBetween(source, from, to)) === 'entry') {
      return [finding('zip.hidden-data', { name, bytes: to - from, entry: true })];
    }
    unlisted += to - from;
  }
  return unlisted === 0
    ? []
    : [finding('zip.hidden-data', { name, bytes: unlisted, entry: false }, { severity: 'warning' })];
}

async function gapBetween(source: ByteSource, from: number, to: number): Promise<'none' | 'bytes' | 'entry'> {
  if (to <= from) return 'none';
  const overlap = 3;
  for (let start = from; start < to; start += 1024 * 1024) {
    const bytes = await source.read(start, Math.min(to, start + 1024 * 1024 + overlap));
    for (let i = bytes.indexOf(0x50); i >= 0; i = bytes.indexOf(0x50, i + 1)) {
      if (at(bytes, i, 'PK\x03\x04') || at(bytes, i, 'PK\x01\x02')) return 'entry';
    }
  }
  return 'bytes';
}
