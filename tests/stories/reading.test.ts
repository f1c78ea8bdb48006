/** Issue 2, point 1: anybody reads the edition on a phone, without scripts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('reading the edition on a phone, without scripts', () => {
  test('leads from the front door to every page, and each says what it is', async () => {
    const { page, look, close } = await stage.enter({ scripts: false, phone: true });
    await page.goto('/');
    await look('home');
    expect(new URL(page.url()).pathname).toBe('/');
    const paths = await page
      .locator('nav a[href^="2024/"]')
      .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).pathname))]);
    const heard: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      heard.push(`${path} ${await page.locator('h1').innerText()}`);
      await look(`site ${path}`);
    }
    expect(heard).toEqual([
      '/2024/dates.html Important dates',
      '/2024/calls/papers.html Call for papers',
      '/2024/calls/creative-work.html Call for creative work',
      '/2024/programme.html Programme',
      '/2024/people.html People',
      '/2024/places.html Places',
      '/2024/conduct.html Conduct',
      '/2024/access.html Access',
      '/2024/privacy.html Privacy',
      '/2024/contact.html Contact',
    ]);
    await close();
  });

  test('says the deadline as it was set, and to the end of its minute', async () => {
    const { page, close } = await stage.enter({ scripts: false, phone: true });
    await page.goto('/2024/calls/papers');
    const deadline = page.locator('time[datetime="2024-09-13T12:00:00.000Z"]').first();
    expect(await deadline.innerText()).toBe('12 September 2024, 23:59 AoE');
    await close();
  });

  test('says no in one calm page that keeps its secrets', async () => {
    const { page, look, close } = await stage.enter({ scripts: false, phone: true });
    const answer = await page.goto('/2024/no-such-page');
    expect([answer?.status(), await page.locator('h1').innerText()]).toEqual([
      404,
      'There is nothing at this address',
    ]);
    await look('missing');
    await close();
  });
});
