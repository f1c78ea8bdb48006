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

/** An animation of one-pixel frames. */
export function gif(frames: number): Uint8Array {
  const head = [...new TextEncoder().encode('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  return Uint8Array.from([...head, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}

/** A grey picture of 8 x 8, whose coded data is invented; nothing here decodes it. */
export function jpeg(): Uint8Array {
  const start = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0];
  const scan = [
    0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0x11, 0x22,
  ];
  return Uint8Array.from([...start, ...frame, ...scan, 0xff, 0xd9]);
}
