/** A 3D model as a turntable: pictures of it from all around, drawn by us. The model itself is never handed out. */
import { Readable } from 'node:stream';
import { resources } from '#app/platform/resources.server.ts';
import { runCapped } from '#app/preflight/run-capped.server.ts';
import type { Made, Source } from './making.server.ts';
import { viewCount, viewName, type ViewOrder, type ViewSaid } from './model/views.ts';
import { framesIn } from './picture-order.ts';
import type { MadeRendition } from './rendering.ts';

/** So many views by one child: each has its own bounds of time and memory. */
const atOnce = 5;

export async function turntable({ facts, file, path, stem, xmp }: Source): Promise<Made> {
  const { kind, parts = [] } = file;
  const beside = parts.map((part) => ({ name: part.path, path: resources().files.localPath(part.sha256) }));
  const order = { path, kind, beside, stem, xmp, maxPixels: facts.maxPixels };
  const made: MadeRendition[] = [];
  let triangles = 0;
  for (let from = 1; from <= viewCount; from += atOnce) {
    const views = Array.from({ length: Math.min(atOnce, viewCount + 1 - from) }, (_view, at) => from + at);
    for (const { said, bytes } of await answered({ ...order, views })) {
      if ('undrawable' in said) return { made: [], words: said.undrawable.slice(0, 400) };
      if ('triangles' in said) triangles = Number(said.triangles);
      else made.push({ ...believed(said, stem), ...(await kept(bytes)), seconds: null });
    }
  }
  const first = made.filter(({ use }) => use === 'picture').at(-1);
  if (!first || !Number.isSafeInteger(triangles)) throw new Error('The child that draws views said nothing.');
  return { made, found: { width: first.width, height: first.height, triangles }, words: '' };
}

async function answered(order: ViewOrder) {
  const child = '#app/features/works/renditions/turning.server.ts';
  return framesIn<ViewSaid>(await runCapped(child, JSON.stringify(order), { wallSeconds: 600 }));
}

const kept = (bytes: Uint8Array) => resources().files.keep(Readable.from([bytes]));

/** A decoder that a texture has turned against us could say anything: nothing but these names goes on. */
function believed(
  said: Extract<ViewSaid, { view: number }>,
  stem: string,
): Omit<MadeRendition, 'sha256' | 'bytes' | 'seconds'> {
  const { view, name, width, height } = said;
  const ending = /\.(avif|webp|jpg)$/.exec(name)?.[1] ?? '';
  const mime = mimes[ending];
  const right =
    view === 1
      ? name === `${stem}-${Number(width)}.${ending}`
      : name === viewName(stem, Number(view), ending);
  if (!mime || mime !== said.mime || !right || !(view >= 1 && view <= viewCount))
    throw new Error('The child that draws views gave a name that nobody asked for.');
  return { use: view === 1 ? 'picture' : 'view', name, mime, width: Number(width), height: Number(height) };
}

const mimes: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };
