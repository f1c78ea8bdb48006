import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, saveDraft, submit } from '#app/features/submissions/operations.server.ts';
import { accept } from '#app/features/works/operations.server.ts';
import { invariants as madeRight } from '#app/features/works/renditions/invariants.server.ts';
import { renderSubmission } from '#app/features/works/renditions/operations.server.ts';
import { listRenderings } from '#app/features/works/renditions/queries.server.ts';
import { stateOf } from '#app/features/works/renditions/rendering.ts';
import { choose, grant, sayPictures } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { resources } from '#app/platform/resources.server.ts';
import { namesIn } from '../../../tests/archived.ts';
import { cube, glbOf } from '../../../tests/models.ts';
import { secrets } from '../../../tests/renditions.ts';
import { allAgreed, putFile, workWords } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { drawSite } from './drawing.server.ts';
import { exportSite } from './exporting.server.ts';
import { invariants as servedRight } from './invariants.server.ts';
import { draft, publish } from './operations.server.ts';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'salon-model-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

const alt = 'A red cube, seen from all of its sides (invented)';
const after = (minutes: number) => new Date(whileOpen.getTime() + minutes * 60_000);

/** Chiara's cube: handed in, accepted, granted with a cap, described, drawn, published, written as a folder. */
async function published(content: Buffer): Promise<string> {
  const { id } = await begin(world.as('chiara'), { call: world.callIds['creative-work'] });
  await saveDraft(world.as('chiara'), { id, base: 0, draft: workWords });
  const { sha256 } = await putFile(world, id, { role: 'main', name: 'My private cube.glb', content });
  await sql`update submission_file set report = '{"findings":[],"facts":{"kind":"glb"}}'::jsonb
    where submission_id = ${id}`.execute(world.db);
  const { receipt } = await submit(world.as('chiara'), { id, agreed: await allAgreed(world, 'chiara', id) });
  await accept(world.as('olga', after(1)), { edition: '2024', chosen: [{ id, receipt }] });
  const text = hashOf(textFor('work'));
  const chiara = world.as('chiara', after(2));
  await grant(chiara, { id, uses: ['website'], capacity: 'author', text, agreed: true });
  const choice = { licence: 'reserved', preference: 'reserve-all', credit: '', maxPixels: 480 } as const;
  await choose(chiara, { id, ...choice });
  await sayPictures(chiara, { id, pictures: [{ sha256, alt, decorative: false }] });
  world.at(after(3));
  await renderSubmission(id, after(3));
  const { basis } = await draft(world.as('olga', after(4)), { slug: '2024' });
  await publish(world.as('olga', after(4)), { slug: '2024', basis });
  world.at(after(5));
  await drawSite(after(5));
  await exportSite(world.as('system'), { folder });
  return id;
}

it('shows a 3D work from all sides, with its credit in every view and nothing of what its program left in it', async () => {
  const content = Buffer.from(glbOf(cube()));
  for (const secret of secrets.filter((_secret, at) => at !== 3)) expect(content.includes(secret)).toBe(true);
  const id = await published(content);
  const [drawn] = await listRenderings(world.db, id);
  expect([drawn!.file.kind, stateOf(drawn!), drawn!.words]).toEqual(['model', 'made', '']);

  const names = await namesIn(folder);
  const page = names.find((name) => /^2024\/works\/tide[^/]*\.html$/.test(name))!;
  const beside = page.replace('.html', '/');
  const media = names.filter((name) => name.startsWith(beside) && /\.(avif|webp|jpg)$/.test(name));
  expect(media.length).toBe(26 * 3);
  const original = createHash('sha256').update(content).digest('hex');
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    const told = secrets.filter((secret) => bytes.includes(secret));
    const same = createHash('sha256').update(bytes).digest('hex') === original;
    expect([name, told, same]).toEqual([name, [], false]);
  }
  for (const name of media) {
    const { xmpAsString = '', width, height } = await sharp(join(folder, name)).metadata();
    const said = ['Chiara', 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING', alt];
    expect([name, said.filter((words) => !xmpAsString.includes(words)), Math.max(width, height)]).toEqual([
      name,
      [],
      480,
    ]);
  }

  const html = await readFile(join(folder, page), 'utf8');
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const models = [...data.matchAll(/"@type":"3DModel"/g)].length;
  const sides = [...html.matchAll(/data-view="(\d+)"/g)].map(([, view]) => Number(view));
  const scripts = [...html.matchAll(/assets\/(\w+)[^"/]*\.js"/g)].map(([, name]) => name);
  expect([models, sides, scripts.includes('turn')]).toEqual([1, [1, 7, 13, 19, 25, 26], true]);
  const manifest = JSON.parse(await readFile(join(folder, `${beside}manifest.json`), 'utf8')) as {
    items: unknown[];
  };
  expect(manifest.items.length).toBe(26);

  const { files, settings } = resources();
  const look = { db: world.db, files, settings, now: after(5), hashes: true };
  const broken = await Promise.all([...madeRight, ...servedRight].map((one) => one.broken(look)));
  expect(broken.flat()).toEqual([]);
}, 300_000);
