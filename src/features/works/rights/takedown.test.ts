import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submit } from '#app/features/submissions/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { told } from '../../../../tests/refusal.ts';
import { allAgreed, completePaper } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { standing } from './ledger.ts';
import { endTakedown, grant, takeDown } from './operations.server.ts';
import { loadLedger } from './queries.server.ts';
import { hashOf, textFor } from './texts.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const after = (hours: number) => new Date(whileOpen.getTime() + hours * 3_600_000);

async function granted(): Promise<string> {
  const id = await completePaper(world);
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  const text = hashOf(textFor('paper'));
  await grant(world.as('ada'), { id, uses: ['website', 'archive'], capacity: 'author', text, agreed: true });
  return id;
}

const standingAt = async (id: string, at: Date) => {
  const { may, media, tombstone } = standing(await loadLedger(world.db, id), at);
  return { may: [...may], media, tombstone };
};

const endIt = (who: CastName, id: string, takedown: string, hours: number, reason = 'It was a mistake.') =>
  endTakedown(world.as(who, after(hours)), { id, takedown, reason });

describe('a takedown', () => {
  it('by anybody of its people hides it at that very moment, and says why to all of them and the organizers', async () => {
    const id = await granted();
    const { takedown } = await takeDown(world.as('benno', after(1)), {
      id,
      scopes: ['page', 'archive'],
      words: 'Moved to a journal (invented).',
      titleStays: true,
    });
    expect([await standingAt(id, whileOpen), await standingAt(id, after(1))]).toEqual([
      { may: ['website', 'archive'], media: true, tombstone: null },
      {
        may: [],
        media: false,
        tombstone: {
          on: after(1),
          words: 'Moved to a journal (invented).',
          titleStays: true,
          creditStays: false,
        },
      },
    ]);
    const letters = await letterTables(world.db)
      .selectFrom('letter')
      .select('toAddress')
      .where('key', 'like', `takedown ${takedown}%`)
      .orderBy('toAddress')
      .execute();
    expect(letters.map(({ toAddress }) => toAddress)).toEqual([
      'ada@example.org',
      'benno@example.org',
      'organizers@example.org',
    ]);
    await endIt('ada', id, takedown, 2);
    expect(await standingAt(id, after(2))).toEqual(await standingAt(id, whileOpen));
    expect(await told(endIt('ada', id, takedown, 3))).toMatchObject({ kind: 'stale' });
  });

  it('by an organizer needs a reason; each side ends only what it took down itself', async () => {
    const id = await granted();
    const ask = { id, scopes: ['media' as const] };
    expect(await told(takeDown(world.as('olga', after(1)), ask))).toMatchObject({
      kind: 'invalid',
      message: 'Please say why.',
    });
    const reason = 'Somebody recognizable did not agree (invented).';
    const theirs = await takeDown(world.as('olga', after(1)), { ...ask, reason });
    const own = await takeDown(world.as('ada', after(2)), { ...ask, scopes: ['page'] });
    expect([
      await told(endIt('ada', id, theirs.takedown, 3)),
      await told(endIt('oscar', id, own.takedown, 3)),
      await told(endIt('oscar', id, theirs.takedown, 3, ' ')),
    ]).toEqual([
      { kind: 'denied', message: 'The organizers took this down; ask them to end it.', fields: {} },
      { kind: 'denied', message: 'Its people took this down; only they can end it.', fields: {} },
      {
        kind: 'invalid',
        message: 'Something in the form needs your attention.',
        fields: { reason: 'Say why it may be shown again; it is kept.' },
      },
    ]);
    await endIt('oscar', id, theirs.takedown, 4);
    await endIt('benno', id, own.takedown, 5);
    expect((await loadLedger(world.db, id)).takedowns.map(({ name, ended }) => [name, ended])).toEqual([
      ['Olga Organizer', { at: after(4), name: 'Oscar Second-Organizer', reason: 'It was a mistake.' }],
      ['Ada Author', { at: after(5), name: 'Benno Co-Author', reason: 'It was a mistake.' }],
    ]);
  });

  it('is in nobody else’s power, and they learn nothing', async () => {
    const id = await granted();
    const { takedown } = await takeDown(world.as('ada'), { id, scopes: ['page'] });
    const nothing = await told(takeDown(world.as('ada'), { id: 'nowhere', scopes: ['page'] }));
    for (const who of ['visitor', 'chiara', 'rana', 'jiro', 'attila'] as const)
      expect([
        await told(takeDown(world.as(who), { id, scopes: ['page'] })),
        await told(endTakedown(world.as(who), { id, takedown, reason: 'I want it.' })),
      ]).toEqual([nothing, nothing]);
  });
});
