/** Owns the structure of JPEG: its segments to the end mark, without decoding (ITU T.81). */
import { at, u16be } from '../bytes.ts';
import { broken, type Seen } from './seen.ts';

/** A progressive picture has about ten scans; thousands only cost time. */
const scansAtMost = 1_000;

/** Pixels as the frame header states them, before any turning by EXIF; 0 where the file ends before it. */
export function seenJpeg(bytes: Uint8Array): Seen {
  let offset = 2;
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  let metadata = 0;
  let several = false;
  while (offset + 1 < bytes.length) {
    if (bytes[offset] !== 0xff) {
      if (scans > 0) return cut(size, 'its pixels are damaged');
      return broken('a part is damaged');
    }
    const mark = bytes[offset + 1]!;
    if (mark === 0xff) {
      offset += 1;
      continue;
    }
    if (mark === 0xd9) return ended(bytes, endOfAll(bytes, offset + 2, several), size, scans, metadata);
    if (mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7)) {
      offset += 2;
      continue;
    }
    const length = u16be(bytes, offset + 2);
    if (length < 2 || offset + 2 + length > bytes.length) return cut(size, 'its end is missing');
    if (isFrame(mark)) size = { height: u16be(bytes, offset + 5), width: u16be(bytes, offset + 7) };
    several ||= mark === 0xe2 && at(bytes, offset + 4, 'MPF\0');
    if (mark >= 0xe1 && mark <= 0xfe) metadata += length;
    offset += 2 + length;
    if (mark !== 0xda) continue;
    scans += 1;
    if (scans > scansAtMost) return { ...(size ?? { width: 0, height: 0 }), bomb: 'thousands of scans' };
    offset = afterScan(bytes, offset);
  }
  return cut(size, 'its end is missing');
}

/** Phones keep a second picture behind the first, for brighter screens, and say so (CIPA DC-007). */
function endOfAll(bytes: Uint8Array, end: number, several: boolean): number {
  if (!several || !at(bytes, end, '\xff\xd8\xff')) return end;
  const rest = bytes.subarray(end);
  const next = seenJpeg(rest);
  return next.fault || next.bomb ? end : bytes.length - (next.trailing ?? 0);
}

function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
}

/** Coded data runs on to the next mark that is neither a stuffed zero nor a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let i = bytes.indexOf(0xff, from); i >= 0; i = bytes.indexOf(0xff, i + 1)) {
    const next = bytes[i + 1];
    if (next !== 0 && next !== 0xff && !(next! >= 0xd0 && next! <= 0xd7)) return i;
  }
  return bytes.length;
}

function ended(bytes: Uint8Array, end: number, size: Seen | null, scans: number, metadata: number): Seen {
  if (!size || scans === 0) return broken('it holds no pixels');
  // A height of 0 may be given later by a DNL mark, which nobody writes any more.
  if (size.width === 0 || size.height === 0) return broken('it has no size');
  const seen: Seen = { ...size };
  if (bytes.length > end) seen.trailing = bytes.length - end;
  if (metadata > 16 * 1024 * 1024) seen.metadata = `${Math.round(metadata / 1e6)} MB`;
  return seen;
}

function cut(size: { width: number; height: number } | null, fault: string): Seen {
  return { ...(size ?? { width: 0, height: 0 }), fault };
}
