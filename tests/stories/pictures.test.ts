/** Issue 4, the site editor: a picture is brought, described, set into a page, and public once that is published. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resources } from '#app/platform/resources.server.ts';
import { inStep } from '#app/features/site/served.server.ts';
import { tellingPhotograph } from '../renditions.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await inStep(resources().clock.now());
});
afterAll(() => stage?.close());

describe('a picture of the organizers', () => {
  test('is brought, described and set into a page by forms without scripts', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false, phone: true });
    await page.goto('/desk/2024');
    await page.goto('/desk/2024/pictures');
    await look('pictures, none yet');
    await page.getByLabel(/We may publish this/).check();
    const buffer = await tellingPhotograph({ width: 1200, height: 700 });
    await page
      .getByLabel('One or several pictures')
      .setInputFiles([{ name: 'The Hall.jpg', mimeType: 'image/jpeg', buffer }]);
    await page.getByRole('button', { name: 'Send them' }).click();
    await page.getByText('One picture came').waitFor();
    await page.getByLabel('Who made it').fill('Olga Organizer');
    await page.getByRole('button', { name: 'Save what it shows' }).click();
    await page
      .getByText('Say what it shows, or tick that it is decorative: one of the two.')
      .first()
      .waitFor();
    expect(await page.getByLabel('Who made it').inputValue()).toEqual('Olga Organizer');
    await look('a picture without words is refused');
    await page.getByLabel('What it shows, for whoever does not see it').fill('Bands of colour (invented)');
    await page.getByRole('button', { name: 'Save what it shows' }).click();
    const line = await page.getByLabel('The line that shows it').inputValue();
    expect(line).toEqual('![Bands of colour (invented)](picture:the-hall)');
    await look('pictures, one described');

    await page.goto('/desk/2024/settings/about');
    await page.getByLabel('What it is about').fill(`Two days (invented).\n\n${line}`);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('img', { name: 'Bands of colour (invented)' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Saved', { exact: true }).waitFor();

    await page.goto('/desk/2024/site');
    await page.getByRole('link', { name: 'Look at the draft' }).click();
    const drafted = page.getByRole('img', { name: 'Bands of colour (invented)' });
    await drafted.scrollIntoViewIfNeeded();
    await expect
      .poll(() => drafted.evaluate((img: HTMLImageElement) => img.naturalWidth > 0), { timeout: 30_000 })
      .toBe(true);
    await look('a picture in the draft');
    const there = await drafted.evaluate((img: HTMLImageElement) => img.currentSrc);
    const address = there.slice(there.indexOf('/assets/'));

    const stranger = await stage.enter({ scripts: false });
    expect((await stranger.page.request.get(address)).status()).toEqual(404);
    await page.goto('/desk/2024/site');
    await page.getByRole('button', { name: /^Publish these changes$/ }).click();
    await page.getByText('Nothing waits').waitFor();
    await stranger.page.goto('/2024/');
    const shown = stranger.page.getByRole('img', { name: 'Bands of colour (invented)' });
    await shown.scrollIntoViewIfNeeded();
    await stranger.page.getByText('Picture: Olga Organizer').waitFor();
    const answer = await stranger.page.request.get(address);
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    await stranger.look('a picture in public');
    await stranger.close();

    await page.goto('/desk/2024/pictures');
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toEqual(0);
    await page.getByText('Used in About › Summary.').waitFor();
    await close();
  });
});
