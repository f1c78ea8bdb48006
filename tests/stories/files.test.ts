/** Issue 2, point 5: files on their way, through a pause and the death of a browser; dropped, and arranged. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { cp, mkdir, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import yazl from 'yazl';
import { begin } from '#app/features/submissions/operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('a file on its way', () => {
  test('pauses and goes on; and after the browser was killed too, with the words that were never sent', async () => {
    const tone = await longTone(join(stage.world.folder, 'tone.wav'));
    const { id } = await begin(stage.world.as('chiara'), { call: stage.world.callIds['creative-work'] });
    const profile = join(stage.world.folder, 'profile');
    const first = await stage.enter({ as: 'chiara', profile });
    await first.page.goto(`/my/submissions/${id}/files`, { waitUntil: 'networkidle' });
    await slowDown(first.page);
    await first.page.getByLabel('Choose your files').setInputFiles(tone.path);
    await arrivedIs((bytes) => bytes > 50_000);
    await first.page.getByRole('button', { name: 'Pause tone.wav' }).click();
    await first.page.getByText('Paused, ').waitFor();
    await first.look('files, paused');
    const paused = await arrived();
    await first.page.getByRole('button', { name: 'Continue tone.wav' }).click();
    await first.page.getByText('It went on from').waitFor();
    await arrivedIs((bytes) => bytes > paused + 50_000);

    const words = await first.tab();
    await words.goto(`/my/submissions/${id}`, { waitUntil: 'networkidle' });
    await words.route('**/my/submissions/*?/save', (route) => route.abort('internetdisconnected'));
    await words.getByLabel('Title').fill('Half a Tone (invented)');
    await words.getByLabel('Film').check();
    await words.getByLabel('Place or venue').fill('A cellar');
    await words.getByText('are kept in this browser').waitFor();
    await first.look('draft, no connection', words);
    await kill(words);
    const before = await arrived();
    expect(before).toBeGreaterThan(paused);
    expect(before).toBeLessThan(tone.bytes.length);

    const { page, tab, look, close } = await stage.enter({ as: 'chiara', profile });
    const offsets: number[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    });
    await page.goto(`/my/submissions/${id}/files`, { waitUntil: 'networkidle' });
    await page.getByText('Choose the same file again and it goes on where it stopped').waitFor();
    await look('files, not finished');
    const line = await slowDown(page);
    await page.getByLabel('Choose your files').setInputFiles(tone.path);
    await page.getByText('It went on from').waitFor();
    await look('files, going on');
    await line.speedUp();
    await page.getByText('Fingerprint').waitFor();
    // Never from zero: what the server had is not sent again.
    expect([...new Set(offsets.map((from) => from >= before))]).toEqual([true]);
    expect(await page.locator('main article code').allTextContents()).toEqual([tone.sha256]);
    expect(await page.getByText('Not finished').count()).toBe(0);

    const again = await tab();
    await again.goto(`/my/submissions/${id}`);
    await again.getByText('Your words are here again').waitFor();
    await again.getByText(/^Saved at/).waitFor();
    await look('draft, brought back', again);
    await again.reload({ waitUntil: 'networkidle' });
    expect([
      await again.getByLabel('Title').inputValue(),
      await again.getByLabel('Film').isChecked(),
      await again.getByLabel('Place or venue').first().inputValue(),
      await again.getByText('Your words are here again').count(),
    ]).toEqual(['Half a Tone (invented)', true, 'A cellar', 0]);
    await close();
  });
});

describe('a folder and a .zip', () => {
  test('are dropped, and every file gets a role that can be dragged to another', async () => {
    const { id } = await begin(stage.world.as('chiara'), { call: stage.world.callIds['creative-work'] });
    const { page, look, close } = await stage.enter({ as: 'chiara' });
    await page.goto(`/my/submissions/${id}/files`, { waitUntil: 'networkidle' });
    const folder = join(stage.world.folder, 'Low Tide');
    await cp('examples/creativity-2024/files/works/low-tide', folder, { recursive: true });
    await mkdir(join(folder, 'more'));
    await writeFile(join(folder, 'more', 'gauge record.csv'), 'hour,metres\n0,1.2\n');
    await writeFile(join(folder, '.DS_Store'), 'nothing of theirs');
    await drop(page, folder);
    await expectRoles(page, [
      ['Main work', 'Low Tide/24_main .png'],
      ['Description', 'Low Tide/description.pdf'],
      ['Supplement', 'Low Tide/more/gauge record.csv'],
    ]);
    await look('files, a folder was dropped');

    const card = page.locator('article', { hasText: 'gauge record.csv' });
    await carry(page, card.locator('.grip'), page.locator('.places [data-role="video"]'), () =>
      look('files, a card in hand'),
    );
    await expectRoles(page, [
      ['Main work', 'Low Tide/24_main .png'],
      ['Video', 'Low Tide/more/gauge record.csv'],
      ['Description', 'Low Tide/description.pdf'],
    ]);
    expect(await page.locator('.places').count()).toBe(0);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await card.locator('select').inputValue()).toBe('video');
    await look('files, a card was dragged');
    await carryByFinger(page, card.locator('.grip'), page.locator('.places [data-role="supplementary"]'));
    await expectRoles(page, [
      ['Main work', 'Low Tide/24_main .png'],
      ['Description', 'Low Tide/description.pdf'],
      ['Supplement', 'Low Tide/more/gauge record.csv'],
    ]);

    const other = await begin(stage.world.as('chiara'), { call: stage.world.callIds['creative-work'] });
    await page.goto(`/my/submissions/${other.id}/files`, { waitUntil: 'networkidle' });
    await drop(page, await zipped(folder, join(stage.world.folder, 'everything.zip')));
    await expectRoles(page, [
      ['Main work', 'tide_main.png'],
      ['Description', 'tide_description.pdf'],
      ['Supplement', 'tide_supplementary_1.csv'],
    ]);
    const archive = page.getByRole('region', { name: 'Archive as handed in' });
    expect(await archive.getByRole('link').allInnerTexts()).toEqual(['everything.zip']);
    await look('files, a .zip was dropped');
    await close();
  });
});

/** Twenty megabytes of sound; a file on the disk, because its date is part of what it is known by. */
async function longTone(path: string) {
  const data = Buffer.alloc(20_000_000, 'a tone that nobody needs, ');
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(44_100, 24);
  head.writeUInt32LE(88_200, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  const bytes = Buffer.concat([head, data]);
  await writeFile(path, bytes);
  await utimes(path, new Date('2024-08-01T10:00:00Z'), new Date('2024-08-01T10:00:00Z'));
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The one .zip that the call describes, with its names. */
async function zipped(folder: string, path: string) {
  const zip = new yazl.ZipFile();
  zip.addFile(join(folder, '24_main .png'), 'tide_main.png');
  zip.addFile(join(folder, 'description.pdf'), 'tide_description.pdf');
  zip.addFile(join(folder, 'more', 'gauge record.csv'), 'tide_supplementary_1.csv');
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

/** How many bytes of the one upload under way lie on the server. */
async function arrived(): Promise<number> {
  const { incoming } = resources().files;
  const names = (await readdir(incoming)).filter((name) => !name.endsWith('.json'));
  return names.length === 1 ? (await stat(join(incoming, names[0]!))).size : 0;
}

const arrivedIs = (enough: (bytes: number) => boolean) =>
  vi.waitFor(async () => expect(enough(await arrived())).toBe(true), { timeout: 60_000, interval: 50 });

/** At this pace the tone takes minutes, so that no machine is too slow to meet it on its way. */
async function slowDown(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  const atMost = (uploadThroughput: number) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await devtools.send('Network.enable');
  await atMost(120_000);
  return { speedUp: () => atMost(-1) };
}

/** The whole browser at once, as when its computer loses power: nobody says goodbye. */
async function kill(page: Page) {
  const gone = new Promise((resolve) => page.context().once('close', resolve));
  const devtools = await page.context().newCDPSession(page);
  devtools.send('Browser.crash').catch(() => undefined);
  await gone;
}

/** As a file manager drops it: with paths, and folders as folders. */
async function drop(page: Page, path: string) {
  const devtools = await page.context().newCDPSession(page);
  const { x, y } = await middleOf(page.locator('form.add'));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', {
      type,
      x,
      y,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
}

async function carry(page: Page, from: Locator, to: Locator, meanwhile: () => Promise<void>) {
  const start = await middleOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y + 10);
  await to.waitFor();
  const end = await middleOf(to);
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await meanwhile();
  await page.mouse.up();
}

async function carryByFinger(page: Page, from: Locator, to: Locator) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  const start = await middleOf(from);
  await touch('touchStart', [start]);
  await touch('touchMove', [{ x: start.x + 10, y: start.y + 10 }]);
  await to.waitFor();
  await touch('touchMove', [await middleOf(to)]);
  await touch('touchEnd', []);
}

async function middleOf(place: Locator) {
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await place.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** The files as they stand on the page, with the name that their person gave them. */
async function expectRoles(page: Page, roles: [role: string, name: string][]) {
  const shown = () =>
    page
      .locator('main section[data-role]')
      .evaluateAll((sections) =>
        sections.flatMap((section) =>
          [...section.querySelectorAll('article')].map((article) => [
            section.getAttribute('aria-label'),
            article.querySelector('label .visually-hidden')?.textContent?.trim().slice(1, -1),
          ]),
        ),
      );
  await vi.waitFor(async () => expect(await shown()).toEqual(roles), { timeout: 60_000, interval: 100 });
}
