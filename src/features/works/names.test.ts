import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  edition,
  granted,
  publicPaper,
  publicWork,
  recordsAt,
} from '../../../tests/accepted.ts';
import { completeWork } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { describeMyself } from '../people/operations.server.ts';
import {
  answerNamed,
  correctNamed,
  editContributor,
  open,
  removeContributor,
  withdraw,
} from '../submissions/operations.server.ts';
import { listAccepted } from './operations.server.ts';
import { setEmbargo, takeDown } from './rights/operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from public_slug`.execute(world.db);
  await sql`delete from submission`.execute(world.db);
});

const records = (hours: number) => recordsAt(world, hours);
const named = async (hours = 9) => (await records(hours))[0]!.people.map(({ name }) => name);

describe('a name', () => {
  const about = { affiliation: '', pronouns: '', orcid: '' };
  afterAll(async () => {
    await describeMyself(world.as('chiara'), { name: 'Chiara Creator', ...about });
  });

  it('that changes in an account reaches the record, where the credit was that name', async () => {
    await publicWork(world);
    await describeMyself(world.as('chiara', after(5)), { name: 'Claro Creator', ...about });
    expect(await named()).toEqual(['Claro Creator']);
    expect((await records(9))[0]!.changedAt).toBe(after(5).toISOString());
  });

  it('of somebody named by their address only follows too', async () => {
    const id = await publicPaper(world);
    await answerNamed(world.as('benno', after(3)), { id, answer: 'confirmed' });
    await sql`update contributor set person_id = null where email = 'benno@example.org'`.execute(world.db);
    await describeMyself(world.as('benno', after(5)), { name: 'Bea Co-Author', ...about });
    expect(await named()).toEqual(['Ada Author', 'Bea Co-Author']);
    await describeMyself(world.as('benno', after(6)), { name: 'Benno Co-Author', ...about });
  });

  it('that a person signs with apart from their account stays as it is', async () => {
    const id = await completeWork(world);
    const { contributors } = (await open(world.as('chiara'), { id })).submission;
    const email = 'chiara@example.org';
    const entry = { id, contributor: contributors[0]!.id, email, pronouns: 'they/them' };
    await editContributor(world.as('chiara'), { ...entry, name: 'nobody.at.all' });
    await granted(world, await accepted(world, id, 'chiara'), 'chiara');
    await describeMyself(world.as('chiara', after(5)), {
      name: 'Chiara Other',
      ...about,
      pronouns: 'she/her',
    });
    expect((await records(9))[0]!.people.map(({ name, pronouns }) => [name, pronouns])).toEqual([
      ['nobody.at.all', 'they/them'],
    ]);
  });

  it('put right by its owner reaches the record, without a new version', async () => {
    const id = await publicPaper(world);
    await answerNamed(world.as('benno', after(3)), { id, answer: 'confirmed' });
    await correctNamed(world.as('benno', after(4)), {
      id,
      name: 'Benno Zweitautor',
      affiliation: 'Elsewhere (invented)',
    });
    const [record] = await records(9);
    expect(record!.people[1]).toMatchObject({
      name: 'Benno Zweitautor',
      affiliation: 'Elsewhere (invented)',
    });
    expect(record!.changedAt).toBe(after(4).toISOString());
  });

  it('of somebody removed from the list since is gone, also where the version still has it', async () => {
    const id = await publicPaper(world);
    await answerNamed(world.as('benno', after(3)), { id, answer: 'confirmed' });
    expect(await named()).toEqual(['Ada Author', 'Benno Co-Author']);
    const { contributors } = (await open(world.as('ada'), { id })).submission;
    await removeContributor(world.as('ada'), { id, contributor: contributors[1]!.id });
    expect(await named()).toEqual(['Ada Author']);
  });
});

describe('on the desk', () => {
  it('organizers see how far each is on its way to the public', async () => {
    const id = await publicWork(world);
    const down = { id, scopes: ['page' as const] };
    await setEmbargo(world.as('chiara', after(3)), { id, until: after(5) });
    await takeDown(world.as('chiara', after(6)), down);
    const other = await completeWork(world);
    await accepted(world, other, 'chiara', 1);
    await withdraw(world.as('chiara', after(2)), { id: other });
    const states = async (hours: number) =>
      (await listAccepted(world.as('olga', after(hours)), { edition }))
        .toSorted((a) => (a.id === id ? -1 : 1))
        .map(({ state }) => state);
    expect([await states(1), await states(2), await states(4), await states(5), await states(6)]).toEqual([
      ['waiting', 'withdrawn'],
      ['ready', 'withdrawn'],
      ['embargoed', 'withdrawn'],
      ['ready', 'withdrawn'],
      ['down', 'withdrawn'],
    ]);
  });
});
