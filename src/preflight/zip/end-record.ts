/** Owns the finding of the end of a zip archive, from where its one true directory is read. */
import { at, latin1, u16le, u32le, u64le } from '../bytes.ts';
import { finding } from '../findings.ts';
import type { Finding } from '../report.ts';
import type { ByteSource } from '../sources.ts';

export type EndRecord = {
  count: number;
  directoryStart: number;
  directorySize: number;
  /** Where the records after the directory begin, and where the archive ends. */
  recordsStart: number;
  end: number;
  /** Other end marks seen in the last 64 KiB: harmless only inside an entry. */
  rivals: number[];
};

const signature = 'PK\x05\x06';

/** The end record, or the refusal; `findings` may hold warnings about bytes behind it. */
export async function endRecordOf(
  source: ByteSource,
  name: string,
): Promise<{ record: EndRecord | null; findings: Finding[] }> {
  const refuse = (one: Finding) => ({ record: null, findings: [one] });
  const tailStart = Math.max(0, source.size - 22 - 65_535 - 1024);
  const tail = await source.read(tailStart, source.size);
  const marks = marksIn(tail);
  if (marks.length === 0) return refuse(await withoutEnd(source, name));
  const ends = (mark: number) => mark + 22 + u16le(tail, mark + 20);
  const chosen =
    marks.find((mark) => ends(mark) === tail.length) ?? marks.findLast((mark) => ends(mark) < tail.length);
  if (chosen === undefined) return refuse(finding('zip.corrupt', { name, detail: 'its end is cut off' }));
  // A mark inside the comment gives a second reading of the same file.
  if (marks.some((mark) => mark > chosen && mark < ends(chosen))) {
    return refuse(finding('zip.ambiguous', { name, detail: 'two ends' }));
  }
  if (marks.some((mark) => mark > chosen))
    return refuse(finding('zip.ambiguous', { name, detail: 'two ends' }));
  const findings: Finding[] = [];
  const bytes = tail.length - ends(chosen);
  if (bytes > 0) findings.push(finding('zip.trailing-data', { name, bytes }));
  const narrow = {
    count: u16le(tail, chosen + 10),
    directorySize: u32le(tail, chosen + 12),
    directoryStart: u32le(tail, chosen + 16),
  };
  if (u16le(tail, chosen + 4) !== 0 && u16le(tail, chosen + 4) !== 0xffff)
    return refuse(finding('zip.multi-part', { name }));
  if (u16le(tail, chosen + 8) !== narrow.count) return refuse(finding('zip.multi-part', { name }));
  const rivals = marks.filter((mark) => mark !== chosen).map((mark) => tailStart + mark);
  const absolute = tailStart + chosen;
  const wide = await wideRecord(source, absolute);
  if (wide === 'broken')
    return refuse(finding('zip.corrupt', { name, detail: 'its 64-bit directory is missing' }));
  if (wide === null) {
    return { record: { ...narrow, recordsStart: absolute, end: absolute + 22, rivals }, findings };
  }
  if (wide.disks > 1) return refuse(finding('zip.multi-part', { name }));
  const agrees =
    fits(narrow.count, wide.count, 0xffff) &&
    fits(narrow.directorySize, wide.directorySize, 0xffffffff) &&
    fits(narrow.directoryStart, wide.directoryStart, 0xffffffff);
  if (!agrees) return refuse(finding('zip.ambiguous', { name, detail: 'two directories' }));
  const { count, directorySize, directoryStart, recordsStart } = wide;
  return {
    record: { count, directorySize, directoryStart, recordsStart, end: absolute + 22, rivals },
    findings,
  };
}

function marksIn(tail: Uint8Array): number[] {
  const marks: number[] = [];
  for (let i = tail.indexOf(0x50); i >= 0; i = tail.indexOf(0x50, i + 1)) {
    if (at(tail, i, signature) && i + 22 <= tail.length) marks.push(i);
  }
  return marks;
}

async function withoutEnd(source: ByteSource, name: string): Promise<Finding> {
  const head = await source.read(0, 8);
  if (at(head, 0, 'PK\x07\x08')) return finding('zip.multi-part', { name });
  if (latin1(head, 0, 2) === 'PK') return finding('zip.corrupt', { name, detail: 'its end is cut off' });
  return finding('zip.not-a-zip', { name, kind: 'something else' });
}

async function wideRecord(source: ByteSource, end: number) {
  const locator = end >= 20 ? await source.read(end - 20, end) : new Uint8Array();
  if (!at(locator, 0, 'PK\x06\x07')) return null;
  const start = u64le(locator, 8);
  if (!Number.isSafeInteger(start) || start + 56 > end) return 'broken';
  const record = await source.read(start, start + 56);
  if (!at(record, 0, 'PK\x06\x06') || start + 12 + u64le(record, 4) !== end - 20) return 'broken';
  return {
    disks: Math.max(u32le(locator, 16), u32le(record, 16) + 1),
    count: u64le(record, 32),
    directorySize: u64le(record, 40),
    directoryStart: u64le(record, 48),
    recordsStart: start,
  };
}

function fits(narrow: number, wide: number, saturated: number): boolean {
  return narrow === saturated || narrow === wide;
}
