/** Issue 2, points 7 and 9: submitted with issues, without scripts; allowed, or declined with what must change. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { paper } from '#app/preflight/corpus/papers.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { addFile } from '#app/features/submissions/files/operations.server.ts';
import {
  addContributor,
  begin,
  open,
  saveDraft,
  submit,
} from '#app/features/submissions/operations.server.ts';
import { paperWords } from '../submissions.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage, type Visit } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

const threePages = Buffer.from(paper([{ heading: '1 Introduction' }, { text: 85 }, 'page', { figure: 300 }]));

/** A paper of Ada's in words; its file comes by the page. */
async function written(title: string): Promise<string> {
  const ada = stage.world.as('ada');
  const { id } = await begin(ada, { call: stage.world.callIds.papers });
  await saveDraft(ada, { id, base: 0, draft: { ...paperWords, title } });
  await addContributor(ada, { id, name: 'Benno Co-Author', email: 'benno@example.org' });
  return id;
}

async function handIn({ page, look }: Visit, id: string): Promise<void> {
  await page.goto(`/my/submissions/${id}/files`);
  const file = { name: 'three pages.pdf', mimeType: 'application/pdf', buffer: threePages };
  await page.getByLabel('Choose your files').setInputFiles(file);
  await page.getByRole('button', { name: 'Send the files' }).click();
  await page.getByText('three pages.pdf').first().waitFor();
  await page.goto(`/my/submissions/${id}/submit`);
  await look('outside the rules of the call');
  for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
  await page.getByRole('button', { name: 'Submit with these issues' }).click();
  await page.waitForURL('**/receipt/*');
  await look('receipt, with what the organizers decide');
}

describe('a paper with a page too many', () => {
  test('is received, lies in the queue, and is allowed', async () => {
    const id = await written('Three Pages Too Good to Cut');
    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto('/desk/2024');
    await olga.page.getByText('Nothing waits: no submission breaks a rule of its call.').waitFor();
    await olga.look('desk, empty queue');
    const ada = await stage.enter({ as: 'ada', scripts: false, phone: true });
    await handIn(ada, id);

    await olga.page.goto('/desk/2024');
    await olga.page.getByText('1 to decide, 0 declined.').waitFor();
    await olga.look('desk, queue');
    await olga.page.getByRole('link', { name: 'Three Pages Too Good to Cut' }).click();
    await olga.look('desk, an open issue');
    const [zip] = await Promise.all([
      olga.page.waitForEvent('download'),
      olga.page.getByRole('link', { name: 'Files (.zip)' }).click(),
    ]);
    expect([zip.suggestedFilename(), readFileSync(await zip.path()).includes('Three_Pages')]).toEqual([
      'Three_Pages_Too_Good_to_Cut.zip',
      true,
    ]);
    const receipt = olga.page.getByRole('link', { name: /^Receipt / });
    const number = (await receipt.innerText()).replace('Receipt ', '');
    await receipt.click();
    expect(await olga.page.locator('main code').first().innerText()).toEqual(number);
    await olga.page.goBack();
    await olga.page.getByLabel('Why it may stand all the same').fill('The third page is a drawing.');
    await olga.page.getByRole('button', { name: 'Allow it' }).click();
    await olga.page.getByText('The exception holds from now on.').waitFor();
    await olga.look('desk, issue allowed');
    await olga.page.goto('/desk/2024');
    await olga.page.getByText('Nothing waits: no submission breaks a rule of its call.').waitFor();
    await Promise.all([ada.close(), olga.close()]);
  });

  test('is declined with what must change, and its author reads it', async () => {
    const id = await written('Three Pages to Cut');
    const ada = await stage.enter({ as: 'ada', scripts: false, phone: true });
    await handIn(ada, id);
    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto(`/desk/2024/submissions/${id}`);
    await olga.page.getByText('Decline it, and say what must change').click();
    await olga.page.getByLabel('What must change').fill('Please cut the third page.');
    await olga.look('desk, before declining');
    await olga.page.getByRole('button', { name: 'Decline it' }).click();
    await olga.page.getByText('It is declined.').waitFor();
    await olga.look('desk, declined');
    await olga.page.goto('/desk/2024');
    await olga.page.getByText('0 to decide, 1 declined.').waitFor();
    await olga.look('desk, queue with one declined');

    await openInbox(ada.page, 'ada@example.org');
    expect(await ada.page.locator('main').innerText()).toContain('> Please cut the third page.');
    await ada.page.goto(`/my/submissions/${id}`);
    expect(await ada.page.locator('main').innerText()).toContain('Please cut the third page.');
    await ada.look('the organizers ask for a change');
    await Promise.all([ada.close(), olga.close()]);
  });
});

/** They are the point of the story, so no page is to blame for them. */
function forgetFailedChecks(): void {
  const all = stage.world.logged.splice(0);
  expect(all.filter((line) => !line.includes('"event":"check"'))).toEqual([]);
}

describe('a paper that could not be checked', () => {
  test('is checked again by its author and on the desk, with a press each', async () => {
    const id = await written('A Paper on a Shelf Too High');
    const bytes = Buffer.from(madePdf(['A paper that the checker finds gone.']));
    const kept = await resources().files.keep(Readable.from([bytes]));
    const ada = stage.world.as('ada');
    const file = { id, fileId: randomId(), name: 'shelf.pdf', archive: false, begunAt: ada.now, ...kept };
    await addFile(ada, file);
    await resources().files.remove(kept.sha256);

    const author = await stage.enter({ as: 'ada', scripts: false, phone: true });
    await author.page.goto(`/my/submissions/${id}/files`);
    forgetFailedChecks();
    await author.look('files, not checked to the end');
    await author.page.getByRole('button', { name: 'Check it again' }).click();
    await author.page.getByText('once more not to its end').waitFor();
    forgetFailedChecks();
    await resources().files.keep(Readable.from([bytes]));
    const agreed = (await open(ada, { id })).submission.agreements.map(({ mark }) => mark);
    await submit(ada, { id, agreed });

    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto('/desk/2024');
    await olga.page.getByRole('link', { name: 'A Paper on a Shelf Too High' }).click();
    await olga.look('desk, an issue that was not checked');
    await olga.page.getByRole('button', { name: 'Check it again' }).click();
    await olga.page.getByText('It was checked again, to its end.').waitFor();
    await olga.look('desk, checked again');
    await olga.page.goto('/desk/2024');
    expect(await olga.page.getByRole('link', { name: 'A Paper on a Shelf Too High' }).count()).toEqual(0);
    await author.page.goto(`/my/submissions/${id}/files`);
    expect(await author.page.getByRole('button', { name: 'Check it again' }).count()).toEqual(0);
    await Promise.all([author.close(), olga.close()]);
  });
});
