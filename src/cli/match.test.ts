/** The command as a person runs it, on files of their own. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'salon-match-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const bin = resolve(import.meta.dirname, '../../bin/salon');

function match(...args: string[]): Promise<{ code: number; printed: string; said: string }> {
  return new Promise((done) =>
    execFile(bin, ['match', ...args], { cwd: folder }, (problem, printed, said) =>
      done({ code: problem ? Number(problem.code) : 0, printed, said }),
    ),
  );
}

const table = 'paper,reviewer,score\n0,0,9\n0,1,8\n0,2,1\n1,0,9\n1,1,2\n1,2,3\n';

describe('salon match', () => {
  it('prints value, bound, proof, the worst off and the pairs, from plain and packed files alike', async () => {
    await writeFile(join(folder, 'pairs.csv'), table);
    await writeFile(join(folder, 'pairs.csv.gz'), gzipSync(table));
    for (const file of ['pairs.csv', 'pairs.csv.gz']) {
      const { code, printed, said } = await match('--pairs', file, '--k', '1', '--load-max', '1', '--json');
      const answer = JSON.parse(printed) as { seconds: number };
      expect({ code, said, answer: { ...answer, seconds: typeof answer.seconds } }).toEqual({
        code: 0,
        said: '',
        answer: {
          value: 17,
          bound: 17,
          optimal: true,
          minSubmission: 8,
          seconds: 'number',
          pairs: [
            [0, 1],
            [1, 0],
          ],
        },
      });
    }
  });

  it('says what a floor costs, and with a cap the expected total and every probability', async () => {
    await writeFile(join(folder, 'pairs.csv'), table);
    const terms = ['--pairs', 'pairs.csv', '--k', '1', '--load-max', '2', '--json'];
    const [fair, capped] = await Promise.all([
      match(...terms, '--fair'),
      match(...terms, '--cap', '0.5', '--seed', 'salon'),
    ]);
    const { seconds: _, ...told } = JSON.parse(fair!.printed) as { seconds: number };
    expect(told).toEqual({
      value: 18,
      bound: 18,
      optimal: true,
      minSubmission: 9,
      pairs: [
        [0, 0],
        [1, 0],
      ],
      floorBound: 9,
      cost: 0,
    });
    const { expected, marginals } = JSON.parse(capped!.printed) as {
      expected: number;
      marginals: number[][];
    };
    expect({ expected, marginals }).toEqual({
      expected: 14.5,
      marginals: [
        [0, 0, 0.5],
        [0, 1, 0.5],
        [1, 0, 0.5],
        [1, 2, 0.5],
      ],
    });
  });

  it('keeps the rules of a file, and refuses a file that is none', async () => {
    await writeFile(join(folder, 'pairs.csv'), table);
    const rules = { attributes: { senior: { reviewers: [2], min: 1 } }, exclusions: [[0, 1]] };
    await writeFile(join(folder, 'rules.json'), JSON.stringify(rules));
    const terms = ['--pairs', 'pairs.csv', '--k', '2', '--load-max', '2', '--json', '--rules'];
    const [kept, none] = await Promise.all([match(...terms, 'rules.json'), match(...terms, 'pairs.csv')]);
    const { seconds: _, ...told } = JSON.parse(kept!.printed) as { seconds: number };
    expect(told).toEqual({
      value: 22,
      bound: 22,
      optimal: true,
      minSubmission: 10,
      pairs: [
        [0, 0],
        [0, 2],
        [1, 0],
        [1, 2],
      ],
    });
    expect([none!.code, none!.said.endsWith('pairs.csv is no JSON.\n')]).toEqual([5, true]);
  });

  it('refuses with the shortage and another exit status', async () => {
    await writeFile(join(folder, 'pairs.csv'), table);
    expect(await match('--pairs', 'pairs.csv', '--k', '2', '--load-max', '1', '--json')).toEqual({
      code: 5,
      printed: '',
      said: '4 reviews are needed and the reviewers take at most 3: 1 short.\n',
    });
    await writeFile(join(folder, 'cut.csv.gz'), gzipSync(table).subarray(0, 30));
    const [cut, absent] = await Promise.all(
      ['cut.csv.gz', 'absent.csv'].map((file) => match('--pairs', file, '--k', '1', '--load-max', '1')),
    );
    expect([cut!.code, cut!.said.endsWith('is not whole: it cannot be unpacked.\n')]).toEqual([5, true]);
    expect([absent!.code, absent!.said.endsWith('absent.csv.\n')]).toEqual([5, true]);
    expect((await match('--pairs', 'pairs.csv', '--k', 'two', '--load-max', '1')).code).toEqual(2);
  });
});
