/** Issue 4: what is accepted comes once more as it will be shown, and each person says yes to their name; no scripts. */
import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addContributor, submit } from '#app/features/submissions/operations.server.ts';
import { grant } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { askForFinals } from '../finals.ts';
import { allAgreed, completePaper } from '../submissions.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage } from './stage.ts';

const pdf = resolve('examples/creativity-2024/files/papers/canary-sketches.pdf');

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

test('an accepted author hands in the final version, and a co-author confirms their name', async () => {
  const { world } = stage;
  await askForFinals(world, { extraPages: 1, slides: 'welcome', text: 'Set the option “final” (invented).' });
  const id = await completePaper(world, 'ada', undefined, readFileSync(pdf));
  await addContributor(world.as('ada'), { id, name: 'Nor', email: 'nour@example.org' });
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  const text = hashOf(textFor('paper'));
  await grant(world.as('ada'), { id, uses: ['website'], capacity: 'author', text, agreed: true });

  const olga = await stage.enter({ as: 'olga', scripts: false });
  await olga.page.goto('/desk/2024/accepted');
  await olga.page.getByLabel('On Looking Twice').check();
  await olga.page.getByRole('button', { name: 'See what would be accepted' }).click();
  await olga.page.getByText('The letter that goes to each of their people').click();
  await olga.look('what would be accepted, with its letter');
  expect(await olga.page.getByRole('article', { name: 'The letter' }).innerText()).toContain(
    'Congratulations.',
  );
  await olga.page.getByRole('button', { name: 'Accept 1' }).click();
  await olga.look('accepted, with what is still to do');
  expect(await olga.page.getByRole('row', { name: /On Looking Twice/ }).innerText()).toContain(
    'Final version',
  );

  world.at('2024-10-20T10:00:00Z');
  const ada = await stage.enter({ as: 'ada', scripts: false, phone: true });
  await ada.page.goto('/my');
  await ada.look('my submissions, accepted');
  await ada.page.getByRole('link', { name: 'On Looking Twice' }).click();
  await ada.look('accepted: what comes next');
  await ada.page.getByLabel('Title').fill('On Looking Long');
  await ada.page.getByRole('button', { name: 'Save and go on to the files' }).click();
  await ada.page.waitForURL('**/files');
  await ada.page.getByLabel('Add files').setInputFiles({
    name: 'looking-slides.pdf',
    mimeType: 'application/pdf',
    buffer: readFileSync(pdf),
  });
  await ada.page.getByRole('button', { name: 'Send the files' }).click();
  await ada.page.getByText('looking-slides.pdf').first().waitFor();
  expect(await ada.page.getByRole('region', { name: 'Slides' }).innerText()).toContain('looking-slides.pdf');
  await ada.look('files of the final version');
  await ada.page.goto(`/my/submissions/${id}/submit`);
  await ada.look('before handing in the final version');
  expect(await ada.page.getByLabel('The same holds for this version').isChecked()).toBe(true);
  for (const agreement of await ada.page.locator('[name="agreed"]').all()) await agreement.check();
  await ada.page.getByRole('button', { name: 'Hand in the final version' }).click();
  await ada.page.waitForURL('**/receipt/*');
  expect(await ada.page.locator('main').innerText()).toContain('the final version');
  await ada.page.goto(`/my/submissions/${id}`);
  expect(await ada.page.getByText('Accepted, and nothing left for you to do').isVisible()).toBe(true);
  await ada.look('the final version is here');

  const nour = await stage.enter({ scripts: false, phone: true });
  await openInbox(nour.page, 'nour@example.org');
  await nour.page
    .locator('article', { hasText: 'Congratulations' })
    .getByRole('link', { name: /invitation/ })
    .click();
  await nour.look('you are named, and it is accepted');
  await nour.page.locator('#field-name').fill('Nour al-Mukhtari (invented)');
  await nour.page.getByLabel('Pronouns, if you like').fill('she/her');
  await nour.page.getByRole('button', { name: 'Correct it' }).click();
  await nour.page.getByLabel('Yes, and I agree to be named').check();
  await nour.page.getByRole('button', { name: 'Send my answer' }).click();
  expect(await nour.page.getByRole('status').first().innerText()).toContain('Your answer is written down.');
  await nour.look('named and confirmed');

  await olga.page.goto('/desk/2024/accepted');
  expect(await olga.page.getByRole('row', { name: /On Looking Long/ }).innerText()).toContain(
    'Yes to a name: Benno Co-Author',
  );
  await olga.page.getByLabel('On Looking Long').check();
  await olga.page.getByRole('button', { name: 'Remind whose is ticked' }).click();
  expect(await olga.page.getByText('One letter is on its way.').isVisible()).toBe(true);
  await olga.look('reminded');
  await Promise.all([olga.close(), ada.close(), nour.close()]);
});
