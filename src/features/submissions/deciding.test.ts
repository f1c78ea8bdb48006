import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofSubmission } from '#app/features/audit/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { finding } from '#app/preflight/findings.ts';
import { allAgreed, completeWork, putFile } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import {
  addContributor,
  decline,
  grantClearance,
  inspect,
  needsOrganizer,
  open,
  queue,
  submitWithIssues,
  withdraw,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const reason = 'The description must be a PDF.';
const broken = finding(
  'layout.description-not-pdf',
  { name: 'd.txt', kind: 'plain text' },
  { where: { file: 'd.txt' } },
);
const afterDeadline = new Date('2024-09-20T10:00:00Z');
const later = new Date('2024-09-27T12:00:00Z');

async function withIssues(): Promise<{ id: string; version: string }> {
  const id = await completeWork(world);
  await putFile(world, id, { role: 'description', name: 'd.txt', findings: [broken] });
  return submittedAgain(id);
}

async function submittedAgain(id: string, at?: Date): Promise<{ id: string; version: string }> {
  const agreed = await allAgreed(world, 'chiara', id);
  const { version } = await submitWithIssues(world.as('chiara', at), { id, agreed });
  return { id, version };
}

const queued = async (id: string, now?: Date) => {
  const { items } = await queue(world.as('olga', now), { edition: '2024' });
  const item = items.find((one) => one.id === id);
  return item && { issues: item.issues, until: item.declined?.until ?? null };
};
const said = ({ kind, message }: { kind: string; message: string }) => [kind, message];

test('what was submitted with issues is in the organizers’ queue until it is allowed', async () => {
  const { id } = await withIssues();
  expect(await queued(id)).toEqual({ issues: [broken.message], until: null });
  const rule = 'layout.description-not-pdf';
  await grantClearance(world.as('olga'), { id, rule, reason: 'It is a score.' });
  expect(await queued(id)).toEqual(undefined);
});

test('a decline says by letter what must change and until when, and waits for its people then', async () => {
  const { id, version } = await withIssues();
  const { issues } = await needsOrganizer(world.as('olga'), { edition: '2024' });
  await decline(world.as('olga', afterDeadline), { id, version, reason, until: later });
  expect(await queued(id, afterDeadline)).toEqual({ issues: [broken.message], until: later });
  const waiting = await needsOrganizer(world.as('olga', afterDeadline), { edition: '2024' });
  expect(waiting.issues).toEqual(issues - 1);
  const letters = await letterTables(world.db)
    .selectFrom('letter')
    .select(['toAddress', 'body'])
    .where('subject', '=', 'A change is needed: “Tide Tables for a Dry Sea”')
    .execute();
  expect(letters.map(({ toAddress }) => toAddress)).toEqual(['chiara@example.org']);
  for (const part of [broken.message, `> ${reason}`, '2024-09-27 05:00'])
    expect(letters[0]!.body).toContain(part);
  const { submission } = await open(world.as('chiara', afterDeadline), { id });
  expect([submission.declined, submission.call.phase]).toEqual([
    { issues: [broken.message], reason, until: later, at: afterDeadline },
    'open',
  ]);
  const [line] = await ofSubmission(world.as('olga'), { id });
  expect([line!.who, line!.what, line!.why]).toEqual([
    'Olga Organizer',
    'declined version 1, to be mended until 2024-09-27 05:00:00 America/Vancouver',
    reason,
  ]);
});

test('a decline is undone by allowing, and a newer version is judged anew', async () => {
  const { id, version } = await withIssues();
  await decline(world.as('olga'), { id, version, reason });
  await putFile(world, id, { role: 'supplementary', name: 'more.txt' });
  const next = await submittedAgain(id);
  expect(await queued(id)).toEqual({ issues: [broken.message], until: null });
  await decline(world.as('olga'), { ...next, reason });
  await grantClearance(world.as('oscar'), {
    id,
    rule: 'layout.description-not-pdf',
    reason: 'We can read it after all.',
  });
  const { submission, openIssues } = await inspect(world.as('olga'), { id });
  expect([await queued(id), submission.declined, openIssues]).toEqual([undefined, null, []]);
});

test('a decline needs an open issue, the version that counts, and time to mend it', async () => {
  const { id, version } = await withIssues();
  const olga = world.as('olga', afterDeadline);
  const refused = (input: Parameters<typeof decline>[1], who = olga) => decline(who, input).catch(said);
  expect([
    await refused({ id, version, reason: ' ' }),
    await refused({ id, version, reason }),
    await refused({ id, version, reason, until: new Date('2024-09-01T00:00:00Z') }),
    await refused({ id, version: 'another', reason, until: later }),
  ]).toEqual([
    ['invalid', 'Something in the form needs your attention.'],
    ['invalid', 'The deadline has passed, so a changed version could not come.'],
    ['invalid', 'That moment has passed already.'],
    ['stale', 'A newer version was received while you were reading. Please look at that one.'],
  ]);
  await grantClearance(olga, { id, rule: 'layout.description-not-pdf', reason: 'Yes.' });
  expect(await refused({ id, version, reason, until: later })).toEqual([
    'invalid',
    'There is nothing to decline: no rule of the call is broken.',
  ]);
});

test('nobody but organizers without a part in it sees the queue, or declines', async () => {
  const { id, version } = await withIssues();
  const answers: unknown[] = [];
  for (const who of ['visitor', 'chiara', 'attila', 'rana', 'jiro'] as const) {
    const asked = world.as(who);
    const kind = (problem: { kind: string }) => problem.kind;
    const seen = await queue(asked, { edition: '2024' }).catch(kind);
    answers.push([who, seen, await decline(asked, { id, version, reason }).catch(kind)]);
  }
  expect(answers).toEqual([
    ['visitor', 'missing', 'missing'],
    ['chiara', 'missing', 'missing'],
    ['attila', 'missing', 'missing'],
    ['rana', 'missing', 'missing'],
    ['jiro', 'missing', 'missing'],
  ]);
  await addContributor(world.as('chiara'), { id, name: 'Olga', email: 'olga@example.org' });
  const seenBy = async (who: 'olga' | 'oscar') =>
    (await queue(world.as(who), { edition: '2024' })).items.some((item) => item.id === id);
  expect([await seenBy('oscar'), await seenBy('olga')]).toEqual([true, false]);
});

test(
  'the queue comes in pages: what nobody decided first, each part oldest first, counted over all pages',
  { timeout: 120_000 },
  async () => {
    const own = await openWorld();
    try {
      const made: string[] = [];
      for (let minute = 0; minute < 23; minute++) {
        const at = new Date(Date.UTC(2024, 7, 21, 10, minute));
        const id = await completeWork(own);
        await putFile(own, id, { role: 'description', name: 'd.txt', findings: [broken] });
        const agreed = await allAgreed(own, 'chiara', id);
        const { version } = await submitWithIssues(own.as('chiara', at), { id, agreed });
        if (minute < 2) await decline(own.as('olga', at), { id, version, reason });
        if (minute === 2) await withdraw(own.as('chiara', at), { id, reason: '' });
        made.push(id);
      }
      const asked = async (page: number) => {
        const { items, ...rest } = await queue(own.as('olga'), { edition: '2024', page });
        return { ids: items.map(({ id }) => id), ...rest };
      };
      const counts = { undecided: 20, declined: 2, pages: 2 };
      expect([await asked(1), await asked(2), await asked(3)]).toEqual([
        { ids: made.slice(3), ...counts, page: 1 },
        { ids: made.slice(0, 2), ...counts, page: 2 },
        { ids: [], ...counts, page: 3 },
      ]);
    } finally {
      await own.close();
    }
  },
);
