import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { letterTo, openPost, queue, type Post } from '../../../tests/letters.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { choose, digest, preferences, send } from './operations.server.ts';

let world: World;
let mail: Post;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => void (mail = await openPost()));
afterEach(() => mail.close());

test('each kind that is not essential comes at once, once a day, or not at all, as its reader chose', async () => {
  const { benno } = world.people;
  await choose(world.as('benno'), { choices: { message: 'digest', reminder: 'off' } });
  expect(await preferences(world.as('benno'), {})).toEqual([
    { kind: 'extension', title: 'Extended deadlines', delivery: 'now' },
    { kind: 'reminder', title: 'Reminders before a deadline', delivery: 'off' },
    { kind: 'message', title: 'Messages about a submission', delivery: 'digest' },
    { kind: 'announcement', title: 'Letters from the organizers to many', delivery: 'now' },
  ]);
  await expect(choose(world.as('benno'), { choices: { receipt: 'off' } })).rejects.toMatchObject({
    kind: 'invalid',
  });

  const to = { address: benno.email, name: benno.name, personId: benno.id };
  const ids = [
    await queue(world, letterTo('', { to, subject: 'First' })),
    await queue(world, letterTo('', { to, kind: 'reminder', subject: 'Never' })),
    await queue(world, letterTo('', { to, subject: 'Second' }), new Date('2024-08-20T11:00:00Z')),
    await queue(world, letterTo('', { to, kind: 'receipt', subject: 'Receipt' })),
  ];
  for (const id of ids) await send(world.as('system'), { id });
  expect(mail.received.map((message) => message.mail.subject)).toEqual(['Receipt']);

  expect([await digest(world.as('system'), {}), await digest(world.as('system'), {})]).toEqual([1, 0]);
  const gathered = letterTables(world.db).selectFrom('letter').select('id').where('kind', '=', 'digest');
  await send(world.as('system'), await gathered.executeTakeFirstOrThrow());
  const text = mail.received[1]!.mail.text!;
  expect([text.indexOf('First') < text.indexOf('Second'), text.includes('Never')]).toEqual([true, false]);
  expect(mail.received[1]!.mail.subject).toBe('2 letters of the last day');
});

test('who asked for a link is forgotten after thirty days', async () => {
  const id = await queue(world, letterTo('stranger@example.org', { kind: 'sign-in' }));
  const receipt = await queue(world, letterTo('stranger@example.org', { kind: 'receipt' }));
  const left = () =>
    letterTables(world.db).selectFrom('letter').select('id').where('toAddress', '=', 'stranger@example.org');
  await digest(world.as('system', new Date('2024-09-19T10:00:00Z')), {});
  expect((await left().execute()).length).toBe(2);
  await digest(world.as('system', new Date('2024-09-19T10:00:01Z')), {});
  expect(await left().execute()).toEqual([{ id: receipt }]);
  expect(id).not.toBe(receipt);
});
