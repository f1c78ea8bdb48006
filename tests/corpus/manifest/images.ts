/** Owns the pictures of the manifest: whole, cut, and growing beyond what they promise. */
import { joined } from '#app/preflight/bytes.ts';
import { chunk, gif, jpeg, png, pngSignature } from '#app/preflight/corpus/images.ts';
import { deflateSync } from 'node:zlib';
import { text, work, type Case, type File } from './case.ts';

export const alone = (name: string, bytes: Uint8Array): File[] => [{ name, bytes }];
export const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share));

/** With a part of its own behind the first mark. */
const jpegOf = (part = '') => {
  const whole = jpeg();
  const segment = part === '' ? [] : [0xff, 0xe2, 0, 2 + part.length, ...text(part)];
  return joined([whole.subarray(0, 2), Uint8Array.from(segment), whole.subarray(2)]);
};

/** A header that promises more than anybody can show. */
export function vastPng(width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  return joined([
    pngSignature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(new Uint8Array(100))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** One grey pixel, in either width of places and either order of bytes. */
export function tiff({ big = false, little = true, strip = 8 } = {}): Uint8Array {
  const out: number[] = [];
  const put = (value: number, size: number) => {
    const bytes = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255);
    out.push(...(little ? bytes : bytes.reverse()));
  };
  out.push(...text(little ? 'II' : 'MM'));
  put(big ? 43 : 42, 2);
  for (const [value, size] of big
    ? [
        [8, 2],
        [0, 2],
        [16, 8],
      ]
    : [[8, 4]])
    put(value!, size!);
  const tags = [
    [256, 3, 1],
    [257, 3, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, strip],
    [279, 4, 1],
  ] as const;
  put(tags.length, big ? 8 : 2);
  for (const [tag, type, value] of tags) {
    put(tag, 2);
    put(type, 2);
    put(1, big ? 8 : 4);
    put(value, type === 3 ? 2 : 4);
    put(0, (big ? 8 : 4) - (type === 3 ? 2 : 4));
  }
  put(0, big ? 8 : 4);
  return Uint8Array.from(out);
}

const honest: Case[] = [
  ...[1, 7, 20, 300].map((size) => work(`png of ${size}`, alone('Sea_main.png', png(size, size)), 'accept')),
  ...[1, 2, 100].map((frames) =>
    work(`gif of ${frames} frames`, alone('Sea_main.gif', gif(frames)), 'accept'),
  ),
  work('jpeg', alone('Sea_main.jpg', jpeg()), 'accept'),
  work('jpeg with the other ending', alone('Sea_main.jpeg', jpeg()), 'accept'),
  ...[false, true].flatMap((big) =>
    [false, true].map((little) =>
      work(
        `${big ? 'BigTIFF' : 'TIFF'}, ${little ? 'Intel' : 'Motorola'}`,
        alone('Sea_main.tif', tiff({ big, little })),
        'accept',
      ),
    ),
  ),
  work('an icon', alone('Sea_main.ico', icon()), 'accept'),
  work(
    'a jpeg with a second picture for brighter screens behind it',
    alone('Sea_main.jpg', joined([jpegOf('MPF\0'), jpegOf()])),
    'accept',
  ),
  work(
    'a jpeg with another behind it that it does not name',
    alone('Sea_main.jpg', joined([jpegOf(), jpegOf()])),
    'accept-with-warning',
    'image.trailing-bytes',
  ),
];

const hostile: Case[] = [
  ...[0.1, 0.5, 0.9].map((share) =>
    work(`png cut at ${share}`, alone('Sea_main.png', cut(png(60, 60), share)), 'reject', 'image.corrupt'),
  ),
  ...[0.4, 0.8].map((share) =>
    work(`jpeg cut at ${share}`, alone('Sea_main.jpg', cut(jpeg(), share)), 'reject', 'image.corrupt'),
  ),
  work(
    'TIFF whose picture lies beyond its end',
    alone('Sea_main.tif', tiff({ strip: 9_000 })),
    'reject',
    'image.corrupt',
  ),
  work(
    'BigTIFF whose picture lies beyond its end',
    alone('Sea_main.tif', tiff({ big: true, strip: 9_000 })),
    'reject',
    'image.corrupt',
  ),
  work('png of fewer rows than it says', alone('Sea_main.png', png(60, 60, 20)), 'reject', 'image.corrupt'),
  work(
    'png of 900 megapixels',
    alone('Sea_main.png', vastPng(30_000, 30_000)),
    'reject',
    'image.too-many-pixels',
  ),
  ...[0.3, 0.9].map((share) =>
    work(`icon cut at ${share}`, alone('Sea_main.ico', cut(icon(), share)), 'reject', 'image.corrupt'),
  ),
  work('gif of 140 frames', alone('Sea_main.gif', gif(140)), 'accept-with-warning', 'image.too-many-frames'),
  work(
    'png with a tail',
    alone('Sea_main.png', joined([png(9, 9), text('more')])),
    'accept-with-warning',
    'image.trailing-bytes',
  ),
  work('jpeg called png', alone('Sea_main.png', jpeg()), 'accept-with-warning', 'type.extension'),
  work('png called jpg', alone('Sea_main.jpg', png(9, 9)), 'accept-with-warning', 'type.extension'),
  work(
    'a page called png',
    alone('Sea_main.png', text('<!DOCTYPE html><html><script>1</script></html>')),
    'reject',
    'type.mismatch',
  ),
  work(
    'nonsense called png',
    alone(
      'Sea_main.png',
      Uint8Array.from({ length: 300 }, (_, i) => (i * 73) & 255),
    ),
    'reject',
    'type.corrupt',
  ),
  work('nothing called png', alone('Sea_main.png', text('')), 'reject', 'file.empty'),
  work(
    'a gif with a frame far beyond the picture',
    alone('Sea_main.gif', wideFrame(gif(2))),
    'reject',
    'image.too-many-pixels',
  ),
];

/** One PNG in an icon. */
function icon(): Uint8Array {
  const picture = png(16, 16);
  const head = new Uint8Array(22);
  head.set([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 8, 0]);
  new DataView(head.buffer).setUint32(14, picture.length, true);
  new DataView(head.buffer).setUint32(18, 22, true);
  return joined([head, picture]);
}

function wideFrame(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  copy.fill(255, copy.indexOf(0x2c, 13) + 5, copy.indexOf(0x2c, 13) + 9);
  return copy;
}

export const images: Case[] = [...honest, ...hostile];
