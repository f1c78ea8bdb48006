/** Issue 2, points 9 and 10: roles given and ended, one's own later deadline, recusal, the table by its keys. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addContributor, submit, submitWithIssues } from '#app/features/submissions/operations.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { allAgreed, completePaper, completeWork } from '../submissions.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage, type Visit } from './stage.ts';

// Long stories; each single step still has its own ten seconds.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let stage: Stage;
let paper: string;
let work: string;
beforeAll(async () => {
  stage = await openStage();
  const { world } = stage;
  paper = await completePaper(world, 'ada');
  await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
  work = await completeWork(world);
  await addContributor(world.as('chiara'), { id: work, name: 'O. Second', email: 'oscar@example.org' });
  await submitWithIssues(world.as('chiara'), { id: work, agreed: await allAgreed(world, 'chiara', work) });
});
afterAll(() => stage?.close());

const titles = (page: Visit['page']) => page.locator('#rows th').allInnerTexts();

describe('an organizer', () => {
  test('makes somebody a second organizer, who then sees the desk, and ends it again', async () => {
    const olga = await stage.enter({ as: 'olga', scripts: false });
    const attila = await stage.enter({ as: 'attila', scripts: false, phone: true });
    expect((await attila.page.goto('/desk/2024/submissions'))?.status()).toBe(404);
    const { page, look } = olga;
    await page.goto('/desk/2024/settings/roles');
    await page.getByLabel('Name', { exact: true }).fill('Attila Attendee');
    await page.getByLabel('Mail address').fill('attila@example.org');
    await page.getByRole('radio', { name: /Organizer/ }).check();
    await page.getByRole('button', { name: 'Give the role' }).click();
    await page.getByText('Attila Attendee has the role, and a letter that says so.').waitFor();
    await look('roles, one given');
    await openInbox(attila.page, 'attila@example.org');
    expect(await attila.page.locator('main').innerText()).toContain('/desk/2024');
    expect((await attila.page.goto('/desk/2024/submissions'))?.status()).toBe(200);
    expect((await titles(attila.page)).sort()).toEqual(['On Looking Twice', 'Tide Tables for a Dry Sea']);
    await attila.look('table of a new organizer');
    await page.getByRole('button', { name: /End the role.*of Attila Attendee/ }).click();
    await expect.poll(() => page.locator('main').innerText()).not.toContain('attila@example.org');
    expect((await attila.page.goto('/desk/2024/submissions'))?.status()).toBe(404);
    await Promise.all([olga.close(), attila.close()]);
  });

  test('gives one paper a later deadline with a reason; its author sees it, and nobody else', async () => {
    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto(`/desk/2024/submissions/${paper}`);
    await olga.page.getByText('Give it a later deadline').click();
    await olga.page.getByLabel('New deadline').fill('2024-09-18T12:00');
    await olga.page.locator('#extend-reason').fill('The author was ill.');
    await olga.page.getByRole('button', { name: 'Give the later deadline' }).click();
    await olga.page.locator('strong', { hasText: 'A deadline of its own:' }).waitFor();
    await olga.look('an own deadline');
    const history = await olga.page.locator('main').innerText();
    expect(history).toMatch(/Olga Organizer gave it a deadline of its own/);
    expect(history).toContain('The author was ill.');
    const ada = await stage.enter({ as: 'ada', scripts: false, phone: true });
    await ada.page.goto(`/my/submissions/${paper}`);
    expect(await ada.page.locator('main').innerText()).toMatch(
      /yours alone,.*until.*18 September 2024, 07:00 AoE/s,
    );
    await ada.look('mine, with a deadline of its own');
    await openInbox(ada.page, 'ada@example.org');
    expect(await ada.page.locator('main').innerText()).toContain('The author was ill.');
    const reader = await stage.enter({ scripts: false });
    for (const path of ['/2024', '/2024/dates', '/2024/calls/papers']) {
      await reader.page.goto(path);
      expect(await reader.page.content()).not.toMatch(/18 September|2024-09-18|was ill/);
    }
    const chiara = await stage.enter({ as: 'chiara', scripts: false });
    await chiara.page.goto(`/my/submissions/${work}`);
    expect(await chiara.page.locator('main').innerText()).not.toMatch(/18 September|yours alone/);
    await Promise.all([olga.close(), ada.close(), reader.close(), chiara.close()]);
  });

  test('who stands in a work finds nothing of it on the desk: no row, no count, no file, no letter', async () => {
    const { world } = stage;
    for (const [key, about, address] of [
      ['about the work', work, 'jury@example.org'],
      ['to its creator', null, 'chiara@example.org'],
      ['about the paper', paper, 'press@example.org'],
    ] as const)
      await queueLetter(
        world.db,
        {
          key,
          kind: 'message',
          editionId: world.edition.id,
          aboutId: about,
          to: { address },
          subject: key,
          body: key,
        },
        { now: world.as('system').now },
      );
    const seenBy = async (who: 'olga' | 'oscar') => {
      const { page, look, close } = await stage.enter({ as: who });
      const read = async (path: string) => {
        await page.goto(path);
        return page.locator('main').innerText();
      };
      const table = await read('/desk/2024/submissions');
      const listed = await titles(page);
      await look(`table of ${who}`);
      const [csv] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'CSV' }).click(),
      ]);
      const rows = readFileSync(await csv.path(), 'utf8');
      const [zip] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Files (.zip)' }).click(),
      ]);
      const files = readFileSync(await zip.path()).toString('latin1');
      const found = await read('/desk/2024/submissions?q=tide');
      const overview = await read('/desk/2024');
      await look(`overview of ${who}`);
      const days = await read('/desk/2024/submissions/days');
      const letters = await read('/desk/2024/letters');
      const itself = await page.goto(`/desk/2024/submissions/${work}`);
      await close();
      return {
        listed: listed.sort(),
        count: /\d+ submissions?/.exec(table)?.[0],
        places: { rows, files, found, overview, days, letters },
        itself: itself?.status(),
      };
    };
    const trace = /tide|chiara|dry sea|jury@/i;
    const told = ({ places }: { places: Record<string, string> }) =>
      Object.keys(places).filter((place) => trace.test(places[place]!));
    const olga = await seenBy('olga');
    expect([olga.listed, olga.count, told(olga), olga.itself]).toEqual([
      ['On Looking Twice', 'Tide Tables for a Dry Sea'],
      '2 submissions',
      expect.arrayContaining(['rows', 'files', 'found', 'letters']),
      200,
    ]);
    const oscar = await seenBy('oscar');
    expect([oscar.listed, oscar.count, told(oscar), oscar.itself]).toEqual([
      ['On Looking Twice'],
      '1 submission',
      [],
      404,
    ]);
    expect(oscar.places.letters).toContain('press@example.org');
    expect(oscar.places.days).not.toEqual(olga.places.days);
  });
});

describe('the table', () => {
  test('is sorted by a column’s head and shows the columns one chooses, without scripts', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false });
    await page.goto('/desk/2024/submissions');
    await page.getByRole('link', { name: 'Title', exact: true }).click();
    await page.waitForURL('**sort=title*');
    const once = await titles(page);
    await page.getByRole('link', { name: 'Title', exact: true }).click();
    await page.waitForURL('**sort=-title*');
    const twice = await titles(page);
    expect([once.toSorted(), twice]).toEqual([
      ['On Looking Twice', 'Tide Tables for a Dry Sea'],
      once.toReversed(),
    ]);
    await page.getByText('More: issues, exceptions, columns').click();
    await page.getByLabel('Receipt', { exact: true }).check();
    await page.getByLabel('People', { exact: true }).uncheck();
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL('**columns=*');
    const heads = (await page.locator('thead th').allInnerTexts()).map((head) => head.replace(/\s*[▴▾]/, ''));
    expect(heads).toEqual(['Title', 'Call', 'Status', 'Received', 'Receipt', 'Needs you']);
    // What was sorted stays sorted.
    expect(await titles(page)).toEqual(twice);
    await look('table, other columns');
    await close();
  });

  test('is walked, ticked, searched and opened by keys alone', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga' });
    await page.goto('/desk/2024/submissions?sort=title', { waitUntil: 'networkidle' });
    const [first, second] = await titles(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await page.keyboard.press('j');
    await expect.poll(focused).toBe(first);
    await page.keyboard.press('j');
    await expect.poll(focused).toBe(second);
    await page.keyboard.press('x');
    await expect.poll(() => page.getByLabel(second!, { exact: true }).isChecked()).toBe(true);
    await page.keyboard.press('k');
    await expect.poll(focused).toBe(first);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await look('table, keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-q');
    await page.keyboard.type('tide');
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=tide*');
    await expect.poll(() => titles(page)).toEqual(['Tide Tables for a Dry Sea']);
    await page.locator('body').click({ position: { x: 1, y: 1 } });
    await page.keyboard.press('j');
    await expect.poll(focused).toBe('Tide Tables for a Dry Sea');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tide Tables for a Dry Sea' }).waitFor();
    await close();
  });
});
