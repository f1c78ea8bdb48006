/** Issue 2, point 12: a letter that fails, seen and sent again from the desk; the demo's inbox, page by page. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jobs } from '#app/features/mailings/jobs.server.ts';
import { makeOperator } from '#app/features/people/operations.server.ts';
import { startJobs } from '#app/platform/jobs.server.ts';
import { queueLetter, type Letter } from '#app/platform/letters.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { writeMessage } from '#app/features/submissions/operations.server.ts';
import { openMailServer } from '../mail-server.ts';
import { completePaper } from '../submissions.ts';
import { whileOpen } from '../world.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage } from './stage.ts';

// Long stories; each single step still has its own ten seconds.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let stage: Stage;
let mail: Awaited<ReturnType<typeof openMailServer>>;
let worker: Awaited<ReturnType<typeof startJobs>>;
beforeAll(async () => {
  stage = await openStage();
  mail = await openMailServer();
  const held = resources();
  provideResources({ ...held, settings: { ...held.settings, smtpUrl: mail.url } });
  worker = await startJobs(stage.world.database.pool, jobs, held.log);
});
afterAll(async () => {
  await worker?.stop();
  await mail?.close();
  await stage?.close();
});

const patience = { timeout: 60_000, interval: 200 };
const write = (letter: Letter, later = 0) =>
  queueLetter(stage.world.db, letter, { now: new Date(whileOpen.getTime() + later) });

describe('a letter that the mail server refuses', () => {
  test('stands on the desk with the reason, and goes when it is sent again', async () => {
    mail.answerWith({ code: 550, words: 'Mailbox is full, try after the holidays' });
    await write({
      key: 'refused',
      kind: 'message',
      editionId: stage.world.edition.id,
      to: { address: 'ada@example.org', name: 'Ada Author' },
      subject: 'About the room',
      body: 'There is a room.\n',
    });
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false, phone: true });
    await expect
      .poll(async () => {
        await page.goto('/desk/2024/letters?failed');
        return page.locator('tbody tr').count();
      }, patience)
      .toBe(1);
    const row = page.locator('tbody tr');
    expect(await row.locator('[data-label="Status"]').innerText()).toContain(
      '550 Mailbox is full, try after the holidays',
    );
    await look('outbox, one failed');
    await row.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('The letter is on its way again.').waitFor();
    await look('outbox, sent again');
    await expect
      .poll(() => mail.received.map((one) => one.mail.subject), patience)
      .toEqual(['About the room']);
    await expect
      .poll(async () => {
        await page.goto('/desk/2024/letters');
        return page.locator('tbody [data-label="Status"]').first().innerText();
      }, patience)
      .toContain('Sent');
    await page.goto('/desk/2024/letters?failed');
    await page.getByText('None failed.').waitFor();
    await close();
  });

  test('of no edition stands on the page of whoever runs the installation, and nowhere else', async () => {
    const { world } = stage;
    mail.answerWith({ code: 554, words: 'Not welcome here' });
    await write({
      key: 'refused too',
      kind: 'account',
      to: { address: 'benno@example.org' },
      subject: 'Your account',
      body: 'Something changed.\n',
    });
    await makeOperator(world.as('system'), { address: 'attila@example.org' });
    const { page, look, close } = await stage.enter({ as: 'attila' });
    await page.goto('/desk');
    await look('desk of an operator');
    await page.getByRole('link', { name: 'Letters of this installation' }).click();
    await page.getByRole('heading', { name: 'Letters of this installation' }).waitFor();
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator('tbody tr').first().innerText();
      }, patience)
      .toContain('554 Not welcome here');
    await look('letters of the installation');
    await page.getByRole('button', { name: 'Send again to benno@example.org' }).click();
    await page.getByText('The letter is on its way again.').waitFor();
    await expect.poll(() => mail.received.map((one) => one.mail.subject), patience).toContain('Your account');
    const olga = await stage.enter({ as: 'olga', scripts: false });
    expect((await olga.page.goto('/operator/letters'))?.status()).toBe(404);
    await olga.page.goto('/desk/2024/letters');
    expect(await olga.page.locator('main').innerText()).not.toContain('benno@example.org');
    await Promise.all([olga.close(), close()]);
  });
});

describe('the daily digest', () => {
  test('gathers what a person wants once a day into one letter, at seven the next morning', async () => {
    const { world } = stage;
    const { page, look, close } = await stage.enter({ as: 'ada', scripts: false, phone: true });
    await page.goto('/account/letters');
    await page.getByLabel('Messages about a submission').selectOption('digest');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It holds from the next letter on.').waitFor();
    await look('letters as chosen');
    const id = await completePaper(world, 'ada');
    const said = ['The room has moved.', 'The room has moved once more.'];
    for (const [hour, words] of said.entries())
      await writeMessage(world.as('olga', new Date(whileOpen.getTime() + hour * 3_600_000)), { id, words });
    await openInbox(page, 'ada@example.org');
    expect(await page.getByText('waits for the daily digest').count()).toBe(2);
    await look('inbox, waiting for the digest');
    world.at('2024-08-21T07:00:00Z');
    await jobs['letters.digest']!({});
    await expect
      .poll(
        () => mail.received.filter(({ to }) => to.includes('ada@example.org')).map((one) => one.mail.subject),
        patience,
      )
      .toContain('2 letters of the last day');
    const letter = mail.received.find((one) => one.mail.subject === '2 letters of the last day')!;
    const text = letter.mail.text!;
    const [first, second] = said.map((words) => text.indexOf(words));
    expect([first! > 0, second! > first!, text.includes('/account/letters')]).toEqual([true, true, true]);
    await openInbox(page, 'ada@example.org');
    expect(await page.locator('article h2').first().innerText()).toBe('2 letters of the last day');
    expect(await page.getByText('went with the daily digest').count()).toBe(2);
    await look('inbox, the digest came');
    await close();
  });
});

describe('the demo’s inbox', () => {
  test('is empty in words, then has pages, a person’s letters and a search, without scripts', async () => {
    const { page, look, close } = await stage.enter({ scripts: false, phone: true });
    await page.goto('/inbox?q=no+such+words');
    await page.getByText('No such letter yet').waitFor();
    await look('inbox, nothing found');
    for (let at = 0; at < 60; at++)
      await write(
        {
          key: `many ${at}`,
          kind: 'receipt',
          to: { address: `reader${at}@example.org`, name: `Reader ${at}` },
          subject: `Receipt for reader ${at}`,
          body: `Dear Reader ${at},\n\nthe heron stands in ${at} cm of water.\n`,
        },
        // Newer than whatever the stories before this one mailed.
        (7 * 86_400 + at) * 1000,
      );
    await page.goto('/inbox');
    expect(await page.locator('article').count()).toBe(50);
    expect(await page.locator('article').first().innerText()).toContain(
      'the heron stands in 59 cm of water.',
    );
    await look('inbox, many');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('link', { name: 'Receipt for reader 3', exact: true }).click();
    const opened = page.locator('article', { hasText: 'the heron stands in 3 cm of water.' });
    await opened.waitFor();
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    // The address names the letter, so that the page stands where it was opened.
    expect(`#${await opened.getAttribute('id')}`).toBe(new URL(page.url()).hash);
    await page.getByLabel('With these words').fill('in 41 cm');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'in 41 cm');
    expect(await page.locator('article h2').allInnerTexts()).toEqual(['Receipt for reader 41']);
    await look('inbox, found');
    await openInbox(page, 'reader7@example.org');
    expect(await page.locator('article').allInnerTexts()).toEqual([
      expect.stringContaining('the heron stands in 7 cm of water.'),
    ]);
    await close();
  });
});
