import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportMine, lookAtErasing } from '#app/features/people/operations.server.ts';
import { submit } from '#app/features/submissions/operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { allAgreed, completePaper, completeWork } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { rightsOfPerson } from './attached.server.ts';
import { invariants } from './invariants.server.ts';
import { grant } from './operations.server.ts';
import { loadLedger } from './queries.server.ts';
import { hashOf, textFor } from './texts.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function granted(who: CastName, kind: 'paper' | 'work') {
  const id = await (kind === 'paper' ? completePaper(world, who) : completeWork(world, who));
  await submit(world.as(who), { id, agreed: await allAgreed(world, who, id) });
  const text = hashOf(textFor(kind));
  const ask = { id, uses: ['website' as const], capacity: 'author' as const, text, agreed: true as const };
  return { id, ...(await grant(world.as(who), ask)) };
}

const broken = async () => {
  const { files, settings } = resources();
  const look = { db: world.db, files, settings, now: whileOpen, hashes: false };
  return (await Promise.all(invariants.map((one) => one.broken(look)))).flat();
};

it('hands everybody what they granted and nothing that others granted', async () => {
  const own = await granted('ada', 'paper');
  const { rights } = (await exportMine(world.as('ada'), {})) as unknown as {
    rights: { granted: { submission: string; receipt: string; uses: { use: string }[] }[] };
  };
  expect(
    rights.granted.map(({ submission, receipt, uses }) => [submission, receipt, uses.map(({ use }) => use)]),
  ).toEqual([[own.id, own.receipt, ['website']]]);
  expect(JSON.stringify(await exportMine(world.as('attila'), {}))).not.toContain(own.receipt);
});

it('follows two accounts that become one', async () => {
  const { id } = await granted('rana', 'work');
  const { rana, jiro } = world.people;
  await rightsOfPerson.moveTo(world.db, { from: rana.id, to: jiro.id, now: whileOpen });
  expect((await loadLedger(world.db, id)).grants.map(({ by }) => by)).toEqual([
    { personId: jiro.id, name: 'Rana Reviewer' },
  ]);
});

it('keeps a grant with its name and without the account when somebody is forgotten, and says so before', async () => {
  const { id, receipt } = await granted('chiara', 'work');
  expect(JSON.stringify(await lookAtErasing(world.as('chiara'), {}))).toContain(
    `Receipt of rights ${receipt} stays, with the name Chiara Creator.`,
  );
  await rightsOfPerson.erase(world.db, { personId: world.people.chiara.id, now: whileOpen });
  expect((await loadLedger(world.db, id)).grants.map(({ by }) => by)).toEqual([
    { personId: null, name: 'Chiara Creator' },
  ]);
});

it('is found broken where a grant names an unknown text, a stranger or nothing at all', async () => {
  const grants = [
    await granted('ada', 'paper'),
    await granted('ada', 'paper'),
    await granted('ada', 'paper'),
  ];
  const before = await broken();
  const [text, stranger, empty] = grants.map(({ grant }) => grant);
  await sql`update rights_grant set text_sha256 = 'other' where id = ${text}`.execute(world.db);
  await sql`update rights_grant set granted_by = ${world.people.attila.id}, granted_name = 'Attila Attendee'
    where id = ${stranger}`.execute(world.db);
  await sql`delete from rights_grant_scope where grant_id = ${empty}`.execute(world.db);
  expect((await broken()).filter((line) => !before.includes(line))).toEqual([
    `receipt ${grants[0]!.receipt}: text paper-1`,
    `receipt ${grants[1]!.receipt}`,
    `receipt ${grants[2]!.receipt}`,
  ]);
});
