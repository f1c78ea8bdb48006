import { describe, expect, it } from 'vitest';
import { grid, limits, watchFlashing, type Flashing } from './flashing.ts';

type Colour = [number, number, number];
const [black, white, grey, red]: Colour[] = [
  [0, 0, 0],
  [255, 255, 255],
  [120, 120, 120],
  [255, 0, 0],
];

/** Two seconds of pictures; `share` of each is `colourAt` the frame, the rest stays grey. */
function seen(colourAt: (frame: number) => Colour, share = 1): Omit<Flashing, 'limits'> {
  const watch = watchFlashing();
  const cells = grid.width * grid.height;
  for (let frame = 0; frame < 2 * grid.perSecond; frame++) {
    const rgb = new Uint8Array(cells * 3);
    for (let cell = 0; cell < cells; cell++)
      rgb.set(cell < cells * share ? colourAt(frame) : grey!, cell * 3);
    watch.frame(rgb);
  }
  const { limits: said, ...rest } = watch.result();
  expect(said).toBe(limits);
  return rest;
}

/** So many flashes a second: dark for half the time, light for the other. */
const flashing =
  (perSecond: number, [a, b] = [black!, white!]) =>
  (frame: number) =>
    Math.floor((frame * 2 * perSecond) / grid.perSecond) % 2 === 0 ? a : b;

describe('light that flashes', () => {
  it('five times a second over the whole picture is likely to harm', () => {
    expect(seen(flashing(5))).toEqual({ risk: 'likely', mostInASecond: 5, at: 0.1, red: false });
  });

  it('thirty times a second, one frame light and one dark, is seen as well', () => {
    expect(seen(flashing(30)).risk).toBe('likely');
  });

  it('three times a second is at the limit, and twice under it', () => {
    expect(
      [seen(flashing(3)), seen(flashing(2))].map(({ risk, mostInASecond }) => [risk, mostInASecond]),
    ).toEqual([
      ['possible', 3],
      ['none seen', 2],
    ]);
  });

  it('over a small part of the picture does not count, over a third it does', () => {
    expect([seen(flashing(5), 0.1).risk, seen(flashing(5), 0.34).risk]).toEqual(['none seen', 'likely']);
  });

  it('between red and black counts as red where light alone would not', () => {
    const dim: Colour[] = [black!, [110, 0, 0]];
    expect(seen(flashing(5, dim as [Colour, Colour]))).toEqual({
      risk: 'likely',
      mostInASecond: 5,
      at: 0.1,
      red: true,
    });
    expect(seen(flashing(5, [black!, red!])).risk).toBe('likely');
  });

  it('between two near greys, and a slow fade, are no flashes', () => {
    expect(seen(flashing(8, [grey!, [125, 125, 125]]))).toEqual({
      risk: 'none seen',
      mostInASecond: 0,
      at: null,
      red: false,
    });
    const fade = (frame: number): Colour => [2 * frame, 2 * frame, 2 * frame];
    expect(seen(fade).mostInASecond).toBe(0);
  });
});
