/** Public pictures of one picture, made in a capped child and kept as blobs. */
import { Readable } from 'node:stream';
import { resources } from '#app/platform/resources.server.ts';
import { runCapped } from '#app/preflight/run-capped.server.ts';
import { framesIn, type Made, type Order } from './picture-order.ts';
import { zoomSize, type Size } from './picture-sizes.ts';
import type { MadeRendition } from './rendering.ts';

export interface Pictures {
  /** Upright, before it was made smaller. */
  original: Size;
  /** By which copies are found; empty where it is too plain. */
  likeness: string;
  made: MadeRendition[];
  /** What was left out, and why; empty where nothing was. */
  words: string;
}

type Asked = Omit<Order, 'make'>;

/** In every width and format, and in tiles where it is larger than its largest picture. Throws on what no decoder reads. */
export async function picturesOf(asked: Asked, { zoom = true } = {}): Promise<Pictures> {
  const pictures = await answered({ ...asked, make: 'pictures' }, 'picture');
  const { original, made } = pictures;
  if (!zoom || !zoomSize(original, asked.maxPixels)) return { ...pictures, words: '' };
  try {
    const tiles = await answered({ ...asked, make: 'tiles' }, 'tile');
    return { ...pictures, made: [...made, ...tiles.made], words: '' };
  } catch (problem) {
    resources().log.accident('tiles', problem);
    return { ...pictures, words: 'It could not be cut into tiles, so nobody can zoom into it.' };
  }
}

/** Null where it is no picture of that kind. */
export async function barePicture(asked: {
  path: string;
  xmp: string;
  mime: string;
}): Promise<Uint8Array | null> {
  const order: Order = { path: asked.path, xmp: asked.xmp, make: 'bare', stem: 'bare', maxPixels: null };
  const child = '#app/features/works/renditions/picturing.server.ts';
  try {
    const frames = framesIn(await runCapped(child, JSON.stringify(order), { wallSeconds: 120 }));
    const made = frames.find(({ said }) => 'mime' in said && said.mime === asked.mime);
    return made?.bytes ?? null;
  } catch (problem) {
    resources().log.accident('bare picture', problem);
    return null;
  }
}

async function answered(order: Order, use: 'picture' | 'tile'): Promise<Omit<Pictures, 'words'>> {
  const child = '#app/features/works/renditions/picturing.server.ts';
  const frames = framesIn(await runCapped(child, JSON.stringify(order), { wallSeconds: 600 }));
  let original: Size | null = null;
  let likeness = '';
  const made: MadeRendition[] = [];
  for (const { said, bytes } of frames) {
    if ('measured' in said) original = said.measured;
    else if ('mark' in said) likeness = /^[0-9a-f]{64}$/.test(said.mark) ? said.mark : '';
    else made.push({ ...believed(said, order.stem), ...(await kept(bytes)), use, seconds: null });
  }
  if (!original) throw new Error('The child that makes pictures said nothing.');
  return { original, likeness, made };
}

const kept = (bytes: Uint8Array) => resources().files.keep(Readable.from([bytes]));

/** A decoder that a picture has turned against us could say anything: nothing but these names goes on. */
function believed(said: Made, stem: string): Made {
  const rest = said.name.startsWith(stem) ? said.name.slice(stem.length) : '';
  const mime = mimes[/\.(avif|webp|jpg)$/.exec(rest)?.[1] ?? ''];
  if (mime !== said.mime || !/^(-\d+|\/(full|\d+,\d+,\d+,\d+)\/\d+,\d+\/0\/default)\.\w+$/.test(rest))
    throw new Error('The child that makes pictures gave a name that nobody asked for.');
  return { name: said.name, mime, width: Number(said.width), height: Number(said.height) };
}

const mimes: Record<string, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };
