/** Issue 2, point 4: the two calls of the reference edition, every question of them answered and read again. */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertCall, insertCallRevision } from '#app/features/calls/queries.server.ts';
import { begin } from '#app/features/submissions/operations.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { loadExample } from '../../examples/creativity-2024/load.ts';
import { whileOpen } from '../world.ts';
import { openStage, type Stage } from './stage.ts';

const example = (path: string) => resolve('examples/creativity-2024/files', path);
const calls: Record<string, string> = {};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { db, edition } = stage.world;
  for (const [at, body] of loadExample().calls.entries()) {
    const id = randomId();
    await insertCall(db, { id, editionId: edition.id, key: `${body.key}-of-2024`, position: 2 + at });
    await insertCallRevision(db, {
      callId: id,
      body: { ...body, key: `${body.key}-of-2024` },
      at: whileOpen,
      by: null,
      reason: '',
    });
    calls[body.key] = id;
  }
});
afterAll(() => stage?.close());

describe('the call for creative work', () => {
  test('asks for everything about a work, and the jury and the desk read it', async () => {
    const { id } = await begin(stage.world.as('chiara'), { call: calls['creative-work']! });
    const { page, look, close } = await stage.enter({ as: 'chiara' });
    const here = `/my/submissions/${id}`;
    await page.goto(here, { waitUntil: 'networkidle' });
    await page.getByLabel('Title').fill('Low Water (invented)');
    await page.getByLabel('Installation').check();
    await page.locator('[name="kinds.other"]').fill('tide organ');
    await page.getByLabel('About the work').fill('An organ that the tide plays.');
    await page.getByLabel('It is a proof of concept').check();
    await page.getByLabel('What is it made of?').fill('pipes, sea');
    await page.getByLabel('Year').fill('2024');
    await page.getByLabel('Dimensions or duration').fill('variable');

    const own = page.locator('#people li').first();
    await own.locator('summary').click();
    await own.getByLabel('Name').fill('Lune Basse');
    await own.getByLabel('Pronouns').fill('she/they');
    await own.getByLabel('Role').fill('composer');
    const adding = page.locator('#field-contributors > details').last();
    await adding.locator('summary').click();
    await adding.getByLabel('Credited as').selectOption('A collective');
    await adding.getByLabel('Name').fill('Les Marées');
    await adding.getByLabel('E-mail address').fill('marees@example.org');
    await adding.getByLabel('Role').fill('builders');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('#people li').nth(1).waitFor();
    expect(await names(page)).toEqual(['Lune Basse (she/they)', 'Les Marées (collective)']);

    await group(page, 'Would this be the first time').getByLabel('No').check();
    const shown = (at: number, part: string) => page.locator(`[name="answers.appearances.${at}.${part}"]`);
    await shown(0, 'venue').fill('The Cellar (invented)');
    await shown(0, 'kind').selectOption('Exhibited or performed');
    await shown(0, 'date').fill('May 2023');
    await shown(0, 'url').fill('https://cellar.example.org/');
    await page.getByRole('button', { name: 'One more entry' }).click();
    await shown(1, 'venue').fill('Festival of Harbours (invented)');
    await shown(1, 'kind').selectOption('Under review somewhere now');

    const ai = page.locator('[id="field-answers.ai-use"]');
    await ai.getByLabel('Generated material is in the final work').check();
    await ai.getByText('Systems, material and your share').click();
    await ai.getByLabel('What of the work is yours').fill('The pipes are mine, the score is not.');
    const system = (part: string) => ai.locator(`[name="answers.ai-use.systems.0.${part}"]`);
    for (const part of ['name', 'version', 'provider', 'use']) await system(part).fill(`system ${part}`);
    await system('runs').selectOption('On our own machine');
    await ai.getByLabel('With permission').check();
    await ai.getByLabel('Voices or likenesses').fill('My aunt, who agreed.');
    await ai.getByLabel('Prompts, if you want').fill('Play as the moon would.');
    await ai.getByLabel('Who wrote the prompts').fill('Les Marées');
    await ai.getByLabel('The jury too').check();

    await page.getByLabel('Flashing light').check();
    await page.locator('[name="answers.content-notes.other"]').fill('a smell of salt');
    await page.getByLabel('Captions').check();
    await page.getByLabel('What does it need to be shown?').fill('power\ndarkness');
    await group(page, 'Would you speak about').getByLabel('Yes').check();
    await group(page, 'Leave this work out').getByLabel('Yes').check();
    await page.getByText(/^Saved at/).waitFor();
    await look('creative call, all answered');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await shown(1, 'venue').inputValue()).toBe('Festival of Harbours (invented)');
    expect(await system('runs').inputValue()).toBe('local');

    await page.goto(`${here}/files`, { waitUntil: 'networkidle' });
    await page.getByLabel('Choose your files').setInputFiles(example('works/low-tide/24_main .png'));
    await page.getByRole('region', { name: 'Main work' }).waitFor();
    await page.getByText('Type the description here instead').click();
    await page.locator('[name="about"]').fill('The tide plays, nobody listens.');
    await page.locator('[name="people"]').fill('Lune Basse lives by the sea.');
    await page.locator('[name="ai"]').fill('A model wrote the score.');
    await page.getByRole('button', { name: 'Make the description' }).click();
    await page.getByText('Your description is a PDF now').waitFor();
    const description = page.getByRole('region', { name: 'Description' });
    await description.getByText(/^PDF, .*1 page/).waitFor();
    await look('description, typed');

    await page.goto(`${here}/preview`);
    const jury = await page.locator('main').innerText();
    await look('what the jury see');
    for (const part of [...toldToAll, 'Play as the moon would.']) expect(jury).toContain(part);
    for (const part of toldToOrganizers) expect(jury).not.toContain(part);

    await page.goto(`${here}/submit`);
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.waitForURL('**/receipt/*');
    await look('receipt of a work');
    const receipt = await page.locator('main').innerText();
    const hashes = await page.locator('main').innerText().then(countHashes);
    for (const part of ['Lune Basse', 'Les Marées (collective)', 'I grant the workshop non-exclusive rights'])
      expect(receipt).toContain(part);
    expect(hashes).toBe(5);

    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto(`/desk/2024/submissions/${id}`);
    const desk = await olga.page.locator('main').innerText();
    for (const part of [...toldToAll, ...toldToOrganizers, 'Play as the moon would.', 'marees@example.org'])
      expect(desk).toContain(part);
    await olga.look('desk, a work with everything');
    await Promise.all([close(), olga.close()]);
  });
});

describe('the call for papers', () => {
  test('takes a perspective with a supplement that appeared elsewhere, and names a slip in an ORCID iD', async () => {
    const { id } = await begin(stage.world.as('ada'), { call: calls.papers! });
    const { page, look, close } = await stage.enter({ as: 'ada', scripts: false, phone: true });
    const here = `/my/submissions/${id}`;
    await page.goto(here);
    await page.getByLabel('Title').fill('Rivers Are Not Data (invented)');
    await page.getByRole('radio', { name: 'Perspective' }).check();
    await page.getByLabel('Tools to protect content creators').check();
    await page.locator('[name="topics.other"]').fill('maritime law');
    await page.getByLabel('Abstract').fill('An invented view on rivers.');
    const own = page.locator('#people li').first();
    await own.locator('summary').click();
    await own.getByLabel('ORCID iD').fill('0000-0002-1825-0098');
    await page.getByLabel('Yes, elsewhere.').check();
    await page.getByLabel('Where did it appear?').fill('A harbour conference (invented)');
    await page.getByLabel('What is in the supplementary material?').fill('All the tables.');
    await page.getByLabel('Which of the authors').fill('Ada Author');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('the last of its 16 digits checks the others').first().waitFor();
    await look('paper call, a slip in an ORCID iD');
    expect([
      await page.getByLabel('Title').inputValue(),
      await own.getByLabel('ORCID iD').inputValue(),
      await page.locator('[name="topics.other"]').inputValue(),
    ]).toEqual(['Rivers Are Not Data (invented)', '0000-0002-1825-0098', 'maritime law']);
    await own.getByLabel('ORCID iD').fill('https://orcid.org/0000-0002-1825-0097');
    await page.getByRole('button', { name: 'Save and go on to the files' }).click();

    await page.waitForURL('**/files');
    await page
      .getByLabel('Choose your files')
      .setInputFiles([
        example('papers/moral-rights-average.pdf'),
        example('papers/moral-rights-average-supplement.pdf'),
      ]);
    await page.getByRole('button', { name: 'Send the files' }).click();
    await page.getByText('2 files were added.').waitFor();
    const fileIn = (role: string) => page.getByRole('region', { name: role }).getByRole('article');
    expect([
      await fileIn('Paper').getByText('Your name for it').allInnerTexts(),
      await fileIn('Supplement').getByText('Your name for it').allInnerTexts(),
    ]).toEqual([
      ['Your name for it: moral-rights-average.pdf'],
      ['Your name for it: moral-rights-average-supplement.pdf'],
    ]);
    await look('paper call, a supplement');

    await page.goto(`${here}/submit`);
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    await page.getByRole('button', { name: /^Submit/ }).click();
    await page.waitForURL('**/receipt/*');
    expect(countHashes(await page.locator('main').innerText())).toBe(5);
    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto(`/desk/2024/submissions/${id}`);
    const desk = await olga.page.locator('main').innerText();
    for (const part of [
      'Perspective',
      'maritime law',
      '0000-0002-1825-0097',
      'Yes, elsewhere.',
      'A harbour conference (invented)',
      'All the tables.',
    ])
      expect(desk).toContain(part);
    await Promise.all([close(), olga.close()]);
  });
});

const toldToAll = [
  'Installation',
  'tide organ',
  'An organ that the tide plays.',
  'It is a proof of concept',
  'pipes, sea',
  '2024',
  'variable',
  'Lune Basse',
  'she/they',
  'composer',
  'Les Marées',
  'collective',
  'builders',
  'The Cellar (invented)',
  'May 2023',
  'https://cellar.example.org/',
  'Festival of Harbours (invented)',
  'Generated material is in the final work',
  'The pipes are mine, the score is not.',
  'system name',
  'system version',
  'system provider',
  'system use',
  'on their own machine',
  'My aunt, who agreed.',
  'Flashing light',
  'a smell of salt',
  'Captions',
];
const toldToOrganizers = ['darkness', 'Would you speak about the work', 'Leave this work out of the prize'];

const group = (page: Page, name: string) => page.getByRole('group', { name });

const names = (page: Page) =>
  page
    .locator('#people li .who')
    .evaluateAll((all) => all.map((one) => one.textContent!.replaceAll(/\s+/g, ' ').trim()));

const countHashes = (text: string) => text.match(/\b[0-9a-f]{64}\b/g)?.length ?? 0;
