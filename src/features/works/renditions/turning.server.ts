/**
 * Owns the inside of the child process that draws views of a model: an order comes in as JSON, frames go out. Dots that
 * we drew are all that gets through; our own packet is added. The fence around it is `preflight/caps.server.ts`.
 */
import { readFile } from 'node:fs/promises';
import { getPriority, setPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { imageLimits } from '#app/preflight/limits.ts';
import { encoders, onlyKnownDecoders } from './encoders.server.ts';
import { drawView, sceneOf } from './model/draw.ts';
import { countOf, Undrawable, type Model } from './model/model.ts';
import type { Painted } from './model/paint.ts';
import { readModel } from './model/read-model.ts';
import { viewName, type ViewOrder } from './model/views.ts';
import { framed } from './picture-order.ts';
import { pictureSizes } from './picture-sizes.ts';

onlyKnownDecoders();
// Nobody waits for it, and the same machine serves the pages.
setPriority(Math.max(5, getPriority()));

/** The longer side of a view, where its creator allows as much. */
const longest = 960;

const order = JSON.parse(await text(process.stdin)) as ViewOrder;
try {
  await draw();
} catch (problem) {
  if (!(problem instanceof Undrawable)) throw problem;
  say({ undrawable: problem.message });
}

/** In a function of its own, so that the bytes of the file can go once they are read. */
async function handedIn(): Promise<Model> {
  const beside = order.beside.map(async ({ name, path }) => [name, await bytesOf(path)] as const);
  return readModel(order.kind, await bytesOf(order.path), new Map(await Promise.all(beside)));
}

async function draw(): Promise<void> {
  const model = await handedIn();
  const painted: (Painted | null)[] = [];
  for (const picture of model.pictures) painted.push(await unpacked(picture, model.pictures.length));
  const scene = sceneOf(model, Math.min(longest, order.maxPixels ?? longest), painted);
  const { frame } = scene;
  say({ triangles: countOf(model) });
  for (const view of order.views) {
    const drawn = drawView(scene, view);
    // The first is the picture of the file, in every width; the others are looked at in the viewer only.
    for (const size of view === 1 ? pictureSizes(frame, order.maxPixels) : [frame])
      for (const [ending, mime, encode] of encoders) {
        const picture = sharp(drawn, { raw: { ...frame, channels: 3 } });
        const resized =
          size.width < frame.width ? picture.resize(size.width, size.height, { fit: 'fill' }) : picture;
        const bytes = await encode(resized.withXmp(order.xmp)).toBuffer();
        const name =
          view === 1 ? `${order.stem}-${size.width}.${ending}` : viewName(order.stem, view, ending);
        say({ view, name, mime, ...size }, bytes);
      }
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  // Without copying: a model may take half of what a child may have.
  const { buffer, byteOffset, byteLength } = await readFile(path);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Small enough that all of them fit into the memory of a child; a picture that cannot be read leaves plain colour. */
async function unpacked(bytes: Uint8Array, of: number): Promise<Painted | null> {
  const side = of <= 8 ? 1024 : of <= 24 ? 512 : 256;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: imageLimits.pixels, failOn: 'error' })
      .timeout({ seconds: 10 })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      dots: new Uint8Array(data.buffer, data.byteOffset, data.length),
    };
  } catch {
    return null;
  }
}

function say(what: object, bytes: Uint8Array = new Uint8Array()): void {
  process.stdout.write(framed(what, bytes));
}
