import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { allAgreed, completePaper, completeWork } from '../../../tests/submissions.ts';
import {
  addContributor,
  inspect,
  list,
  open,
  perDay,
  saveDraft,
  submit,
  withdraw,
  writeMessage,
} from './operations.server.ts';

let world: World;
let ids: { paper: string; work: string; olgas: string; withOscar: string };

beforeAll(async () => {
  world = await openWorld();
  const paper = await completePaper(world);
  await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
  const work = await completeWork(world);
  const olgas = await completePaper(world, 'olga');
  const withOscar = await completePaper(world);
  await addContributor(world.as('ada'), { id: withOscar, name: 'Oscar', email: 'OSCAR@example.org' });
  ids = { paper, work, olgas, withOscar };
});
afterAll(() => world.close());

const idsOf = async (who: 'olga' | 'oscar', wanted: object = {}) => {
  const { rows, total } = await list(world.as(who), { edition: '2024', ...wanted });
  expect(total).toEqual(rows.length);
  return new Set(rows.map(({ id }) => id));
};

describe('the table of submissions', () => {
  it('shows an organizer everything but what they have a part in, in counts too', async () => {
    expect(await idsOf('olga')).toEqual(new Set([ids.paper, ids.work, ids.withOscar]));
    expect(await idsOf('oscar')).toEqual(new Set([ids.paper, ids.work, ids.olgas]));
    const begun = async (who: 'olga' | 'oscar') =>
      (await perDay(world.as(who), { edition: '2024' })).reduce((sum, day) => sum + day.begun, 0);
    expect([await begun('olga'), await begun('oscar')]).toEqual([3, 3]);
  });

  it('answers an organizer about their own as if there were nothing', async () => {
    const nothing = await told(inspect(world.as('olga'), { id: 'nowhere' }));
    expect(await told(inspect(world.as('olga'), { id: ids.olgas }))).toEqual(nothing);
    expect(await told(inspect(world.as('oscar'), { id: ids.withOscar }))).toEqual(nothing);
    expect((await inspect(world.as('oscar'), { id: ids.olgas })).submission.title).toEqual(
      'On Looking Twice',
    );
  });

  it('is nothing to everybody else', async () => {
    for (const who of ['visitor', 'ada', 'rana', 'jiro', 'attila'] as const) {
      const nothing = await told(list(world.as(who), { edition: 'nowhere' }));
      expect(await told(list(world.as(who), { edition: '2024' }))).toEqual(nothing);
      expect(await told(inspect(world.as(who), { id: ids.paper }))).toEqual(
        await told(inspect(world.as(who), { id: 'x' })),
      );
    }
  });

  it('finds by title, person, call, state, kind and topic', async () => {
    expect(await idsOf('olga', { q: 'tide' })).toEqual(new Set([ids.work]));
    expect(await idsOf('olga', { q: 'BENNO@' })).toEqual(new Set([ids.paper, ids.withOscar]));
    expect(await idsOf('olga', { q: '%' })).toEqual(new Set());
    expect(await idsOf('olga', { call: 'creative-work' })).toEqual(new Set([ids.work]));
    expect(await idsOf('olga', { state: 'submitted' })).toEqual(new Set([ids.paper]));
    expect(await idsOf('olga', { kind: 'film' })).toEqual(new Set([ids.work]));
    expect(await idsOf('olga', { topic: 'tools' })).toEqual(new Set([ids.paper, ids.withOscar]));
    expect(await idsOf('olga', { issues: true })).toEqual(new Set());
  });

  it('takes an address with nonsense in it as if that were not asked', async () => {
    const nonsense = { state: 'lost', sort: 'colour', page: -3 } as object;
    expect(await idsOf('olga', nonsense)).toEqual(new Set([ids.paper, ids.work, ids.withOscar]));
  });

  it('sorts, and says what stands where', async () => {
    await writeMessage(world.as('chiara'), { id: ids.work, words: 'May it be a link?' });
    const { rows } = await list(world.as('olga'), { edition: '2024', sort: 'title', backwards: true });
    expect(
      rows.map(({ title, state, peopleCount, files, waits }) => ({
        title,
        state,
        peopleCount,
        files,
        waits,
      })),
    ).toEqual([
      { title: 'Tide Tables for a Dry Sea', state: 'draft', peopleCount: 1, files: 1, waits: true },
      {
        title: 'On Looking Twice',
        state: expect.any(String),
        peopleCount: expect.any(Number),
        files: 1,
        waits: false,
      },
      {
        title: 'On Looking Twice',
        state: expect.any(String),
        peopleCount: expect.any(Number),
        files: 1,
        waits: false,
      },
    ]);
  });

  it('keeps showing what was received while its author rewrites it', async () => {
    const { submission } = await open(world.as('ada'), { id: ids.paper });
    await saveDraft(world.as('ada'), {
      id: ids.paper,
      base: submission.revision,
      draft: { title: 'Something else' },
    });
    const { rows } = await list(world.as('olga'), { edition: '2024', state: 'changed' });
    expect(rows.map(({ title, state }) => ({ title, state }))).toEqual([
      { title: 'On Looking Twice', state: 'changed' },
    ]);
    await withdraw(world.as('ada'), { id: ids.paper });
    expect(await idsOf('olga', { state: 'withdrawn' })).toEqual(new Set([ids.paper]));
  });
});
