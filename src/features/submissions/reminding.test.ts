import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { sql } from 'kysely';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { allAgreed, completePaper, completeWork, paperWords } from '../../../tests/submissions.ts';
import { jobs } from './jobs.server.ts';
import { extendPersonally, open, saveDraft, submit, withdraw } from './operations.server.ts';

let world: World;
let paper: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.at(whileOpen);
  paper = await completePaper(world);
});
afterEach(() => sql`truncate submission, letter cascade`.execute(world.db));

/** The deadline is 2024-09-13T12:00:00Z. */
const threeDaysBefore = '2024-09-10T12:00:00.000Z';
const dayBefore = '2024-09-12T12:00:00.000Z';
const justBefore = (moment: string) => new Date(new Date(moment).getTime() - 1).toISOString();

it('a draft is reminded of three days and one day before its deadline, each person once', async () => {
  const seen = [];
  for (const moment of [
    justBefore(threeDaysBefore),
    threeDaysBefore,
    justBefore(dayBefore),
    dayBefore,
    dayBefore,
  ])
    seen.push((await remindedAt(moment)).length);
  expect(seen).toEqual([0, 2, 2, 4, 4]);
  expect((await letters()).map(({ to, subject }) => [to, subject])).toEqual([
    ['ada@example.org', 'Not submitted yet: “On Looking Twice”'],
    ['ada@example.org', 'Not submitted yet: “On Looking Twice”'],
    ['benno@example.org', 'Not submitted yet: “On Looking Twice”'],
    ['benno@example.org', 'Not submitted yet: “On Looking Twice”'],
  ]);
});

it('the letter says until when, where, and in the zone of the workshop', async () => {
  expect((await remindedAt(dayBefore))[0]!.body).toEqual(
    [
      '“On Looking Twice” for The Small Workshop (invented) is a draft: it takes no part unless you submit it.',
      'The deadline is 2024-09-13 12:00:00 UTC (2024-09-13 05:00:00 America/Vancouver). Submit it here:',
      `http://salon.test/my/submissions/${paper}`,
    ].join('\n\n'),
  );
});

it('nobody is reminded once the deadline has passed, or of what was submitted or withdrawn', async () => {
  await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
  const work = await completeWork(world);
  await withdraw(world.as('chiara'), { id: work, reason: '' });
  await sql`delete from letter`.execute(world.db);
  expect(await remindedAt(dayBefore)).toEqual([]);
  await completeWork(world);
  expect(await remindedAt('2024-09-13T12:00:00.000Z')).toEqual([]);
});

it('changes since submitting are reminded of in other words', async () => {
  await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
  const { submission } = await open(world.as('ada'), { id: paper });
  const draft = { ...paperWords, title: 'On Looking Thrice' };
  await saveDraft(world.as('ada'), { id: paper, base: submission.revision, draft });
  expect((await remindedAt(dayBefore)).map(({ subject }) => subject)).toEqual([
    'Changed and not submitted again: “On Looking Thrice”',
    'Changed and not submitted again: “On Looking Thrice”',
  ]);
});

it('what was begun after a mark is not reminded of by that mark', async () => {
  world.at('2024-09-12T20:00:00Z');
  await sql`update submission set begun_at = '2024-09-12T20:00:00Z'`.execute(world.db);
  expect(await remindedAt('2024-09-12T21:00:00Z')).toEqual([]);
});

it('a personal deadline is reminded of at its own hour', async () => {
  await extendPersonally(world.as('olga'), {
    id: paper,
    deadline: new Date('2024-09-20T12:00:00Z'),
    reason: 'Ill.',
  });
  expect([await remindedAt(dayBefore), (await remindedAt('2024-09-19T12:00:00Z')).length]).toEqual([[], 2]);
});

async function remindedAt(moment: string) {
  world.at(moment);
  await jobs['submissions.remind']!({});
  return letters();
}

async function letters() {
  const { rows } = await sql<{ to: string; subject: string; body: string }>`
    select to_address as "to", subject, body from letter where kind = 'reminder' order by to_address, queued_at`.execute(
    world.db,
  );
  return rows;
}
