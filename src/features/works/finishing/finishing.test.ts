import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { after, edition, granted } from '../../../../tests/accepted.ts';
import { askForFinals, finalsDue } from '../../../../tests/finals.ts';
import { told } from '../../../../tests/refusal.ts';
import { allAgreed, completePaper } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { extend } from '../../calls/operations.server.ts';
import {
  addContributor,
  answerNamed,
  lookAsNamed,
  submit,
  withdraw,
} from '../../submissions/operations.server.ts';
import { accept, listAccepted, previewLetter } from '../operations.server.ts';
import { jobs } from './jobs.server.ts';
import { open, remindNow } from './operations.server.ts';

let world: World;
let id: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** Ada's paper with Benno, who has an account, Nour, who has none, and Attila, who objects; accepted. */
beforeEach(async () => {
  await sql`delete from public_slug`.execute(world.db);
  await sql`delete from submission`.execute(world.db);
  await sql`delete from letter`.execute(world.db);
  await sql`delete from call_extension`.execute(world.db);
  world.at(whileOpen);
  await askForFinals(world, { text: 'Use the camera-ready option (invented).' });
  id = await completePaper(world);
  await addContributor(world.as('ada'), { id, name: 'Nour (invented)', email: 'nour@example.org' });
  await addContributor(world.as('ada'), { id, name: 'Attila', email: 'attila@example.org' });
  await answerNamed(world.as('attila'), { id, answer: 'objected', words: 'Not me.' });
  const { receipt } = await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  await sql`delete from letter`.execute(world.db);
  await accept(world.as('olga', after(1)), { edition, chosen: [{ id, receipt }] });
});

const letters = async (kind: string) =>
  (
    await sql<{ to: string; subject: string; body: string }>`
    select to_address as "to", subject, body from letter where kind = ${kind} order by to_address, queued_at`.execute(
      world.db,
    )
  ).rows;

/** The marks: seven days, two days and one day before the deadline. */
const before = (hours: number) => new Date(finalsDue.getTime() - hours * 3_600_000);
async function remindedAt(moment: Date): Promise<string[]> {
  world.at(moment);
  await sql`delete from letter`.execute(world.db);
  await jobs['finishing.remind']!({});
  return (await letters('reminder')).map(({ to, subject }) => `${to}: ${subject}`);
}

describe('the letter of acceptance', () => {
  it('goes to each of its people, tells the deadline, and asks for what is theirs; not to whom objected', async () => {
    const [ada, benno, nour, ...others] = await letters('decision');
    expect(others).toEqual([]);
    expect([ada!.to, benno!.to, nour!.to, ada!.subject]).toEqual([
      'ada@example.org',
      'benno@example.org',
      'nour@example.org',
      'Accepted: On Looking Twice',
    ]);
    expect(benno!.body).toBe(
      [
        'Congratulations. The Small Workshop (invented) accepts the paper “On Looking Twice”, and is glad to show it.',
        'What we ask of you now:',
        [
          'Hand in the final version of the paper, until 2024-11-01 12:00:00 UTC (2024-11-01 05:00:00 America/Vancouver). Where nothing changes, hand it in as it is.',
          '- The names of the authors stand on it.',
          '- It has at most 2 pages, references not counted, as before.',
          '- Use the camera-ready option (invented).',
          `http://salon.test/my/submissions/${id}`,
        ].join('\n'),
        `Say what the workshop may do with the paper, use by use. Nothing of it is shown before you have.\nhttp://salon.test/my/submissions/${id}/rights`,
        `Confirm your name as it shall stand, or ask not to be named.\nhttp://salon.test/my/submissions/${id}/answer`,
        'It becomes public once this is done and the organizers publish. Nobody is named there before they said yes themselves.',
      ].join('\n\n'),
    );
    expect(ada!.body).not.toContain('Confirm your name');
  });

  it('lets who has no account confirm by its link, and sign in for the rest', async () => {
    const { body } = (await letters('decision')).find(({ to }) => to === 'nour@example.org')!;
    expect(body).toContain(`http://salon.test/sign-in?next=%2Fmy%2Fsubmissions%2F${id}%2Frights`);
    const [, secret] = /\/invitation\/([\w-]+)/.exec(body)!;
    const named = await lookAsNamed(world.as('visitor'), { secret: secret! });
    expect([named.you.name, named.accepted]).toEqual(['Nour (invented)', true]);
  });

  it('is written once, however often it is accepted', async () => {
    const rows = await listAccepted(world.as('olga', after(2)), { edition });
    expect(rows).toHaveLength(1);
    const { receipt } = (
      await sql<{ receipt: string }>`select receipt from submission_version`.execute(world.db)
    ).rows[0]!;
    await accept(world.as('oscar', after(3)), { edition, chosen: [{ id, receipt }] });
    expect(await letters('decision')).toHaveLength(3);
  });
});

describe('the letter, before it goes to anybody', () => {
  it('is shown to organizers of whom it would speak, and to nobody else', async () => {
    const other = await completePaper(world);
    expect((await previewLetter(world.as('olga'), { edition, id: other })).subject).toBe(
      'Accepted: On Looking Twice',
    );
    expect(await told(previewLetter(world.as('ada'), { edition, id: other }))).toMatchObject({
      kind: 'missing',
    });
  });
});

describe('reminders', () => {
  it('come seven days, two days and one day before the deadline, to each once and about their own', async () => {
    const ofBenno = 'Still to do: the final version, what may be shown, your name, for On Looking Twice';
    const all = [
      'ada@example.org: Still to do: the final version, what may be shown, for On Looking Twice',
      `benno@example.org: ${ofBenno}`,
      `nour@example.org: ${ofBenno}`,
    ];
    const seen = [];
    for (const hours of [7 * 24 + 1, 7 * 24, 48, 24]) seen.push(await remindedAt(before(hours)));
    expect(seen).toEqual([[], all, all, all]);
    await jobs['finishing.remind']!({});
    expect(await letters('reminder')).toHaveLength(3);
    expect(await remindedAt(finalsDue)).toEqual([]);
  });

  it('end with what is done: each hears of what is left, and at last nobody of anything', async () => {
    await granted(world, id, 'ada');
    world.at(before(200));
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    await answerNamed(world.as('benno'), { id, answer: 'confirmed' });
    expect(await remindedAt(before(7 * 24))).toEqual([
      'nour@example.org: Still to do: your name, for On Looking Twice',
    ]);
    const [letter] = await letters('reminder');
    await answerNamed(world.as('visitor'), {
      secret: /\/invitation\/([\w-]+)/.exec(letter!.body)![1]!,
      answer: 'confirmed',
    });
    expect(await remindedAt(before(48))).toEqual([]);
  });

  it('wait for a deadline that was extended, and are silent about what was withdrawn', async () => {
    const to = { date: '2024-11-10', time: '23:59', zone: 'AoE' };
    const asked = {
      slug: edition,
      call: 'papers',
      to,
      reason: 'A holiday (invented).',
      round: 'final' as const,
    };
    await extend(world.as('olga', before(300)), asked);
    expect(await remindedAt(before(24))).toEqual([]);
    const later = new Date('2024-11-09T12:00:00Z');
    expect(await remindedAt(later)).toHaveLength(3);
    await withdraw(world.as('ada', later), { id });
    expect(await remindedAt(new Date('2024-11-10T12:00:00Z'))).toEqual([]);
  });
});

describe('organizers', () => {
  it('see who owes what, and remind with one press', async () => {
    const [row] = await listAccepted(world.as('olga', after(2)), { edition });
    expect([row!.final, row!.granted, row!.waiting, row!.due]).toEqual([
      'owed',
      false,
      ['Benno Co-Author', 'Nour (invented)'],
      finalsDue,
    ]);
    await sql`delete from letter`.execute(world.db);
    expect(await remindNow(world.as('olga', after(5)), { edition, ids: [id] })).toEqual({ letters: 3 });
    expect((await letters('message')).map(({ to }) => to)).toEqual([
      'ada@example.org',
      'benno@example.org',
      'nour@example.org',
    ]);
  });

  it('remind of nothing that they have a part in, and nobody else reminds at all', async () => {
    const nothing = await told(remindNow(world.as('olga'), { edition: 'no-such', ids: [id] }));
    await addContributor(world.as('ada'), { id, name: 'Oscar', email: 'oscar@example.org' });
    for (const who of ['oscar', 'ada', 'attila', 'rana', 'visitor'] as const)
      expect(await told(remindNow(world.as(who), { edition, ids: [id] }))).toEqual(nothing);
  });
});

describe('its people', () => {
  it('see one list of what is asked and what is done, each with their own name in it', async () => {
    expect(await open(world.as('benno', after(2)), { id })).toEqual({
      id,
      kind: 'paper',
      due: finalsDue,
      final: 'owed',
      granted: false,
      you: 'waiting',
      waiting: ['Nour (invented)'],
    });
    await granted(world, id, 'ada', 3);
    world.at(after(4));
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    expect(await open(world.as('ada', after(5)), { id })).toEqual({
      id,
      kind: 'paper',
      due: finalsDue,
      final: 'here',
      granted: true,
      you: 'named',
      waiting: ['Benno Co-Author', 'Nour (invented)'],
    });
  });

  it('see nothing of it before it is accepted, and strangers never', async () => {
    const other = await completePaper(world);
    expect(await open(world.as('ada'), { id: other })).toBe(null);
    expect(await told(open(world.as('rana'), { id }))).toMatchObject({ kind: 'missing' });
  });
});
