import { expect, it } from 'vitest';
import type { PublicFile } from '#app/features/works/record.ts';
import { scaleFactors, tilesOf as made } from '#app/features/works/renditions/iiif-tiles.ts';
import { tilesOf } from './pictures.ts';

it('the lens finds the scales of a picture from the names of its tiles, whatever its last row leaves over', () => {
  for (const [width, height] of [
    [4000, 3000],
    [2053, 700],
    [4105, 4100],
    [1027, 515],
  ] as const) {
    const renditions = made({ width, height }, 'main').map(({ name, width, height }) => ({
      name,
      width,
      height,
      use: 'tile' as const,
      sha256: '',
      bytes: 1,
      mime: 'image/jpeg',
    }));
    const { example: _example, ...found } = tilesOf({ renditions } as unknown as PublicFile)!;
    expect(found).toEqual({ width, height, tile: 512, factors: scaleFactors({ width, height }) });
  }
});
