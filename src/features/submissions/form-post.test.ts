import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { completePaper } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { begin, keepForm, open } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

describe('the form', () => {
  it('keeps words and people with one press, and does what the button says', async () => {
    const id = await completePaper(world);
    const { submission } = await open(world.as('ada'), { id });
    const [ada, benno] = submission.contributors.map((person) => person.id);
    const was = JSON.stringify({
      name: 'Benno Co-Author',
      email: 'benno@example.org',
      affiliation: '',
      orcid: '',
      pronouns: '',
      role: '',
    });
    const kept = await keepForm(
      world.as('ada'),
      id,
      formOf([
        ['base', '1'],
        ['title', 'A new title'],
        ['topics', 'tools'],
        ['topics', 'other'],
        ['topics.other', 'tea'],
        ['kinds', 'technical'],
        ['answers.appeared', 'main'],
        [`people.${benno}.was`, was],
        [`people.${benno}.name`, 'Benno B.'],
        [`people.${benno}.email`, 'benno@example.org'],
        ['people.new.name', 'Nour'],
        ['do', `down.${ada}`],
      ]),
    );
    const after = (await open(world.as('ada'), { id })).submission;
    expect([
      kept.fields,
      after.title,
      after.topics,
      after.answers,
      after.contributors.map(({ name }) => name),
    ]).toEqual([
      {},
      'A new title',
      ['tools', 'other: tea'],
      { appeared: 'main' },
      ['Benno B.', 'Ada Author', 'Nour'],
    ]);
  });

  it('that is refused in one field hands everything back and keeps the rest', async () => {
    const { id } = await begin(world.as('chiara'), { call: world.callIds['creative-work'] });
    const kept = await keepForm(
      world.as('chiara'),
      id,
      formOf([
        ['base', '0'],
        ['title', 'x'.repeat(2_001)],
        ['answers.ai.roles', 'generated'],
        ['answers.ai.systems.0.name', 'A model'],
        ['answers.ai.systems.1.name', ''],
        ['answers.appearances.0.venue', 'A cinema'],
        ['people.new.name', 'Nour'],
        ['people.new.email', 'not an address'],
      ]),
    );
    expect([Object.keys(kept.fields), kept.newPerson?.name, kept.typed?.answers]).toEqual([
      ['title', 'people.new.email'],
      'Nour',
      expect.objectContaining({
        ai: expect.objectContaining({
          roles: ['generated'],
          systems: [expect.objectContaining({ name: 'A model' })],
        }),
        appearances: [{ venue: 'A cinema', url: '', date: '', kind: '' }],
      }),
    ]);
  });

  it('of a stranger is answered like nothing', async () => {
    const id = await completePaper(world);
    const press = (id: string) =>
      told(keepForm(world.as('attila', whileOpen), id, formOf([['title', 'mine']])));
    expect(await press(id)).toEqual(await press('nowhere'));
  });
});

const formOf = (fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
