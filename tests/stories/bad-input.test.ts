/** Issue 2, “Bad input”: a file that is too large, of a wrong type or damaged gets a sentence; the rest stays. */
import { open } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { begin } from '#app/features/submissions/operations.server.ts';
import { exampleFile } from '../../examples/creativity-2024/load.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

const paper = {
  name: 'mine.pdf',
  mimeType: 'application/pdf',
  buffer: readFileSync(exampleFile('papers/margins-first.pdf')),
};

describe('files that cannot be taken', () => {
  test('are each named with what is wrong, and everything else stays', async () => {
    const { id } = await begin(stage.world.as('ada'), { call: stage.world.callIds.papers });
    const { page, look, close } = await stage.enter({ as: 'ada' });
    await page.goto(`/my/submissions/${id}/files`, { waitUntil: 'networkidle' });
    const choose = page.getByLabel(/^(Choose your|Add) files$/);
    await choose.setInputFiles(paper);
    await page.getByRole('region', { name: 'Paper' }).waitFor();

    // Half of it arrived on somebody's computer; a program under another name; one byte more than all may have.
    const half = { ...paper, name: 'half.pdf', buffer: paper.buffer.subarray(0, 20_000) };
    const program = { ...paper, name: 'paper.pdf', buffer: Buffer.from('MZ'.padEnd(4_000, 'x')) };
    for (const file of [half, program]) {
      await choose.setInputFiles(file);
      await refused(page, file.name).waitFor();
    }
    await choose.setInputFiles(await tooLarge(join(stage.world.folder, 'large.pdf')));
    await refused(page, 'large.pdf').first().waitFor();
    const sentences = await page.locator('article.sending').allInnerTexts();
    for (const [at, part] of [
      '“half.pdf” is damaged or incomplete.',
      '“paper.pdf” is called a PDF, but its content is a Windows program.',
      'The hand-in has 100 MiB (104,857,601 bytes); the call allows 100 MiB (104,857,600 bytes).',
    ].entries())
      expect(sentences[at]).toContain(part);
    await look('files, none of them taken');
    for (const name of ['half.pdf', 'paper.pdf', 'large.pdf'])
      await page.getByRole('button', { name: `Take off the list : ${name}` }).click();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.getByText('Your name for it').allInnerTexts()).toEqual(['Your name for it: mine.pdf']);
    await close();
  });
});

const refused = (page: Page, name: string) =>
  page.locator('article.sending', { hasText: name }).getByText('Problem:');

/** One byte more than all files together may have; sparse, so that it takes no room. */
async function tooLarge(path: string) {
  const file = await open(path, 'w');
  await file.truncate(104_857_601);
  await file.close();
  return path;
}
