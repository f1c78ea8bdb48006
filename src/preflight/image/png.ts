/** Owns the structure of PNG: chunks, checksums, and how much its pixels really unpack to (W3C PNG, 3rd edition). */
import { at, latin1, u32be } from '../bytes.ts';
import { imageLimits } from '../limits.ts';
import { crc32 } from '../zip/crc32.ts';
import { countInflated } from '../inflate-count.ts';
import { broken, type Seen } from './seen.ts';

/** Pixels as IHDR states them. The data is unpacked only to be counted, and not where the size is over the limit. */
export async function seenPng(bytes: Uint8Array): Promise<Seen> {
  if (!at(bytes, 12, 'IHDR') || bytes.length < 33) return broken('its header is missing');
  const width = u32be(bytes, 16);
  const height = u32be(bytes, 20);
  const seen: Seen = { width, height };
  if (width === 0 || height === 0 || width > 0x7fffffff || height > 0x7fffffff)
    return broken('it has no size');
  const pixels: Uint8Array[] = [];
  let metadata = 0;
  let offset = 8;
  let ended = false;
  while (offset + 12 <= bytes.length) {
    const length = u32be(bytes, offset);
    const type = latin1(bytes, offset + 4, offset + 8);
    const next = offset + 12 + length;
    if (next > bytes.length) break;
    const critical = /^[A-Z]/.test(type);
    if (crc32(bytes.subarray(offset + 4, next - 4)) !== u32be(bytes, next - 4)) {
      if (critical) return { ...seen, fault: 'a checksum is wrong' };
      seen.flaw = 'a checksum is wrong';
    }
    const data = bytes.subarray(offset + 8, next - 4);
    if (type === 'IDAT') pixels.push(data);
    if (type === 'acTL') seen.frames = u32be(data, 0);
    if (type === 'zTXt' || type === 'iCCP' || (type === 'iTXt' && data.length > 0)) {
      metadata += await packedText(type, data);
    } else if (!critical) metadata += length;
    offset = next;
    if (type === 'IEND') {
      ended = true;
      break;
    }
  }
  if (metadata > imageLimits.metadataBytes) seen.metadata = `${Math.round(metadata / 1e6)} MB of text`;
  if (!ended) return { ...seen, fault: 'its end is missing' };
  if (pixels.length === 0) return { ...seen, fault: 'it holds no pixels' };
  if (bytes.length > offset) seen.trailing = bytes.length - offset;
  if (width * height > imageLimits.pixels) return seen;
  return { ...seen, ...(await pixelFault(bytes, pixels)) };
}

async function pixelFault(bytes: Uint8Array, pixels: Uint8Array[]): Promise<Partial<Seen>> {
  const expected = expectedBytes(bytes);
  const slack = 65_536;
  const { size, whole } = await countInflated(pixels, 'deflate', expected + slack);
  if (size > expected + slack) return { bomb: 'more pixels than it states' };
  if (size < expected)
    return { fault: whole ? 'it holds fewer pixels than it states' : 'its pixels do not unpack' };
  return whole ? {} : { flaw: 'its pixels end oddly' };
}

/** Bytes of all rows with their filter bytes; interlaced pictures have seven passes. */
function expectedBytes(bytes: Uint8Array): number {
  const width = u32be(bytes, 16);
  const height = u32be(bytes, 20);
  const channels = ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as Record<number, number>)[bytes[25]!] ?? 1;
  const bits = (bytes[24] || 8) * channels;
  const rows = (w: number, h: number) => (w === 0 || h === 0 ? 0 : (Math.ceil((w * bits) / 8) + 1) * h);
  if (bytes[28] !== 1) return rows(width, height);
  const passes = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ];
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x!) / dx!), Math.ceil((height - y!) / dy!)),
    0,
  );
}

/** What a compressed text or profile unpacks to, counted only up to the limit. */
async function packedText(type: string, data: Uint8Array): Promise<number> {
  const name = data.indexOf(0);
  if (name < 0) return data.length;
  if (type === 'iTXt' && data[name + 1] !== 1) return data.length;
  let start = name + 2;
  if (type === 'iTXt') start = data.indexOf(0, data.indexOf(0, name + 3) + 1) + 1;
  const { size } = await countInflated([data.subarray(start)], 'deflate', imageLimits.metadataBytes + 1);
  return size;
}
