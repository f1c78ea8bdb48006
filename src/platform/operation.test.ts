import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../tests/world.ts';
import type { AuditTables } from './audit.server.ts';
import { operation } from './operation.server.ts';
import { anyone, predicate } from './policy.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const secret = { owner: '' };
const touch = operation({
  name: 'test.touch',
  input: v.object({ id: v.string(), words: v.pipe(v.string(), v.minLength(3, 'Say a little more.')) }),
  subject: async (_scope, { id }) => (id === 'there' ? secret : null),
  allow: predicate<typeof secret>(
    'its owner',
    ({ viewer, subject }) => viewer.kind === 'person' && viewer.id === subject.owner,
  ),
  run: async ({ note }, _subject, { words }) => {
    note({ subjectId: 'there', detail: { words } });
    if (words === 'break') throw new Error('an accident');
    return words;
  },
});

describe('the one door', () => {
  it('lets the owner in and writes down who did what', async () => {
    secret.owner = world.people.ada.id;
    expect(await touch(world.as('ada'), { id: 'there', words: 'hello' })).toEqual('hello');
    const entries = await world.db
      .withTables<AuditTables>()
      .selectFrom('auditEntry')
      .select(['operation', 'viewerId', 'subjectId', 'detail'])
      .execute();
    expect(entries).toEqual([
      {
        operation: 'test.touch',
        viewerId: world.people.ada.id,
        subjectId: 'there',
        detail: { words: 'hello' },
      },
    ]);
  });

  it('answers a stranger exactly as if nothing were there', async () => {
    secret.owner = world.people.ada.id;
    const told = async (id: string) =>
      touch(world.as('benno'), { id, words: 'hello' }).catch((refusal) => ({
        ...refusal,
        said: refusal.message,
      }));
    expect(await told('there')).toEqual(await told('nowhere'));
  });

  it('names the field that is wrong', async () => {
    const refusal = await touch(world.as('ada'), { id: 'there', words: 'x' }).catch((refusal) => refusal);
    expect([refusal.kind, refusal.fields]).toEqual(['invalid', { words: 'Say a little more.' }]);
  });

  it('leaves no trace of a change that ended in an accident', async () => {
    const count = () => world.db.withTables<AuditTables>().selectFrom('auditEntry').selectAll().execute();
    const before = await count();
    await expect(touch(world.as('ada'), { id: 'there', words: 'break' })).rejects.toThrow('an accident');
    expect(await count()).toEqual(before);
  });

  it('is written down with the words of its policy', () => {
    expect([touch.who, anyone.words]).toEqual(['its owner', 'anyone']);
  });
});
