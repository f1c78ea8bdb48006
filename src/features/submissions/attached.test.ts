import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import './attached.server.ts';
import {
  addAddress,
  confirmAddress,
  eraseMe,
  exportMine,
  lookAtErasing,
} from '#app/features/people/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { allAgreed, completePaper, completeWork } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { mine, submit } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

it('hands everybody what they wrote, and nothing that others wrote', async () => {
  const paper = await completePaper(world);
  await completeWork(world);
  const { submissions } = (await exportMine(world.as('ada'), {})) as unknown as {
    submissions: { id: string; title: string; people: { name: string; you: boolean }[] }[];
  };
  expect(
    submissions.map(({ id, title, people }) => ({ id, title, people: people.map((p) => [p.name, p.you]) })),
  ).toEqual([
    {
      id: paper,
      title: 'On Looking Twice',
      people: [
        ['Ada Author', true],
        ['Benno Co-Author', false],
      ],
    },
  ]);
  expect(JSON.stringify(submissions)).not.toContain('benno@example.org');
  expect(JSON.stringify(await exportMine(world.as('attila'), {}))).not.toContain('Looking Twice');
});

it('moves submissions along when two accounts become one', async () => {
  const id = await completeWork(world, 'rana');
  await addAddress(world.as('jiro'), { address: 'rana@example.org' });
  const letter = letterTables(world.db)
    .selectFrom('letter')
    .select('body')
    .where('toAddress', '=', 'rana@example.org');
  const { body } = await letter.executeTakeFirstOrThrow();
  const secret = /sign-in\/link\/([\w-]+)/.exec(body)![1]!;
  await confirmAddress(world.as('jiro'), { secret, join: 'yes' });
  expect((await mine(world.as('jiro'), {})).map((row) => row.id)).toEqual([id]);
});

it('says beforehand what erasing leaves, and deletes the drafts that nobody shares', async () => {
  const submitted = await completePaper(world, 'attila');
  await submit(world.as('attila'), { id: submitted, agreed: await allAgreed(world, 'attila', submitted) });
  const shared = await completePaper(world, 'attila');
  const alone = await completeWork(world, 'attila');
  expect((await lookAtErasing(world.as('attila'), {})).keeps.slice(0, 2)).toEqual([
    '“On Looking Twice” was handed in. What was received stays with its organizers as it was, with the names, addresses and files in it. Withdraw it first if it shall take no part.',
    '“On Looking Twice” is a draft that others share. It stays theirs, with your name but not your address.',
  ]);
  await eraseMe(world.as('attila'), { sure: 'yes' });
  const left = await sql<{ id: string }>`select id from submission
    where id = any(${[submitted, shared, alone]}::text[])`.execute(world.db);
  expect(left.rows.map(({ id }) => id).sort()).toEqual([submitted, shared].sort());
  const people = await sql<{ name: string; email: string; personId: string | null }>`
    select name, email, person_id as "personId" from contributor where submission_id = ${shared}
    order by position`.execute(world.db);
  expect(people.rows[0]).toEqual({ name: 'Attila Attendee', email: '', personId: null });
});
