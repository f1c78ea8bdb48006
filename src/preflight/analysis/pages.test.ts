import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { boxesOfPaper, pageOf } from './pages.server.ts';

const present = spawnSync('pdftoppm', ['-v']).status === 0;
const paper = (name: string) =>
  fileURLToPath(new URL(`../../../examples/creativity-2024/files/papers/${name}.pdf`, import.meta.url));

describe('the measured pages of a paper', { timeout: 120_000 }, () => {
  it('say where the body ends and the references begin, and which lines count', async () => {
    const found = (await boxesOfPaper(paper('rehearsal-spaces'), 2))!;
    const { bodyPages, bodyLength, referencesPage, pages } = found;
    expect([bodyPages, Math.floor(bodyLength), referencesPage]).toEqual([3, 2, 3]);
    expect(
      pages.map(({ number, uncounted, marks }) => [
        number,
        uncounted.length > 0,
        marks.map(({ what }) => what),
      ]),
    ).toEqual([
      [1, false, []],
      [2, false, []],
      [3, true, ['body ends', 'references']],
    ]);
  });

  it('are nothing where the file is no paper that can be read', async () => {
    expect(await boxesOfPaper(fileURLToPath(import.meta.url), 2)).toBe(null);
  });

  it('become a picture where there is a renderer, and only there', async () => {
    const picture = await pageOf(paper('rehearsal-spaces'), 3);
    expect(picture ? [...picture.subarray(1, 4)] : null).toEqual(present ? [0x50, 0x4e, 0x47] : null);
    expect(await pageOf(paper('rehearsal-spaces'), 3, 'no-such-renderer')).toBe(null);
  });
});
