import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyoneSees, groups, overlapping } from './panels.ts';

describe('a jury', () => {
  it('sees everything, but for what somebody is recused from', () => {
    expect(everyoneSees(2, 2, new Set(['1,0']))).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  it('in panels gives each work its number of jurors, who hang together, with loads as even as can be', () => {
    const sizes = fc.record({
      works: fc.integer({ min: 1, max: 20 }),
      jurors: fc.integer({ min: 2, max: 8 }),
      size: fc.integer({ min: 2, max: 4 }),
    });
    fc.assert(
      fc.property(sizes, ({ works, jurors, size }) => {
        if (size > jurors || works * (size - 1) < jurors - 1) return;
        const pairs = overlapping(works, jurors, { size, barred: new Set() });
        const loads = Array.from({ length: jurors }, (_, at) => pairs.filter(([, one]) => one === at).length);
        const seen = Array.from({ length: works }, (_, at) => pairs.filter(([work]) => work === at).length);
        expect(seen).toEqual(seen.map(() => size));
        expect(new Set(pairs.map((pair) => pair.join())).size).toEqual(works * size);
        expect(groups(jurors, pairs).length).toEqual(1);
        if (works >= 2 * jurors) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('passes over whoever is recused, and is refused where jurors are too few or stay apart', () => {
    const pairs = overlapping(6, 4, { size: 2, barred: new Set(['0,0', '1,1']) });
    expect(pairs.some((pair) => ['0,0', '1,1'].includes(pair.join()))).toEqual(false);
    expect(() => overlapping(1, 2, { size: 2, barred: new Set(['0,0']) })).toThrow(
      'Work 1 may be seen by 1 jurors and needs 2: 1 short.',
    );
    expect(() => overlapping(2, 6, { size: 2, barred: new Set() })).toThrow(
      'Panels of 2 for 2 works leave the 6 jurors in 4 groups that share no work, so that their scores cannot be compared.',
    );
  });

  it('falls into groups that share no work', () => {
    expect(
      groups(5, [
        [0, 0],
        [0, 2],
        [1, 1],
        [1, 3],
        [2, 2],
        [2, 4],
      ]),
    ).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });
});
