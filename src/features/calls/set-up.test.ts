import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSetUp, makeSetUpLink } from '../people/set-up.server.ts';
import { findViewer } from '../people/queries.server.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { settings } from '../editions/operations.server.ts';
import { list } from './operations.server.ts';
import { draft, goLive, sayStep } from './set-up.server.ts';

let world: World;
let first: Context;
beforeAll(async () => {
  world = await openWorld();
  const { now } = world.as('visitor');
  const key = (await makeSetUpLink(world.db, now))!.split('key=')[1]!;
  const person = { name: 'Fatou First (invented)', address: 'first@example.org', device: 'test' };
  const { secret } = await openSetUp(world.as('visitor'), { key, ...person });
  const viewer = await findViewer(world.db, { secretHash: hashSecret(secret), now, idleSince: null });
  first = { viewer: { ...viewer!, draftKey: null }, now };
});
afterAll(() => world.close());

const dates = {
  name: 'ਕਾਰਜਸ਼ਾਲਾ (invented)',
  first: '2026-11-06',
  last: '2026-11-08',
  zone: 'Asia/Kolkata',
  contactEmail: 'write@example.org',
};
const deadline = { date: '2026-08-01', time: '23:59', zone: 'AoE' };

describe('the guided set-up', () => {
  it('is for whoever runs Salon or organizes; others find it closed', async () => {
    expect(await told(draft(world.as('ada'), {}))).toMatchObject({ kind: 'denied' });
    expect(await told(sayStep(world.as('visitor'), { step: 'dates', value: dates }))).toMatchObject({
      kind: 'denied',
    });
  });

  it('names what is wrong in a step and saves nothing of it', async () => {
    const wrong = { ...dates, last: '2026-11-01', zone: '', contactEmail: 'x' };
    expect(await told(sayStep(first, { step: 'dates', value: wrong }))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: {
        zone: 'Please fill this in.',
        contactEmail: 'This is not a mail address.',
        last: 'The last day lies before the first.',
      },
    });
    expect((await draft(first, {})).said).toEqual([]);
  });

  it('saves each step, goes on and back, and is nobody else’s', async () => {
    expect(await sayStep(first, { step: 'dates', value: dates })).toEqual({ next: 'places' });
    await sayStep(first, {
      step: 'places',
      value: { items: [{ key: 'hall', name: 'ਹਾਲ', kind: 'venue', rooms: [] }] },
    });
    await sayStep(first, { step: 'dates', value: { ...dates, tagline: 'Said on the way back' } });
    const { draft: mine, said, open } = await draft(first, {});
    expect([mine.dates?.tagline, said, open]).toEqual(['Said on the way back', ['dates', 'places'], 'calls']);
    expect((await draft(world.as('olga'), {})).said).toEqual([]);
  });

  it('does not go live before the calls have their dates', async () => {
    expect(await told(goLive(first, {}))).toEqual({
      kind: 'invalid',
      message: 'One step is not finished yet.',
      fields: { step: 'calls' },
    });
    const value = { papers: { use: true, deadline: {}, pages: 'four' }, works: { use: false } };
    expect(await told(sayStep(first, { step: 'calls', value }))).toMatchObject({
      fields: { 'papers.deadline.date': 'Please fill this in.', 'papers.pages': 'Write a whole number.' },
    });
  });

  it('ends with a live site and its maker as organizer', async () => {
    const value = {
      papers: { use: true, deadline, pages: 6, bytes: 1024 ** 2 },
      works: { use: true, deadline, opens: { date: '2026-05-01', time: '09:00', zone: 'Asia/Kolkata' } },
    };
    expect(await sayStep(first, { step: 'calls', value })).toEqual({ next: 'look' });
    expect(await goLive(first, {})).toMatchObject({ slug: '2026' });
    const read = await settings(world.as('visitor'), { slug: '2026' });
    expect([read.settings.about.days, read.settings.places[0]!.name]).toEqual([
      ['2026-11-06', '2026-11-07', '2026-11-08'],
      'ਹਾਲ',
    ]);
    const calls = await list(world.as('visitor'), { slug: '2026' });
    expect(calls.map(({ key, phase, opens, limits }) => [key, phase, opens, limits[0]])).toEqual([
      ['papers', 'open', null, 'The paper is one PDF of at most 6 pages, references not counted.'],
      [
        'creative-work',
        'upcoming',
        '1 May 2026, 09:00 Kolkata time',
        'The work itself as one file, or a video of at most 1 minute that shows it, or both.',
      ],
    ]);
    expect((await draft(first, {})).said).toEqual([]);
  });
});
