import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { makeEdition } from '#app/features/calls/make-edition.server.ts';
import { editionSettingsSchema } from '#app/features/editions/settings.ts';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { writeMessage } from '#app/features/submissions/operations.server.ts';
import { setEmbargo, takeDown } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { verifyBag } from '#app/platform/bag/verify.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { after } from '../../../../tests/accepted.ts';
import { readByAnother } from '../../../../tests/another-bag-tool.ts';
import {
  aPhotograph,
  aSound,
  keptPaper,
  keptWork,
  namesIn,
  published,
  settled,
} from '../../../../tests/archived.ts';
import { told } from '../../../../tests/refusal.ts';
import { smallEdition } from '../../../../tests/small-edition.ts';
import { cast, openWorld, type World } from '../../../../tests/world.ts';
import { exportSite } from '../exporting.server.ts';
import { exportArchive } from './exporting.server.ts';

let world: World;
let folder: string;
let photograph: Buffer;
let made = 0;

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'salon-archive-'));
  const file = await aPhotograph();
  photograph = file.content;
  await keptWork(world, { title: 'Low Tide', file });
  await keptWork(world, { title: 'Two Seconds', file: aSound() });
  await keptPaper(world, { title: 'On Looking Twice' });
  await published(world);
}, 300_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

async function archived(at = settled): Promise<string> {
  const path = join(folder, `archive-${(made += 1)}`);
  await exportArchive(world.as('system', at), { slug: '2024', folder: path });
  return path;
}
const dataOf = async (path: string, name: string) =>
  JSON.parse(await readFile(join(path, 'data', name), 'utf8')) as Record<string, any>;

describe('the archive of an edition', { timeout: 300_000 }, () => {
  it('is a whole bag that holds the very bytes of the exported site', async () => {
    const path = await archived();
    const { problems, hashes } = await verifyBag(path);
    expect(problems).toEqual([]);
    const site = join(folder, 'site');
    await exportSite(world.as('system', settled), { folder: site });
    const names = (await namesIn(site)).filter((name) => name !== 'salon-site.json');
    expect((await namesIn(join(path, 'data/site'))).length > 60).toEqual(true);
    expect(await namesIn(join(path, 'data/site'))).toEqual(names);
    const other: string[] = [];
    for (const name of names)
      if (!(await readFile(join(site, name))).equals(await readFile(join(path, 'data/site', name))))
        other.push(name);
    expect([other, hashes.has('data/site/index.html')]).toEqual([[], true]);
  });

  it('holds originals under names of ours, and what is known as data', async () => {
    const path = await archived();
    const beside = (await namesIn(join(path, 'data'))).filter((name) => !name.startsWith('site/'));
    expect(beside).toEqual([
      'metadata/calls.json',
      'metadata/decisions.json',
      'metadata/edition.json',
      'metadata/papers/on-looking-twice.json',
      'metadata/programme.json',
      'metadata/rights.json',
      'metadata/works/low-tide.json',
      'metadata/works/two-seconds.json',
      'originals/papers/on-looking-twice/001-paper.pdf',
      'originals/works/low-tide/001-main.jpg',
      'originals/works/two-seconds/001-main.wav',
      'ro-crate-metadata.json',
      'ro-crate-preview.html',
    ]);
    const kept = await readFile(join(path, 'data/originals/works/low-tide/001-main.jpg'));
    expect(kept.equals(photograph)).toEqual(true);
    const { rights } = await dataOf(path, 'metadata/rights.json');
    expect(rights[0]).toEqual({
      kind: 'work',
      slug: 'low-tide',
      grants: [
        {
          at: after(2).toISOString(),
          text: { key: textFor('work').key, sha256: hashOf(textFor('work')) },
          uses: [
            { scope: 'archive', until: null },
            { scope: 'website', until: null },
          ],
        },
      ],
      licence: 'cc-by-4.0',
      credit: '© 2024 Chiara Creator',
      preference: 'no-training',
      allows: { search: true, input: true, training: false, mining: false },
      maxPixels: 960,
      takedown: null,
    });
    expect((await dataOf(path, 'metadata/decisions.json')).accepted[1]).toEqual({
      kind: 'paper',
      slug: 'on-looking-twice',
      title: 'On Looking Twice',
      acceptedOn: '2024-08-20',
      award: null,
    });
    const { described, media, record } = await dataOf(path, 'metadata/papers/on-looking-twice.json');
    const there = await namesIn(join(path, 'data'));
    const named = [...media, ...described.map((one: { path: string }) => one.path)];
    expect([
      record.people.map(({ name }: { name: string }) => name),
      named.filter((name) => !there.includes(name)),
    ]).toEqual([['Ada Author', 'Benno Co-Author'], []]);
  });

  it('is accepted by another tool, which refuses it once a byte is changed', async () => {
    const path = await archived();
    const payload = (await namesIn(path)).filter((name) => name.startsWith('data/'));
    for (const algorithm of ['sha256', 'sha512'])
      expect(await readByAnother(path, algorithm)).toEqual({ proved: payload, refused: [] });
    await appendFile(join(path, 'data/site/2024/dates.html'), ' ');
    expect((await readByAnother(path, 'sha512')).refused).toEqual(['data/site/2024/dates.html']);
  });

  it('has the same bytes when it is made again of the same at the same moment', async () => {
    const [one, other] = [await archived(), await archived()];
    expect(await namesIn(other)).toEqual(await namesIn(one));
    for (const name of ['manifest-sha512.txt', 'tagmanifest-sha512.txt', 'bag-info.txt'])
      expect(await readFile(join(other, name), 'utf8')).toEqual(await readFile(join(one, name), 'utf8'));
  });

  it('is an RO-Crate: every file is described by its hash, and every name in it leads somewhere', async () => {
    const path = await archived();
    const crate = await dataOf(path, 'ro-crate-metadata.json');
    const graph = new Map<string, any>(crate['@graph'].map((one: any) => [one['@id'], one]));
    expect([crate['@context'], graph.size === crate['@graph'].length]).toEqual([
      'https://w3id.org/ro/crate/1.2/context',
      true,
    ]);
    expect(graph.get('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    });
    const root = graph.get('./');
    expect(
      ['@type', 'name', 'description', 'datePublished', 'license'].map((name) => typeof root[name]),
    ).toEqual(['string', 'string', 'string', 'string', 'object']);
    const { hashes } = await verifyBag(path);
    const files = [...graph.values()].filter((one) => one['@type'] === 'File');
    expect(new Map(files.map((one) => [`data/${decodeURIComponent(one['@id'])}`, one.sha256]))).toEqual(
      new Map(
        [...hashes]
          .filter(([name]) => name.startsWith('data/') && name !== 'data/ro-crate-metadata.json')
          .sort(byOrder(files)),
      ),
    );
    const lost: string[] = [];
    const deep: string[] = [];
    const walk = (value: any, owner: string) => {
      if (Array.isArray(value)) return value.forEach((one) => walk(one, owner));
      if (typeof value !== 'object' || value === null) return;
      const { '@id': id, ...more } = value;
      if (Object.keys(more).length > 0) deep.push(owner);
      if (!graph.has(id) && !/^https?:/.test(id)) lost.push(id);
    };
    for (const { '@id': id, ...more } of graph.values()) for (const one of Object.values(more)) walk(one, id);
    expect({ lost, deep }).toEqual({ lost: [], deep: [] });
    expect(graph.get('http://salon.test/2024/works/low-tide')).toMatchObject({
      '@type': 'VideoObject',
      name: 'Low Tide',
      license: { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      mainEntityOfPage: { '@id': 'site/2024/works/low-tide.html' },
    });
  });

  it('holds nothing that was not granted for it, was taken down or waits, and no secret in any byte', async () => {
    const file = await aPhotograph();
    const uses = ['website', 'archive'] as const;
    await keptWork(world, { title: 'Siteonly Canary', file, uses: ['website'] });
    await keptWork(world, { title: 'Ungranted Canary', file, uses: [] });
    const waits = await keptWork(world, { title: 'Embargo Canary', file, uses: [...uses] });
    await setEmbargo(world.as('chiara', after(4)), {
      id: waits,
      until: after(99),
      reason: 'EMBARGO-REASON-CANARY',
    });
    const down = await keptWork(world, { title: 'Down Canary', file, uses: [...uses] });
    await published(world, after(6));
    await writeMessage(world.as('chiara', after(6)), { id: down, words: 'MESSAGE-CANARY' });
    await takeDown(world.as('chiara', after(7)), {
      id: down,
      scopes: ['page', 'archive'],
      reason: 'TAKEDOWN-CANARY',
      words: 'TOMBSTONE-CANARY',
      titleStays: true,
      creditStays: true,
    });
    const { settings, revisions } = await edit(world.as('olga', after(8)), { slug: '2024' });
    const page = { slug: 'waiting', title: 'DRAFT-CANARY', body: 'Waits (invented).', menu: true };
    await changeSection(world.as('olga', after(8)), {
      slug: '2024',
      section: 'pages',
      revision: revisions.pages,
      body: [...settings.pages, page],
    });
    const site = join(folder, 'later');
    await exportSite(world.as('system', after(9)), { folder: site });
    expect((await namesIn(site)).filter((name) => /^2024\/works\/(?!ours)[\w-]+\.html$/.test(name))).toEqual([
      '2024/works/down-canary.html',
      '2024/works/low-tide.html',
      '2024/works/siteonly-canary.html',
      '2024/works/two-seconds.html',
    ]);
    const path = await archived(after(9));
    expect((await verifyBag(path)).problems).toEqual([]);
    const hidden = [
      /canary/i,
      /rana reviewer|jiro juror|attila attendee|oscar second/i,
      /REASON|private name/i,
      ...Object.values(cast).map(({ email }) => new RegExp(email)),
      new RegExp(waits),
      new RegExp(down),
    ];
    const found: string[] = [];
    for (const name of await namesIn(path)) {
      const text = `${name}\n${await readFile(join(path, name), 'latin1')}`;
      for (const secret of hidden) if (secret.test(text)) found.push(`${name}: ${secret}`);
    }
    expect(found).toEqual([]);
    expect((await readFile(join(path, 'bag-info.txt'), 'utf8')).includes('organizers@example.org')).toEqual(
      true,
    );
  });

  it('is of one edition alone, where there are several', async () => {
    const settings = v.parse(editionSettingsSchema, {
      ...smallEdition,
      about: { ...smallEdition.about, slug: '2031', name: 'SERIES-CANARY (invented)', days: ['2031-12-14'] },
      dates: [],
      programme: { sessions: [] },
    });
    await makeEdition(world.db, { settings, calls: [], by: null, now: settled, reason: '' });
    const path = await archived(after(10));
    const found: string[] = []; // With its slash: four digits alone stand in some hash or other.
    for (const name of await namesIn(path))
      if (/2031\/|SERIES-CANARY/.test(`${name} ${await readFile(join(path, name), 'latin1')}`))
        found.push(name);
    const index = await readFile(join(path, 'data/site/index.html'), 'utf8');
    expect({ found, own: index.includes('The Small Workshop') }).toEqual({ found: [], own: true });
    const other = join(folder, 'series');
    await exportArchive(world.as('system', after(10)), { slug: '2031', folder: other });
    expect((await verifyBag(other)).problems).toEqual([]);
    expect((await namesIn(join(other, 'data/site'))).filter((name) => name.startsWith('2024'))).toEqual([]);
  });

  it('is not written over anything, nor for anybody but whoever runs Salon, nor half', async () => {
    const other = await mkdtemp(join(tmpdir(), 'salon-archive-'));
    await writeFile(join(other, 'thesis.txt'), 'Ten years of work');
    expect(await told(exportArchive(world.as('system', settled), { slug: '2024', folder: other }))).toEqual({
      kind: 'invalid',
      message: `The folder ${other} holds something, and an archive overwrites nothing. Name a new one.`,
      fields: {},
    });
    await rm(other, { recursive: true });
    const refused = await told(exportArchive(world.as('olga', settled), { slug: '2024', folder: other }));
    expect(refused).toMatchObject({ kind: 'missing' });
    const path = await archived();
    const { originals } = await dataOf(path, 'metadata/works/low-tide.json');
    await writeFile(resources().files.localPath(originals[0].sha256), 'other bytes');
    const before = await readdir(folder);
    await expect(archived()).rejects.toThrow(`${originals[0].sha256} is damaged`);
    await writeFile(resources().files.localPath(originals[0].sha256), photograph);
    expect(await readdir(folder)).toEqual(before);
  });
});

/** As listed, because a map compares in order. */
const byOrder = (files: { '@id': string }[]) => {
  const order = files.map((one) => `data/${decodeURIComponent(one['@id'])}`);
  return ([a]: [string, string], [b]: [string, string]) => order.indexOf(a) - order.indexOf(b);
};
