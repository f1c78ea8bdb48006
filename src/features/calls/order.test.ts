import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '#app/features/submissions/draft-holders.server.ts';
import { begin } from '#app/features/submissions/operations.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { exportFile, importSettings, previewImport } from './edition-operations.server.ts';
import { paperCall } from '../../../tests/small-edition.ts';
import { add, bringBack, extend, find, list, move, ofCall, remove, removed } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const slug = '2024';
const keys = async () => (await list(world.as('visitor'), { slug })).map(({ key }) => key);
const out = async () => (await removed(world.as('olga'), { slug })).map(({ key }) => key);

describe('the calls of an edition', () => {
  it('stand in the order that its organizers give them', async () => {
    const third = { ...paperCall, key: 'late-breaking', title: 'Late breaking' };
    await add(world.as('olga'), { slug, body: third });
    expect(await keys()).toEqual(['papers', 'creative-work', 'late-breaking']);
    await move(world.as('olga'), { slug, call: 'late-breaking', by: -1 });
    await move(world.as('olga'), { slug, call: 'papers', by: 1 });
    expect(await keys()).toEqual(['late-breaking', 'papers', 'creative-work']);
    // At either end nothing moves.
    await move(world.as('olga'), { slug, call: 'late-breaking', by: -1 });
    await move(world.as('olga'), { slug, call: 'creative-work', by: 1 });
    expect(await keys()).toEqual(['late-breaking', 'papers', 'creative-work']);
    expect(await told(move(world.as('ada'), { slug, call: 'papers', by: 1 }))).toMatchObject({
      kind: 'missing',
    });
  });

  it('can be removed with a reason while nothing was begun, and come back as they were', async () => {
    const call = 'late-breaking';
    const before = await find(world.as('visitor'), { slug, call });
    expect(await told(remove(world.as('olga'), { slug, call, reason: ' ' }))).toMatchObject({
      fields: { reason: 'Say why, for those who come after you.' },
    });
    for (const who of ['ada', 'visitor'] as const) {
      expect(await told(remove(world.as(who), { slug, call, reason: 'Mine' }))).toMatchObject({
        kind: 'missing',
      });
      expect(await told(removed(world.as(who), { slug }))).toMatchObject({ kind: 'missing' });
    }
    await remove(world.as('olga'), { slug, call, reason: 'Nobody has the time.' });
    expect(await keys()).toEqual(['papers', 'creative-work']);
    expect(await told(find(world.as('visitor'), { slug, call }))).toMatchObject({ kind: 'missing' });
    expect(await told(begin(world.as('ada'), { call: before.id }))).toMatchObject({ kind: 'missing' });
    expect(await told(begin(world.as('ada'), { call, edition: slug }))).toMatchObject({ kind: 'missing' });
    expect(await removed(world.as('oscar'), { slug })).toEqual([
      {
        key: call,
        title: 'Late breaking',
        at: world.as('system').now,
        by: 'Olga Organizer',
        reason: 'Nobody has the time.',
      },
    ]);
    const again = { ...paperCall, key: call, title: 'Another' };
    expect(await told(add(world.as('olga'), { slug, body: again }))).toMatchObject({
      fields: { key: 'A call that was removed has this address. Bring it back, or choose another address.' },
    });
    await bringBack(world.as('oscar'), { slug, call });
    expect([await keys(), await out()]).toEqual([['papers', 'creative-work', call], []]);
    expect(await find(world.as('visitor'), { slug, call })).toEqual(before);
    const history = await ofCall(world.as('olga'), { slug, call });
    expect(history.map(({ by, what, reason, changes }) => [by, what, reason, changes])).toEqual([
      ['Olga Organizer', 'Moved up among the calls.', '', []],
      ['Oscar Second-Organizer', '', 'Brought back', []],
      ['Olga Organizer', '', 'Removed: Nobody has the time.', []],
      ['Olga Organizer', '', '', []],
    ]);
  });

  it('have their moves and extensions in their history, each with who did it, beside changes of settings', async () => {
    const call = 'creative-work';
    const at = (minute: number) => new Date(Date.UTC(2024, 7, 20, 12, minute));
    await move(world.as('olga', at(1)), { slug, call, by: -1 });
    await move(world.as('oscar', at(2)), { slug, call, by: 1 });
    const to = { date: '2024-09-20', time: '23:59', zone: 'AoE' };
    await extend(world.as('oscar', at(3)), { slug, call, to, reason: 'A flood (invented).' });
    const history = await ofCall(world.as('olga'), { slug, call });
    expect(history.slice(0, 3).map(({ by, what, reason, changes }) => [by, what, reason, changes])).toEqual([
      [
        'Oscar Second-Organizer',
        'Deadline extended from 12 September 2024, 23:59 AoE to 20 September 2024, 23:59 AoE.',
        'A flood (invented).',
        [],
      ],
      ['Oscar Second-Organizer', 'Moved down among the calls.', '', []],
      ['Olga Organizer', 'Moved up among the calls.', '', []],
    ]);
    expect(await told(ofCall(world.as('ada'), { slug, call }))).toMatchObject({ kind: 'missing' });
  });

  it('come back with what a settings file says of them', async () => {
    const { text } = await exportFile(world.as('olga'), { slug });
    await remove(world.as('olga'), { slug, call: 'late-breaking', reason: 'Once more.' });
    const changed = text.replace('title: Late breaking', 'title: Very late breaking');
    const { basis } = await previewImport(world.as('olga'), { slug, text: changed });
    await importSettings(world.as('olga'), { slug, text: changed, basis });
    const { title } = await find(world.as('visitor'), { slug, call: 'late-breaking' });
    expect([title, await out()]).toEqual(['Very late breaking', []]);
  });

  it('stay once somebody has begun something, also a draft', async () => {
    await begin(world.as('ada'), { call: world.callIds.papers });
    expect(await told(remove(world.as('olga'), { slug, call: 'papers', reason: 'Too late.' }))).toEqual({
      kind: 'invalid',
      message:
        'Somebody has begun or submitted something in this call, so it stays. Close it by its deadline instead.',
      fields: {},
    });
    expect(await keys()).toContain('papers');
  });

  it('cannot be begun and removed at once', async () => {
    const acts = [
      begin(world.as('benno'), { call: 'late-breaking', edition: slug }),
      remove(world.as('olga'), { slug, call: 'late-breaking', reason: 'At once.' }),
    ];
    const kept = (await Promise.allSettled(acts)).map(({ status }) => status);
    const gone = (await out()).length === 1;
    expect(kept).toEqual(gone ? ['rejected', 'fulfilled'] : ['fulfilled', 'rejected']);
  });
});
