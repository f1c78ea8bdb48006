/** Issue 2, point 5: files on their way, through a pause and the death of a browser; dropped, and arranged. */
import { createHash } from 'node:crypto';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { begin } from '#app/features/submissions/operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { completeWork } from '../submissions.ts';
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
    await slow(first.page);
    await first.page.getByLabel('Choose your files').setInputFiles(tone.path);
    await arrivedIs((bytes) => bytes > 200_000);
    await first.page.getByRole('button', { name: 'Pause tone.wav' }).click();
    await first.page.getByText('Paused, ').waitFor();
    await first.look('files, paused');
    const paused = await arrived();
    await first.page.getByRole('button', { name: 'Continue tone.wav' }).click();
    await first.page.getByText('It went on from').waitFor();
    await arrivedIs((bytes) => bytes > paused + 200_000);

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
    await slow(page);
    await page.getByLabel('Choose your files').setInputFiles(tone.path);
    await page.getByText('It went on from').waitFor();
    await look('files, going on');
    await fast(page);
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

/** Three megabytes of sound; a file on the disk, because its date is part of what it is known by. */
async function longTone(path: string) {
  const data = Buffer.alloc(3_000_000, 'a tone that nobody needs, ');
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

/** How many bytes of the one upload under way lie on the server. */
async function arrived(): Promise<number> {
  const { incoming } = resources().files;
  const names = (await readdir(incoming)).filter((name) => !name.endsWith('.json'));
  return names.length === 1 ? (await stat(join(incoming, names[0]!))).size : 0;
}

const arrivedIs = (enough: (bytes: number) => boolean) =>
  vi.waitFor(async () => expect(enough(await arrived())).toBe(true), { timeout: 60_000, interval: 50 });

async function throttle(page: Page, uploadThroughput: number) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
}
const slow = (page: Page) => throttle(page, 250_000);
const fast = (page: Page) => throttle(page, -1);

/** The whole browser at once, as when its computer loses power: nobody says goodbye. */
async function kill(page: Page) {
  const gone = new Promise((resolve) => page.context().once('close', resolve));
  const devtools = await page.context().newCDPSession(page);
  devtools.send('Browser.crash').catch(() => undefined);
  await gone;
}
