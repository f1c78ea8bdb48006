import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftHolders } from '#app/features/calls/extended.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { told } from '../../../tests/refusal.ts';
import { allAgreed, completePaper } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import {
  addContributor,
  answerNamed,
  correctNamed,
  editContributor,
  inviteContributor,
  list,
  lookAsNamed,
  moveContributor,
  open,
  removeContributor,
  submit,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const namesOf = async (id: string) =>
  (await open(world.as('ada'), { id })).submission.contributors.map(({ name }) => name);
const lettersTo = (address: string, key: string) =>
  letterTables(world.db)
    .selectFrom('letter')
    .select(['subject', 'body'])
    .where('toAddress', '=', address)
    .where('key', 'like', `${key}%`)
    .execute();

/** Nour, without an account, invited to a paper of Ada's: the secret of her letter. */
async function invited(): Promise<{ id: string; secret: string; contributor: string }> {
  const id = await completePaper(world);
  const email = `nour-${id}@example.org`;
  const { contributor } = await addContributor(world.as('ada'), { id, name: 'Nor', email });
  await inviteContributor(world.as('ada'), { id, contributor });
  const [letter] = await lettersTo(email, 'invitation');
  return { id, contributor, secret: /\/invitation\/([\w-]+)/.exec(letter!.body)![1]! };
}

describe('the people of a submission', () => {
  it('stand in the order that they are given', async () => {
    const id = await completePaper(world);
    const { contributor } = await addContributor(world.as('ada'), { id, name: '李' });
    await moveContributor(world.as('ada'), { id, contributor, by: 'up' });
    await moveContributor(world.as('ada'), { id, contributor, by: 'up' });
    await moveContributor(world.as('ada'), { id, contributor, by: 'up' });
    expect(await namesOf(id)).toEqual(['李', 'Ada Author', 'Benno Co-Author']);
  });

  it('are named with a true ORCID iD and a possible address, or the field says why not', async () => {
    const id = await completePaper(world);
    const wrong = addContributor(world.as('ada'), {
      id,
      name: ' ',
      email: 'nobody at home',
      orcid: '0000-0002-1825-0098',
    });
    expect(Object.keys((await wrong.catch((refusal) => refusal)).fields)).toEqual(['name', 'email', 'orcid']);
  });

  it('see it with their account, until another address stands in their place', async () => {
    const id = await completePaper(world);
    const { submission } = await open(world.as('benno'), { id });
    const [, { id: contributor }] = submission.contributors as [unknown, { id: string }];
    await editContributor(world.as('ada'), { id, contributor, name: 'Benno', email: 'other@example.org' });
    expect(await told(open(world.as('benno'), { id }))).toMatchObject({ kind: 'missing' });
  });

  it('cannot lock themselves out', async () => {
    const id = await completePaper(world);
    const { submission } = await open(world.as('benno'), { id });
    const own = submission.contributors.find(({ you }) => you)!.id;
    expect(await told(removeContributor(world.as('benno'), { id, contributor: own }))).toMatchObject({
      kind: 'invalid',
    });
  });

  it('hear of a later deadline, once each', async () => {
    const id = await completePaper(world);
    const holders = await draftHolders(world.db, world.callIds.papers);
    expect(holders.filter(({ address }) => address === 'benno@example.org')).toHaveLength(1);
    expect(await namesOf(id)).toEqual(['Ada Author', 'Benno Co-Author']);
  });
});

describe('somebody named without an account', () => {
  it('looks by the link in the letter, and sees nobody’s address', async () => {
    const { secret } = await invited();
    const seen = await lookAsNamed(world.as('visitor'), { secret });
    expect([seen.title, seen.others, JSON.stringify(seen).includes('benno@')]).toEqual([
      'On Looking Twice',
      [
        { name: 'Ada Author', affiliation: '', role: '' },
        { name: 'Benno Co-Author', affiliation: '', role: '' },
      ],
      false,
    ]);
  });

  it('corrects their own name, which makes nothing received look changed', async () => {
    const { id, secret } = await invited();
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    await correctNamed(world.as('visitor'), { secret, name: 'Nour', affiliation: 'Somewhere (invented)' });
    const { submission } = await open(world.as('ada'), { id });
    expect([submission.state, submission.contributors[2]!.name]).toEqual(['submitted', 'Nour']);
  });

  it('objects with words, and the others and the organizers are told', async () => {
    const { id, contributor, secret } = await invited();
    await answerNamed(world.as('visitor'), { secret, answer: 'objected', words: 'I know nothing of this.' });
    const { submission } = await open(world.as('ada'), { id });
    const told = await Promise.all(
      ['ada@example.org', 'organizers@example.org'].map((to) => lettersTo(to, `objection ${contributor}`)),
    );
    expect([submission.contributors[2]!.answer?.answer, ...told.map((letters) => letters.length)]).toEqual([
      'objected',
      1,
      1,
    ]);
    expect(told[0]![0]!.body).toContain('> I know nothing of this.');
  });

  it('who signs in with the letter at hand is that person from then on', async () => {
    const { id, secret } = await invited();
    await answerNamed(world.as('attila'), { secret, answer: 'confirmed' });
    expect((await open(world.as('attila'), { id })).submission.contributors[2]).toMatchObject({ you: true });
  });

  it('answers at the same moment as another: both answers stand, and the objection is told once to each', async () => {
    const { id, contributor, secret } = await invited();
    await Promise.all([
      answerNamed(world.as('benno'), { id, answer: 'confirmed', words: 'Gladly.' }),
      answerNamed(world.as('visitor'), { secret, answer: 'objected', words: 'Not me.' }),
    ]);
    const { contributors } = (await open(world.as('ada'), { id })).submission;
    expect(contributors.map(({ answer }) => answer && [answer.answer, answer.words])).toEqual([
      null,
      ['confirmed', 'Gladly.'],
      ['objected', 'Not me.'],
    ]);
    const told = await Promise.all(
      ['ada@example.org', 'benno@example.org', 'organizers@example.org'].map((to) =>
        lettersTo(to, `objection ${contributor}`),
      ),
    );
    expect(told.map((letters) => letters.length)).toEqual([1, 1, 1]);
  });

  it('who says yes and no at the same moment, in two windows, has objected everywhere', async () => {
    const { id, secret } = await invited();
    const answers = (['confirmed', 'objected', 'confirmed'] as const).map((answer) =>
      answerNamed(world.as('visitor'), { secret, answer }),
    );
    await Promise.all(answers);
    const { submission } = await open(world.as('ada'), { id });
    const { rows } = await list(world.as('olga'), { edition: '2024', ids: [id] });
    expect([submission.contributors[2]!.answer?.answer, rows.map(({ objections }) => objections)]).toEqual([
      'objected',
      [1],
    ]);
  });

  it('is told nothing by an old link, a wrong one, or none', async () => {
    const { id, contributor, secret } = await invited();
    await inviteContributor(world.as('ada'), { id, contributor });
    const nothing = {
      kind: 'missing',
      message: 'There is nothing here, or it is not yours to see.',
      fields: {},
    };
    const answers = [{ secret }, { secret: 'x' }, {}, { id }].map((input) =>
      told(lookAsNamed(world.as('visitor'), input)),
    );
    expect(await Promise.all(answers)).toEqual([nothing, nothing, nothing, nothing]);
  });
});
