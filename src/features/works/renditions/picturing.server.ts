/**
 * Owns the inside of the child process that makes public pictures of one stored picture: an order comes in as JSON,
 * frames go out, each a line of JSON and its bytes. Pixels are all that gets through; our own packet is added. The
 * fence around it is `preflight/caps.server.ts`.
 */
import { getPriority, setPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { largestSide, lightOf, markOf } from '#app/features/works/likeness.ts';
import { imageLimits } from '#app/preflight/limits.ts';
import { encoders, onlyKnownDecoders, opaque } from './encoders.server.ts';
import { levelSize, scaleFactors, tilesOf } from './iiif-tiles.ts';
import { framed, type Order } from './picture-order.ts';
import { largestOf, pictureSizes, zoomSize, type Size } from './picture-sizes.ts';

onlyKnownDecoders();
// Nobody waits for it, and the same machine serves the pages.
setPriority(Math.max(5, getPriority()));

const order = JSON.parse(await text(process.stdin)) as Order;
const original = await measured();
say({ measured: original });
if (order.make === 'pictures') await pictures();
else if (order.make === 'tiles') await tiles();
else await bare();

async function measured(): Promise<Size> {
  const { autoOrient, format, pages = 1, pageHeight } = await sharp(order.path, reading()).metadata();
  if (format === 'svg') return rasterised(autoOrient);
  return {
    width: autoOrient.width,
    height: pages > 1 ? (pageHeight ?? autoOrient.height) : autoOrient.height,
  };
}

/** A drawing has no pixels of its own: it is drawn as wide as the widest picture. */
function rasterised({ width, height }: Size): Size {
  const { width: wide } = largestOf(null);
  return { width: wide, height: Math.max(1, Math.round((height * wide) / width)) };
}

async function pictures(): Promise<void> {
  const sizes = pictureSizes(original, order.maxPixels);
  const largest = await decoded(sizes.at(-1)!);
  say({ mark: await markedBy(largest) });
  for (const size of sizes) {
    const { data, info } = await sharp(largest.data, { raw: largest.info })
      .resize(size.width, size.height, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const [ending, mime, encode] of encoders) {
      const bytes = await encode(sharp(data, { raw: info }).withXmp(order.xmp)).toBuffer();
      say(
        { name: `${order.stem}-${info.width}.${ending}`, mime, width: info.width, height: info.height },
        bytes,
      );
    }
  }
}

/** The same picture in the same format and size, for a page that expects it under its name. */
async function bare(): Promise<void> {
  const { format } = await sharp(order.path, reading()).metadata();
  const picture = sharp(order.path, { ...reading(), animated: format === 'gif' || format === 'webp' })
    .timeout({ seconds: 20 })
    .autoOrient()
    .toColourspace('srgb');
  const written = {
    jpeg: () => picture.withXmp(order.xmp).jpeg({ quality: 88 }),
    png: () => picture.withXmp(order.xmp).png(),
    webp: () => picture.withXmp(order.xmp).webp({ quality: 88 }),
    gif: () => picture.gif(),
  }[format as string];
  if (written) say({ name: order.stem, mime: `image/${format}`, ...original }, await written().toBuffer());
}

/** The mark by which copies are found, from the same pixels that a visitor's browser would take it from. */
async function markedBy({ data, info }: Awaited<ReturnType<typeof decoded>>): Promise<string> {
  const small = await sharp(data, { raw: info })
    .resize(largestSide, largestSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return markOf(lightOf(small.data, small.info.width, small.info.height));
}

async function tiles(): Promise<void> {
  const whole = zoomSize(original, order.maxPixels);
  if (!whole) return;
  const all = tilesOf(whole, order.stem);
  let { data, info } = await decoded(whole, true);
  for (const factor of scaleFactors(whole)) {
    const size = levelSize(whole, factor);
    if (factor > 1)
      ({ data, info } = await sharp(data, { raw: info })
        .resize(size.width, size.height, { fit: 'fill' })
        .raw()
        .toBuffer({ resolveWithObject: true }));
    for (const { name, left, top, width, height } of all.filter((tile) => tile.factor === factor)) {
      const bytes = await sharp(data, { raw: info })
        .extract({ left, top, width, height })
        .withXmp(order.xmp)
        .jpeg({ quality: 80 })
        .toBuffer();
      say({ name, mime: 'image/jpeg', width, height }, bytes);
    }
  }
}

/** Upright, in sRGB with eight bits: colours are brought over before the profile is dropped. */
async function decoded({ width, height }: Size, flat = false) {
  const picture = sharp(order.path, reading(await density(width)))
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb');
  return (flat ? opaque(picture) : picture).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
}

async function density(width: number): Promise<number> {
  const { format, width: drawn = width } = await sharp(order.path, reading()).metadata();
  return format === 'svg' ? Math.min(2400, Math.max(1, (72 * width) / drawn)) : 72;
}

function reading(dotsPerInch = 72) {
  return { limitInputPixels: imageLimits.pixels, failOn: 'error', density: dotsPerInch } as const;
}

function say(what: object, bytes: Uint8Array = new Uint8Array()): void {
  process.stdout.write(framed(what, bytes));
}
