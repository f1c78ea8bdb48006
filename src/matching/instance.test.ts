import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareIds } from './ids.ts';
import { instanceOf, problemOf, type Pairs } from './instance.ts';
import { PairsReader } from './pairs-reader.ts';
import { solve } from './solve.ts';
import { told } from './told.ts';

/** Reads text in pieces of some bytes, as a file arrives. */
function read(text: string, piece = 7): Pairs {
  const reader = new PairsReader();
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += piece) reader.write(bytes.subarray(at, at + piece));
  return reader.end();
}

const lines = (pairs: Pairs) =>
  Array.from(pairs.score, (score, at) => [
    pairs.papers[pairs.paper[at]!],
    pairs.reviewers[pairs.reviewer[at]!],
    score,
  ]);

describe('a file of pairs', () => {
  it('is read whatever its line ends, quotes and pieces, with ids kept as they are written', () => {
    const text = '\uFEFFpaper,reviewer,score\r\n1,ada,5\n"a, ""b""",2,-7\r\n\n01,1000000,0';
    for (const piece of [1, 3, 1000])
      expect(lines(read(text, piece))).toEqual([
        ['1', 'ada', 5],
        ['a, "b"', '2', -7],
        ['01', '1000000', 0],
      ]);
  });

  it.each([
    ['', 'The file is empty; it begins with paper,reviewer,score.'],
    ['a,b,c\n1,2,3', 'The first line must read paper,reviewer,score.'],
    ['paper,reviewer,score\n', 'The file lists no pair.'],
    ['paper,reviewer,score\n1,2,3\n1,2', 'Row 3 has not the three fields paper, reviewer, score.'],
    ['paper,reviewer,score\n1,2,3,4', 'Row 2 has not the three fields paper, reviewer, score.'],
    ['paper,reviewer,score\n,2,3', 'Row 2 names no paper.'],
    ['paper,reviewer,score\n1,,3', 'Row 2 names no reviewer.'],
    [
      'paper,reviewer,score\n1,2,0.5',
      'Row 2 has the score “0.5”, which is no whole number up to 1000000000.',
    ],
    ['paper,reviewer,score\n1,2,', 'Row 2 has the score “”, which is no whole number up to 1000000000.'],
    [
      'paper,reviewer,score\n1,2,1000000001',
      'Row 2 has the score “1000000001”, which is no whole number up to 1000000000.',
    ],
  ])('is refused with the row and the reason: %j', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('may list a pair once only', () => {
    expect(() => instanceOf(read('paper,reviewer,score\n7,x,1\n8,x,1\n7,x,2'))).toThrow(
      'Submission 7 and reviewer x are listed twice.',
    );
  });
});

describe('the same pairs in whatever order', () => {
  it('give the same bytes', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${(at * 7) % 10},r${at % 6},${(at * at) % 4}`);
    const answer = (order: string[]) => {
      const instance = instanceOf(read(['paper,reviewer,score', ...order].join('\n')));
      const problem = problemOf(instance, { perPaper: 2, loadMost: 4, loadLeast: 1 });
      return JSON.stringify(told(instance, problem, solve(instance, problem), 0));
    };
    const unique = [...new Map(rows.map((row) => [row.slice(0, 4), row])).values()];
    const first = answer(unique);
    fc.assert(
      fc.property(fc.shuffledSubarray(unique, { minLength: unique.length }), (shuffled) => {
        expect(answer(shuffled)).toEqual(first);
      }),
    );
  });

  it('stand by number where ids are numbers, else by their letters', () => {
    expect(['b', '10', '9', 'a', '007', '0'].sort(compareIds)).toEqual(['0', '9', '10', '007', 'a', 'b']);
  });
});
