/** Owns small honest pictures made byte by byte, for tests. */
import { deflateSync } from 'node:zlib';
import { crc32 } from '../zip/crc32.ts';
import { joined } from '../bytes.ts';

/** One chunk of a PNG, with its length and checksum. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);

/** A grey picture; `rows` may be fewer than the height, to make a picture that ends too early. */
export function png(width: number, height: number, rows = height): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = new Uint8Array((width + 1) * rows).fill(128);
  for (let row = 0; row < rows; row++) pixels[row * (width + 1)] = 0;
  return joined([
    pngSignature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}
