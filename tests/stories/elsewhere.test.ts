/** A work with a picture and a sound, looked at and listened to in a browser, under two host names of one server. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '#app/platform/settings.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { png } from '#app/preflight/corpus/images.ts';
import { wav } from '#app/preflight/corpus/media.ts';
import { completeWork, putFile } from '../submissions.ts';
import { openStage, openVisit, type Stage } from './stage.ts';
import { sessionCookie } from '#app/platform/cookies.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

test('what a creator handed in is shown and played from the other host name, and from nowhere else', async () => {
  const { world, base } = stage;
  const other = base.replace('localhost', '127.0.0.1');
  const env = { SALON_DATA: world.folder, PORT: new URL(base).port, SALON_USERCONTENT_URL: other };
  provideResources({ ...resources(), settings: readSettings(env, { demo: true }) });
  const id = await completeWork(world);
  const given = { 'tide.png': [png(64, 64), 'image/png'], 'tide.wav': [wav(2), 'audio/wav'] } as const;
  for (const [name, [content, mime]] of Object.entries(given)) {
    const file = await putFile(world, id, { role: 'supplementary', name, content: Buffer.from(content) });
    await sql`update submission_file set mime = ${mime} where id = ${file.id}`.execute(world.db);
  }

  const problems: string[] = [];
  const asked: string[] = [];
  const { page, context, close } = await openVisit(stage.browser, base, {}, problems);
  const cookie = { name: sessionCookie, value: world.people.chiara.secret, url: base };
  await context.addCookies([{ ...cookie, httpOnly: true, sameSite: 'Lax' }]);
  page.on('request', (request) => {
    if (new URL(request.url()).origin === other)
      asked.push(new URL(request.url()).pathname.replace(/\..*/, ''));
  });
  await page.goto(`/my/submissions/${id}/files`);
  const picture = page.getByAltText('Preview of tide.png');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const sound = page.getByLabel('tide.wav', { exact: true });
  await sound.evaluate((it) => (it as HTMLAudioElement).load());
  await expect.poll(() => sound.evaluate((it) => (it as HTMLAudioElement).duration)).toBeGreaterThan(1.9);
  expect({
    asked: [...new Set(asked)].sort(),
    problems: problems.filter((problem) => !problem.startsWith(`elsewhere: ${other}/content/`)),
    cookies: (await context.cookies(other)).length,
  }).toEqual({ asked: ['/content/media', '/content/picture'], problems: [], cookies: 0 });
  await close();
});
