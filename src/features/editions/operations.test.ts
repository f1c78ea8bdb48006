import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { diffSettings } from './diff.ts';
import { changeSection, find, list, settings } from './operations.server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const slug = '2024';
const hall = { key: 'hall', name: '大厅', kind: 'venue', rooms: [{ key: 'room-1', name: 'Room 1' }] };

describe('an edition', () => {
  it('is found by its address by anybody, and what is not there is missing', async () => {
    expect((await find(world.as('visitor'), { slug })).about.name).toEqual('The Small Workshop (invented)');
    expect((await list(world.as('visitor'), {})).map((edition) => edition.slug)).toEqual(['2024']);
    expect(await told(find(world.as('visitor'), { slug: '1999' }))).toMatchObject({ kind: 'missing' });
  });

  it('is changed section by section by its organizers, in any script, with every revision kept', async () => {
    const change = { slug, section: 'places', body: [hall], revision: 1, reason: 'Renamed' } as const;
    expect(await told(changeSection(world.as('attila'), change))).toMatchObject({ kind: 'missing' });
    expect(await changeSection(world.as('olga'), change)).toEqual({ revision: 2 });
    const read = await settings(world.as('visitor'), { slug });
    expect([read.settings.places[0]!.name, read.revisions.places]).toEqual(['大厅', 2]);
  });

  it('refuses a change made on an older revision', async () => {
    const change = { slug, section: 'places', body: [hall], revision: 1 } as const;
    expect(await told(changeSection(world.as('oscar'), change))).toEqual({
      kind: 'stale',
      message:
        'Somebody else changed this since you opened it. Nothing of yours is lost: compare, then save again.',
      fields: {},
    });
  });

  it('names each wrong field by its place', async () => {
    const { about } = (await settings(world.as('olga'), { slug })).settings;
    const wrong = {
      ...about,
      zone: 'Mars/Olympus',
      days: ['2025-02-29'],
      contactEmail: 'nobody',
      accent: 'red',
    };
    expect(
      await told(changeSection(world.as('olga'), { slug, section: 'about', body: wrong, revision: 1 })),
    ).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: {
        'days.0': 'There is no such day.',
        contactEmail: 'This is not a mail address.',
        accent: 'Write the colour as #rrggbb.',
      },
    });
    const zone = { ...about, zone: 'Mars/Olympus', slug: '2025' };
    expect(
      await told(changeSection(world.as('olga'), { slug, section: 'about', body: zone, revision: 1 })),
    ).toMatchObject({
      fields: {
        zone: 'This zone is not known. Choose one such as America/Vancouver.',
        slug: 'The address of an edition stays, so that links to it keep working.',
      },
    });
  });

  it('keeps a place that the programme still needs', async () => {
    const change = { slug, section: 'places', body: [{ ...hall, rooms: [] }], revision: 2 } as const;
    expect(await told(changeSection(world.as('olga'), change))).toMatchObject({
      kind: 'invalid',
      message: 'Something else still needs this. “Opening” names a place that is not among the places.',
    });
  });
});

describe('the differences between two versions', () => {
  it('are told thing by thing, with a moved thing told as order', () => {
    const before = [
      { key: 'a', name: 'A', note: 'old' },
      { key: 'b', name: 'B' },
      { key: 'c', name: 'C' },
    ];
    const after = [
      { key: 'c', name: 'C' },
      { key: 'a', name: 'A', note: 'new' },
      { key: 'd', name: 'D' },
    ];
    expect(diffSettings({ places: before }, { places: after })).toEqual([
      { where: 'Places › B', before: 'Key: b\nName: B', after: null },
      { where: 'Places › A › Note', before: 'old', after: 'new' },
      { where: 'Places › D', before: null, after: 'Key: d\nName: D' },
      { where: 'Places › Order', before: 'A\nC', after: 'C\nA' },
    ]);
  });
});
