import { hashSecret } from '#app/platform/random.server.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { changeSection, settings } from '../editions/operations.server.ts';
import { findViewer } from '../people/queries.server.ts';
import { create, exportFile, importSettings, previewImport } from './edition-operations.server.ts';
import { extend, list, settings as callSettings } from './operations.server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const slug = '2024';
const about = {
  slug: '2025',
  name: 'ورشة العمل ٢٠٢٥ (invented)',
  zone: 'Europe/Vienna',
  days: ['2025-12-13', '2025-12-14'],
  contactEmail: 'next@example.org',
};

describe('a new edition', () => {
  const to = { date: '2024-09-20', time: '23:59', zone: 'AoE' };

  it('is a copy whose dates moved with its first day, from the deadline in force and without its extensions', async () => {
    await extend(world.as('olga'), { slug, call: 'papers', to, reason: 'Time' });
    const made = await create(world.as('olga'), {
      about,
      from: { edition: slug, keep: ['people', 'programme'] },
    });
    expect(made.slug).toEqual('2025');
    const read = (await settings(world.as('visitor'), { slug: '2025' })).settings;
    expect({
      name: read.about.name,
      on: read.dates.map(({ on, until }) => [on, until]),
      sessions: read.programme.sessions.map(({ day }) => day),
      places: read.places.map(({ name }) => name),
    }).toEqual({
      name: about.name,
      on: [['2025-12-13', '2025-12-14']],
      sessions: ['2025-12-13'],
      places: ['The Hall'],
    });
    const calls = await list(world.as('visitor'), { slug: '2025' });
    expect(calls.map(({ key, deadline }) => [key, deadline.words, deadline.extensions])).toEqual([
      ['papers', '19 September 2025, 23:59 AoE', []],
      ['creative-work', '11 September 2025, 23:59 AoE', []],
    ]);
  });

  it('makes its maker an organizer of it, and copies only what that person organizes', async () => {
    const elsewhere = { about: { ...about, slug: '2026' }, from: { edition: '2025' } };
    expect(await told(create(world.as('oscar'), elsewhere))).toMatchObject({ kind: 'missing' });
    const maker = (await findViewer(world.db, {
      secretHash: hashSecret(world.people.olga.secret),
      now: new Date(),
      idleSince: null,
    }))!;
    expect(maker.roles.map(({ role }) => role)).toEqual(['organizer', 'organizer']);
    const from = { edition: slug };
    expect(await told(create(world.as('rana'), { about, from }))).toMatchObject({ kind: 'denied' });
    expect(await told(create(world.as('olga'), { about, from }))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: { 'about.slug': 'There is already an edition at “2025”.' },
    });
  });

  it('can begin from either template with the dates given', async () => {
    const deadline = { date: '2026-09-01', time: '23:59', zone: 'AoE' };
    for (const [slug, template] of [
      ['2026', 'papers-and-works'],
      ['2027', 'papers'],
    ] as const)
      await create(world.as('oscar'), { about: { ...about, slug }, from: { template, deadline } });
    const read = async (slug: string) =>
      (await list(world.as('visitor'), { slug })).map(({ key, deadline }) => [key, deadline.words]);
    expect([await read('2026'), await read('2027')]).toEqual([
      [
        ['papers', '1 September 2026, 23:59 AoE'],
        ['creative-work', '1 September 2026, 23:59 AoE'],
      ],
      [['papers', '1 September 2026, 23:59 AoE']],
    ]);
  });

  it('never takes an address that Salon needs itself', async () => {
    const from = { edition: slug };
    expect(await told(create(world.as('olga'), { about: { ...about, slug: 'desk' }, from }))).toMatchObject({
      fields: { 'about.slug': '“desk” is taken by Salon itself. Choose another word.' },
    });
  });
});

describe('the settings file', () => {
  it('goes out and comes back in without a difference', async () => {
    const { text } = await exportFile(world.as('olga'), { slug });
    expect((await previewImport(world.as('olga'), { slug, text })).changes).toEqual([]);
    expect(await told(exportFile(world.as('rana'), { slug }))).toMatchObject({ kind: 'missing' });
  });

  it('shows each difference in words before it is applied, then applies them all', async () => {
    const { text } = await exportFile(world.as('olga'), { slug });
    const changed = text
      .replace('name: The Hall', 'name: Der Saal')
      .replace('maxLength: 1500', 'maxLength: 1400')
      .replace('label: Law', 'label: Law and custom');
    const { changes, basis } = await previewImport(world.as('olga'), { slug, text: changed });
    expect(changes).toEqual([
      { where: 'Places › Der Saal › Name', before: 'The Hall', after: 'Der Saal' },
      {
        where: 'Calls › Call for papers › Topics › Options › Law and custom › Label',
        before: 'Law',
        after: 'Law and custom',
      },
    ]);
    await importSettings(world.as('olga'), { slug, text: changed, basis });
    const [papers] = await callSettings(world.as('olga'), { slug });
    const read = await settings(world.as('visitor'), { slug });
    expect([
      read.settings.places[0]!.name,
      read.revisions.places,
      read.revisions.about,
      papers!.revision,
    ]).toEqual(['Der Saal', 2, 1, 2]);
  });

  it('is refused whole with the field named, and nothing of it applied', async () => {
    const text = 'salon: 1\nedition:\n  dates: []\n  places:\n    - { key: hall, name: "", kind: venue }\n';
    const before = await settings(world.as('olga'), { slug });
    expect(await told(previewImport(world.as('olga'), { slug, text }))).toEqual({
      kind: 'invalid',
      message: 'Nothing was applied. At edition.places.0.name: Please fill this in.',
      fields: { 'edition.places.0.name': 'Please fill this in.' },
    });
    expect(await settings(world.as('olga'), { slug })).toEqual(before);
  });

  it('is refused when something changed after its differences were seen', async () => {
    const text = 'salon: 1\nedition: { dates: [] }\n';
    const { basis } = await previewImport(world.as('olga'), { slug, text });
    const { settings: read, revisions } = await settings(world.as('oscar'), { slug });
    const body = { ...read.about, tagline: 'Changed meanwhile' };
    await changeSection(world.as('oscar'), { slug, section: 'about', body, revision: revisions.about });
    expect(await told(importSettings(world.as('olga'), { slug, text, basis }))).toMatchObject({
      kind: 'stale',
    });
    expect((await settings(world.as('olga'), { slug })).settings.dates.length).toEqual(1);
  });

  it('says what is wrong with a file that is something else', async () => {
    const said = async (text: string) => told(previewImport(world.as('olga'), { slug, text }));
    expect(
      await Promise.all(['', 'PK\u0003\u0004', 'salon: 2', 'salon: 1\nsecrets: {}'].map(said)),
    ).toMatchObject([
      { kind: 'invalid' },
      { kind: 'invalid' },
      { kind: 'invalid', message: 'This is not a settings file of Salon: it should begin with “salon: 1”.' },
      { kind: 'invalid', fields: { secrets: 'Salon does not know this part.' } },
    ]);
  });
});
