/** The tiles of one picture as static files: IIIF Image API 3, level 0. A name is the address below the picture's own. */
import type { Size } from './picture-sizes.ts';

export const tileSide = 512;

export interface Tile extends Size {
  name: string;
  /** How many times smaller than the whole. */
  factor: number;
  /** In the scaled picture of that factor. */
  left: number;
  top: number;
}

/** 1, 2, 4 … until the whole picture fits into one tile. */
export function scaleFactors({ width, height }: Size): number[] {
  const factors = [1];
  while (Math.max(width, height) / factors.at(-1)! > tileSide) factors.push(factors.at(-1)! * 2);
  return factors;
}

/** The whole picture at that factor. */
export const levelSize = ({ width, height }: Size, factor: number): Size => ({
  width: Math.ceil(width / factor),
  height: Math.ceil(height / factor),
});

/** Every tile of a picture; the smallest scale is there under `full` as well, which some viewers ask for. */
export function tilesOf(whole: Size, stem: string): Tile[] {
  return scaleFactors(whole).flatMap((factor) => {
    const level = levelSize(whole, factor);
    const tiles: Tile[] = [];
    for (let top = 0; top < level.height; top += tileSide)
      for (let left = 0; left < level.width; left += tileSide) {
        const width = Math.min(tileSide, level.width - left);
        const height = Math.min(tileSide, level.height - top);
        const region = [
          left * factor,
          top * factor,
          Math.min(width * factor, whole.width - left * factor),
          Math.min(height * factor, whole.height - top * factor),
        ].join(',');
        const tile = { factor, left, top, width, height };
        tiles.push({ ...tile, name: `${stem}/${region}/${width},${height}/0/default.jpg` });
        if (level.width <= tileSide && level.height <= tileSide)
          tiles.push({ ...tile, name: `${stem}/full/${width},${height}/0/default.jpg` });
      }
    return tiles;
  });
}

/** The size of the picture that these tiles are of; null where there are none. */
export function wholeOf(names: readonly string[]): Size | null {
  const regions = names.flatMap((name) => {
    const [, ...numbers] = /\/(\d+),(\d+),(\d+),(\d+)\/\d+,\d+\/0\/default\.jpg$/.exec(name) ?? [];
    return numbers.length === 4 ? [numbers.map(Number) as [number, number, number, number]] : [];
  });
  if (regions.length === 0) return null;
  return {
    width: Math.max(...regions.map(([x, , w]) => x + w)),
    height: Math.max(...regions.map(([, y, , h]) => y + h)),
  };
}
