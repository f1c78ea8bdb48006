import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertEdition, insertSection } from '#app/features/editions/queries.server.ts';
import { addContributor } from '#app/features/submissions/operations.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { letterTo, openPost, queue, type Post } from '../../../tests/letters.ts';
import { smallEdition } from '../../../tests/small-edition.ts';
import { completeWork } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { log, logOfEdition, resend, send } from './operations.server.ts';

let world: World;
let mail: Post;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => void (mail = await openPost()));
afterEach(() => mail.close());

test('the log belongs to the organizers of the edition and to whoever runs the installation', async () => {
  const id = await queue(world, letterTo('ada@example.org', { editionId: world.edition.id }));
  for (const who of ['ada', 'rana', 'visitor'] as const) {
    await expect(logOfEdition(world.as(who), { editionId: world.edition.id })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(log(world.as(who), {})).rejects.toMatchObject({ kind: 'missing' });
    await expect(resend(world.as(who), { id })).rejects.toMatchObject({ kind: 'missing' });
  }
  const elsewhere = await queue(world, letterTo('ada@example.org'));
  await expect(resend(world.as('olga'), { id: elsewhere })).rejects.toMatchObject({ kind: 'missing' });
  const whole = await log(world.as('system'), {});
  expect(
    whole.letters
      .filter((letter) => [id, elsewhere].includes(letter.id))
      .map(({ edition }) => edition)
      .sort(),
  ).toEqual(['2024', null]);
});

test('the log has what failed before everything newer, a hundred a page', async () => {
  const edition = await makeSecondEdition();
  mail.answerWith({ code: 550, words: 'no such mailbox' });
  const old = await queue(
    world,
    letterTo('gone@example.org', { editionId: edition }),
    new Date('2024-08-01T10:00:00Z'),
  );
  await send(world.as('system'), { id: old });
  for (let at = 0; at < 100; at++)
    await queue(world, letterTo(`reader${at}@example.org`, { editionId: edition }));
  const olga = { ...world.people.olga, roles: [{ editionId: edition, role: 'organizer' as const }] };
  const context = { viewer: olga, now: whileOpen };
  const first = await logOfEdition(context, { editionId: edition });
  expect([first.letters[0]!.id, first.letters.length, first.total, first.pages]).toEqual([old, 100, 101, 2]);
  const second = await logOfEdition(context, { editionId: edition, page: 7 });
  expect([second.page, second.letters.length]).toEqual([2, 1]);
});

test('letters about what an organizer has a part in are not in their log and not theirs to resend', async () => {
  const work = await completeWork(world);
  await addContributor(world.as('chiara'), { id: work, name: 'Oscar', email: 'oscar@example.org' });
  const about = await queue(
    world,
    letterTo('jury@example.org', { editionId: world.edition.id, aboutId: work }),
  );
  const to = await queue(world, letterTo('Chiara@example.org', { editionId: world.edition.id }));
  const seenBy = async (who: 'olga' | 'oscar') =>
    (await logOfEdition(world.as(who), { editionId: world.edition.id })).letters
      .map(({ id }) => id)
      .filter((id) => [about, to].includes(id)).length;
  expect([await seenBy('olga'), await seenBy('oscar')]).toEqual([2, 0]);
  const operator = { viewer: { ...world.people.oscar, operator: true }, now: whileOpen };
  const whole = (await log(operator, {})).letters.map(({ id }) => id);
  expect([whole.includes(about), whole.includes(to)]).toEqual([false, false]);
  for (const id of [about, to]) {
    await expect(resend(world.as('oscar'), { id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(resend(operator, { id })).rejects.toMatchObject({ kind: 'missing' });
    await resend(world.as('olga'), { id });
  }
});

async function makeSecondEdition(): Promise<string> {
  const id = randomId();
  await insertEdition(world.db, { id, slug: 'second', at: whileOpen, by: null });
  await insertSection(world.db, {
    editionId: id,
    name: 'about',
    body: { ...smallEdition.about, slug: 'second' } as never,
    at: whileOpen,
    by: null,
    reason: '',
  });
  return id;
}
