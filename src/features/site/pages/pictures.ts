/** Pictures as a page offers them: several formats and widths, and tiles for looking closer. */
import type { PublicFile, Rendition } from '#app/features/works/record.ts';
import { viewNumber } from '#app/features/works/renditions/model/views.ts';

export interface Offered {
  /** AVIF and WebP, where there are such. */
  sources: { type: string; srcset: { rendition: Rendition; width: number }[] }[];
  /** What every browser can show: the middle of the JPEGs, or the largest of what there is. */
  plain: Rendition;
  largest: Rendition;
  srcset: { rendition: Rendition; width: number }[];
  width: number;
  height: number;
}

const modern = ['image/avif', 'image/webp'];
/** Wide enough for most windows, small enough for most lines. */
const usual = 960;

/** Null where a file has no picture that may be shown. */
export function offered(
  file: PublicFile,
  uses: readonly Rendition['use'][] = ['picture', 'still'],
): Offered | null {
  const all = file.renditions.filter(({ use, mime }) => uses.includes(use) && mime.startsWith('image/'));
  const widths = (mime: (type: string) => boolean) =>
    all
      .filter((one) => mime(one.mime))
      .map((rendition) => ({ rendition, width: rendition.width ?? usual }))
      .sort((a, b) => a.width - b.width);
  const plain = widths((type) => !modern.includes(type));
  const known = plain.length > 0 ? plain : widths(() => true);
  const largest = known.at(-1);
  if (!largest) return null;
  const middle = known.find(({ width }) => width >= usual) ?? largest;
  return {
    sources: (plain.length > 0 ? modern : [])
      .map((type) => ({ type, srcset: widths((mime) => mime === type) }))
      .filter(({ srcset }) => srcset.length > 0),
    plain: middle.rendition,
    largest: largest.rendition,
    srcset: known,
    width: largest.rendition.width ?? file.width ?? usual,
    height: largest.rendition.height ?? file.height ?? usual,
  };
}

/** Pictures of a 3D model by the number of the view; the first is the picture of its file, in its smallest width. */
export function viewsOf({ renditions }: PublicFile): Map<number, Rendition[]> {
  const pictures = renditions.filter(({ use }) => use === 'picture');
  const narrowest = Math.min(...pictures.map(({ width }) => width ?? Infinity));
  const views = new Map([[1, pictures.filter(({ width }) => (width ?? Infinity) === narrowest)]]);
  for (const one of renditions) {
    const view = one.use === 'view' ? viewNumber(one.name) : null;
    if (view) views.set(view, [...(views.get(view) ?? []), one]);
  }
  return views;
}

export interface Tiles {
  /** The name of one tile, from which a script makes the others. */
  example: string;
  width: number;
  height: number;
  tile: number;
  factors: number[];
}

/** Read from the names of the tiles, which say it all; asking for a description would fail in a folder on disk. */
export function tilesOf(file: PublicFile): Tiles | null {
  const parts = file.renditions
    .filter(({ use }) => use === 'tile')
    .map(({ name }) => ({ name, at: /(?:^|\/)(\d+),(\d+),(\d+),(\d+)\/(\d+),(\d*)\/0\/[^/]+$/.exec(name) }))
    .filter(({ at }) => at !== null)
    .map(({ name, at }) => ({
      name,
      at: at!.slice(1, 6).map(Number) as [number, number, number, number, number],
    }));
  const first = parts[0];
  if (!first) return null;
  const factor = ([, , width, , size]: (typeof first)['at']) => Math.round(width / size);
  return {
    example: first.name,
    width: Math.max(...parts.map(({ at: [x, , width] }) => x + width)),
    height: Math.max(...parts.map(({ at: [, y, , height] }) => y + height)),
    tile: Math.max(...parts.map(({ at: [, , , , size] }) => size)),
    // The last tile of a row may end within a pixel: what it seems to be scaled by is no scale of the others.
    factors: [...new Set(parts.map(({ at }) => factor(at)))]
      .filter((one) => Number.isInteger(Math.log2(one)))
      .sort((a, b) => a - b),
  };
}

/** How much of a line a picture takes, given the room a window leaves it. */
export const sizesBeside = (
  { width, height }: Pick<Offered, 'width' | 'height'>,
  most: string,
  heights: number,
) => `min(${most}, ${Math.ceil((heights * width) / Math.max(1, height))}vh, ${width}px)`;
