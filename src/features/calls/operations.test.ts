import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { registerDraftHolders } from './extended.server.ts';
import { add, change, extend, find, list, previewExtension, settings } from './operations.server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const slug = '2024';
const current = async (key: string) =>
  (await settings(world.as('olga'), { slug })).find((call) => call.key === key)!;

describe('a call', () => {
  it('is read by anybody without its grace, by organizers whole', async () => {
    await changeTo({ graceMinutes: 41 });
    const read = await find(world.as('visitor'), { slug, call: 'papers' });
    expect(JSON.stringify([read, await list(world.as('rana'), { slug })])).not.toMatch(/grace|:41[,}]/);
    expect((await current('papers')).settings.graceMinutes).toEqual(41);
    expect(await told(settings(world.as('rana'), { slug }))).toMatchObject({ kind: 'missing' });
  });

  it('is changed by organizers only, and a refused change names the field', async () => {
    const body = { ...(await current('papers')).settings, title: '', graceMinutes: 'soon' };
    expect(await told(change(world.as('ada'), { slug, call: 'papers', body, revision: 1 }))).toMatchObject({
      kind: 'missing',
    });
    expect(await told(change(world.as('olga'), { slug, call: 'papers', body, revision: 2 }))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: { title: 'Please fill this in.', graceMinutes: 'Write a whole number.' },
    });
  });

  it('refuses a change on top of a revision that is no longer the newest, and overwrites nothing', async () => {
    const { revision, settings: body } = await current('papers');
    await change(world.as('oscar'), {
      slug,
      call: 'papers',
      body: { ...body, title: 'Oscar’s title' },
      revision,
    });
    const late = change(world.as('olga'), {
      slug,
      call: 'papers',
      body: { ...body, title: 'Olga’s' },
      revision,
    });
    expect(await told(late)).toMatchObject({ kind: 'stale' });
    expect((await current('papers')).settings.title).toEqual('Oscar’s title');
  });

  it('keeps its deadline, address and kind once it has opened', async () => {
    const deadline = { date: '2024-12-01', time: '23:59', zone: 'AoE' };
    const { revision, settings: body } = await current('papers');
    const changed = { ...body, key: 'essays', deadline, decisionsOn: '2024-12-05' };
    expect(await told(change(world.as('olga'), { slug, call: 'papers', body: changed, revision }))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: {
        key: 'The address of a call stays, so that links keep working.',
        deadline:
          'The call has opened with the deadline 12 September 2024, 23:59 AoE. Use “Extend the deadline”.',
      },
    });
  });

  it('needs choices to choose from, and asks no question that depends on a later one', async () => {
    const questions = [
      { key: 'a', label: 'A', type: 'choice' },
      { key: 'b', label: 'ب', type: 'line', when: { question: 'c', is: 'x' } },
      { key: 'c', label: 'C', type: 'line' },
    ];
    expect(await told(changeTo({ questions }))).toMatchObject({
      fields: {
        'questions.0.options': 'Give “A” something to choose from.',
        'questions.1.when.question': '“ب” depends on a question that does not stand before it.',
      },
    });
  });

  it('can be added beside the others, once under each address', async () => {
    const body = { ...(await current('papers')).settings, key: 'posters', title: 'ملصقات' };
    await add(world.as('olga'), { slug, body });
    expect((await list(world.as('visitor'), { slug })).map(({ key, title }) => [key, title])).toEqual([
      ['papers', 'Oscar’s title'],
      ['creative-work', 'Call for creative work'],
      ['posters', 'ملصقات'],
    ]);
    expect(await told(add(world.as('olga'), { slug, body }))).toMatchObject({ kind: 'invalid' });
  });
});

describe('an extension', () => {
  const to = { date: '2024-09-20', time: '23:59', zone: 'AoE' };
  const lastMoment = '2024-09-13T11:59:59.999Z';
  const tooLate = '2024-09-13T12:00:00.000Z';

  it('is seen before it is made: the dates, the letter, how many get it, and not who', async () => {
    registerDraftHolders('test', async (_db, callId) =>
      callId === world.callIds.papers
        ? [
            { personId: world.people.ada.id, address: 'ada@example.org', name: 'Ada Author' },
            { personId: null, address: 'ADA@example.org', name: 'Ada again' },
            { personId: null, address: 'benno@example.org', name: 'Benno' },
          ]
        : [],
    );
    const seen = await previewExtension(world.as('olga'), { slug, call: 'papers', to, reason: 'More time' });
    expect([
      seen.receivers,
      seen.was,
      seen.words,
      seen.letter.body.includes('21 September 2024, 11:59 UTC'),
    ]).toEqual([2, '12 September 2024, 23:59 AoE', '20 September 2024, 23:59 AoE', true]);
    expect(JSON.stringify(seen)).not.toMatch(/ada@|Benno/);
  });

  it('is only ever later, has a reason, and is an organizer’s act', async () => {
    const same = { date: '2024-09-12', time: '23:59', zone: 'AoE' };
    const given = { slug, call: 'papers', to: same, reason: 'Because' };
    expect(await told(extend(world.as('olga'), given))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: { 'to.date': 'An extension is later than the deadline now, 12 September 2024, 23:59 AoE.' },
    });
    expect(await told(extend(world.as('olga'), { ...given, to, reason: ' ' }))).toMatchObject({
      fields: { reason: 'Give a reason; it stands beside the new date.' },
    });
    expect(await told(extend(world.as('jiro'), { ...given, to }))).toMatchObject({ kind: 'missing' });
  });

  it('reopens what was closed a millisecond ago, tells those with drafts once, and stays in the history', async () => {
    const phases = async () =>
      Promise.all(
        [lastMoment, tooLate].map(
          async (at) => (await find(world.as('visitor', new Date(at)), { slug, call: 'papers' })).phase,
        ),
      );
    expect(await phases()).toEqual(['open', 'closed']);
    const from = '2024-09-13T12:00:00.000Z';
    const done = await extend(world.as('olga', new Date(tooLate)), {
      slug,
      call: 'papers',
      to,
      reason: 'Time',
      from,
    });
    expect(done).toEqual({ deadline: new Date('2024-09-21T12:00:00Z'), told: 2 });
    expect(await phases()).toEqual(['open', 'open']);
    const { rows } = await sql`select to_address as "to", subject from letter order by to_address`.execute(
      world.db,
    );
    const subject = 'More time: Oscar’s title, The Small Workshop (invented)';
    expect(rows).toEqual([
      { to: 'ADA@example.org', subject },
      { to: 'benno@example.org', subject },
    ]);
    expect((await current('papers')).extensions.map(({ reason }) => reason)).toEqual(['Time']);
  });

  it('is refused when another organizer has extended in between', async () => {
    const later = { ...to, date: '2024-10-01' };
    const from = '2024-09-13T12:00:00.000Z';
    expect(
      await told(extend(world.as('oscar'), { slug, call: 'papers', to: later, reason: 'x', from })),
    ).toEqual({
      kind: 'stale',
      message: 'Somebody else has just extended this call, to 20 September 2024, 23:59 AoE.',
      fields: {},
    });
  });
});

async function changeTo(changes: Record<string, unknown>) {
  const { revision, settings: body } = await current('papers');
  return change(world.as('olga'), { slug, call: 'papers', body: { ...body, ...changes }, revision });
}
