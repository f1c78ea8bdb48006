import { extractText, getDocumentProxy } from 'unpdf';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { ai, credit, paper, work } from '../../../tests/records.ts';
import { linesOf } from './label-words.server.ts';
import { wallLabels } from './labels.server.ts';

const base = 'https://workshop.example/2024';

describe('the labels for the wall', () => {
  it('say title, makers, year, medium and how AI was used, eight to a sheet', async () => {
    const works = Array.from({ length: 9 }, (_, at) =>
      work(`work-${at}`, { title: `Work ${at}`, people: [credit('Łucja Иванна')], work: { ai } }),
    );
    const { pages } = await read(await wallLabels([...works, paper('not-hung')], base));
    expect(pages.map((words) => words.match(/Work \d/g))).toEqual([
      ['Work 0', 'Work 1', 'Work 2', 'Work 3', 'Work 4', 'Work 5', 'Work 6', 'Work 7'],
      ['Work 8'],
    ]);
    expect(pages[1]!.replaceAll(/\s+/g, ' ')).toBe(
      'Work 8 Łucja Иванна 2024, Ink on paper, 60 × 40 cm AI: People’s work with generated parts. A tenth of the lines.',
    );
  });

  it('are the same bytes for the same works, and name nothing that was taken down', async () => {
    const gone = work('gone', { title: 'Forgotten', tombstone: { on: '2024-12-20', words: 'Gone.' } });
    const [one, two] = [await wallLabels([work('a'), gone], base), await wallLabels([work('a'), gone], base)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect((await read(one)).pages.join()).not.toContain('Forgotten');
  });

  it('hold what is far too long, and writing that our face has no signs for', async () => {
    const long = work('long', {
      title: 'A very long title '.repeat(12),
      people: Array.from({ length: 48 }, (_, at) => credit(`Author ${at}`)),
    });
    const arabic = work('poem', { title: 'ما لم تقله الآلة', people: [credit('山田 例子')] });
    const { pages } = await read(await wallLabels([long, arabic], base));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/A very long title[^]*…/);
  });

  it('break lines between words, and end with an ellipsis where there is no room', () => {
    const narrow = { width: 10, most: 2, widthOf: () => 1 };
    expect([
      linesOf('one two three', narrow),
      linesOf('one two three four five', narrow),
      linesOf('abcdefghijklmn', narrow),
    ]).toEqual([
      ['one two', 'three'],
      ['one two', 'three fou…'],
      ['abcdefghij', 'klmn'],
    ]);
  });

  it('lead to the page of the work', () => {
    // 37 points on a side hold an address of this length at this correction.
    expect(encode(`${base}/works/low-tide`, { ecc: 'M', border: 0 }).size).toBeLessThanOrEqual(37);
  });
});

async function read(bytes: Uint8Array) {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return { pages: text };
}
