import { describe, expect, it } from 'vitest';
import { paperRules2024 } from '#app/preflight/profiles.ts';
import type { PageBoxes } from '#app/preflight/pdf/page-boxes.ts';
import { measuresOf, sayPage } from './measures.ts';
import { barsOf, labelsOf } from './page-drawing.ts';

const page: PageBoxes = {
  number: 3,
  width: 612,
  height: 792,
  block: [108, 60, 504, 700],
  counted: [[108, 60, 504, 70]],
  uncounted: [[108, 330, 504, 340]],
  marks: [
    { what: 'body ends', y: 317 },
    { what: 'references', y: 325 },
  ],
  figures: [[120, 100, 480, 200]],
  hidden: [],
  lineNumbers: [],
};

describe('what was measured of a paper', () => {
  it('stands in words beside what its call expects, and differs where the checker said so', () => {
    const facts = {
      bodyPages: 3,
      referencesPage: 3,
      pageSize: { width: 612, height: 792 },
      textBlock: { width: 482.4, height: 712.8 },
      bodyFontSize: 9,
      leading: 11,
      columns: 1,
    };
    const paper = { bodyPages: 3, bodyLength: 2.31, referencesPage: 3, pages: [page] };
    const codes = new Set(['paper.over-length', 'paper.margins', 'paper.font-size']);
    expect(
      measuresOf(facts, paperRules2024, { paper, codes }).map(({ what, seen, wanted, differs }) =>
        [what, seen, wanted, differs ? 'differs' : ''].join(' | '),
      ),
    ).toEqual([
      'Body | 2.31 pages; it ends on page 3 | at most 2 pages | differs',
      'References | begin on page 3 |  | ',
      'Page | 8.5 x 11.0 in | 8.5 x 11.0 in | ',
      'Text block | 6.7 x 9.9 in | 5.5 x 9.0 in | differs',
      'Columns | 1 | 1 | ',
      'Font size | 9 pt | 10 pt | differs',
      'Line spacing | 11 pt | 11 pt | ',
    ]);
  });

  it('is told of each page to whoever does not see its picture', () => {
    expect(sayPage(page)).toBe(
      'Page 3. Part of its text counts; the body ends 40 % down; references from 41 % down on; 1 figure.',
    );
  });

  it('is named on the picture without one word covering another, and barred where it counts', () => {
    expect(labelsOf(page).map(({ words, y }) => [words, y])).toEqual([
      ['figure', 100],
      ['body ends', 295],
      ['references', 325],
    ]);
    expect(barsOf(page)).toEqual([[96, 60, 102, 70]]);
  });
});
