import { afterAll, beforeAll, expect, test } from 'vitest';
import { endWaiver, ofCall, waive, waivers } from '#app/features/calls/operations.server.ts';
import { ofSubmission } from '#app/features/audit/operations.server.ts';
import { finding } from '#app/preflight/findings.ts';
import { told as refused } from '../../../tests/refusal.ts';
import { allAgreed, completeWork, putFile } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import './draft-holders.server.ts';
import { showFiles } from './files/operations.server.ts';
import {
  begin,
  inspect,
  needsOrganizer,
  open,
  receipt as receiptOf,
  submit,
  submitWithIssues,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const code = 'layout.description-not-pdf';
const reason = 'Scores may be handed in as plain text this year.';
const broken = finding(code, { name: 'd.txt', kind: 'plain text' }, { where: { file: 'd.txt' } });
const call = { slug: '2024', call: 'creative-work' };

async function drafted(): Promise<string> {
  const id = await completeWork(world);
  await putFile(world, id, { role: 'description', name: 'd.txt', findings: [broken] });
  return id;
}
const agreed = (id: string) => allAgreed(world, 'chiara', id);
const waits = async () => (await needsOrganizer(world.as('olga'), { edition: '2024' })).issues;

test('a finding is waived for a whole call: what was received, what is drafted and what comes', async () => {
  const received = await drafted();
  await submitWithIssues(world.as('chiara'), { id: received, agreed: await agreed(received) });
  const next = await drafted();
  const before = await waits();
  const { waiver } = await waive(world.as('olga'), { ...call, code, reason });

  expect(await waits()).toEqual(before - 1);
  const seen = await inspect(world.as('oscar'), { id: received });
  expect([seen.openIssues, seen.waivedIssues.map(({ message, by }) => [message, by])]).toEqual([
    [],
    [[broken.message, 'Olga Organizer']],
  ]);
  const history = await ofSubmission(world.as('oscar'), { id: received });
  expect(
    history.filter(({ what }) => /waive/.test(what)).map(({ who, what, why }) => [who, what, why]),
  ).toEqual([['Olga Organizer', 'waived for the whole call: the description is not a PDF', reason]]);

  const { submission: draft } = await open(world.as('chiara'), { id: next });
  expect([draft.issues, draft.waived, draft.waivers.map((one) => [one.code, one.reason])]).toEqual([
    [],
    [broken],
    [[code, reason]],
  ]);
  const shown = await showFiles(world.as('chiara'), { id: next });
  const said = [...shown.findings, ...shown.files.flatMap(({ findings }) => findings)];
  expect(said.filter((one) => one.code === code).map(({ severity, next: todo }) => [severity, todo])).toEqual(
    [['note', `The organizers waive this for the whole call: ${reason}`]],
  );
  const { receipt } = await submit(world.as('chiara'), { id: next, agreed: await agreed(next) });
  const { version } = await receiptOf(world.as('chiara'), { id: next, receipt });
  expect([
    version.report.issues,
    version.report.waivers,
    version.report.findings.map((one) => one.code),
  ]).toEqual([[], [{ code, reason }], [code]]);

  await endWaiver(world.as('oscar'), { ...call, waiver, reason: 'The jury cannot print them.' });
  const again = await inspect(world.as('oscar'), { id: received });
  expect([again.openIssues.map((one) => one.code), again.waivedIssues]).toEqual([[code], []]);
  const kept = await inspect(world.as('oscar'), { id: next });
  expect(kept.openIssues).toEqual([]);
});

test('the history of the call says who waived what, why, and who took it back', async () => {
  const { waiver } = await waive(world.as('olga'), { ...call, code: 'layout.lone-pdf', reason: 'Poems.' });
  await endWaiver(world.as('oscar'), { ...call, waiver, reason: 'Too many were unclear.' });
  const told = await ofCall(world.as('olga'), call);
  const about = told
    .filter(({ what }) => /single PDF/.test(what))
    .map(({ by, what, reason: why }) => [by, what, why]);
  expect(about.toSorted()).toEqual([
    [
      'Olga Organizer',
      'Waived for the whole call: a single PDF could be the work or its description.',
      'Poems.',
    ],
    [
      'Oscar Second-Organizer',
      'No longer waived: a single PDF could be the work or its description.',
      'Too many were unclear.',
    ],
  ]);
  const { inForce, ended } = await waivers(world.as('olga'), call);
  expect(inForce.some(({ id }) => id === waiver)).toBe(false);
  expect(ended.find(({ id }) => id === waiver)?.ended?.by).toBe('Oscar Second-Organizer');
});

test('what is unsafe, unknown, of the other kind, or waived already is refused', async () => {
  const asked = (one: string) =>
    sentence(waive(world.as('olga'), { ...call, code: one, reason: 'Why not.' }));
  const no = 'This cannot be overlooked for a whole call.';
  expect(
    await Promise.all(['zip.bomb', 'file.unreadable', 'no-such-code', 'paper.over-length'].map(asked)),
  ).toEqual([no, no, no, no]);
  await waive(world.as('olga'), { ...call, code: 'video.codec', reason: 'We convert them.' });
  expect(await asked('video.codec')).toBe('This is waived for the whole call already.');
});

test('an author, a visitor and an organizer with something of their own in the call waive nothing', async () => {
  const asked = { ...call, code: 'video.too-long', reason: 'Mine is longer.' };
  await begin(world.as('oscar'), { call: world.callIds['creative-work'] });
  const by = (who: Parameters<World['as']>[0]) => kind(waive(world.as(who), asked));
  expect([await by('chiara'), await by('visitor'), await by('oscar')]).toEqual([
    'missing',
    'missing',
    'denied',
  ]);
  expect(await sentence(waive(world.as('oscar'), asked))).toBe(
    'You have a part in something handed in to this call, so you cannot decide this for all of it. Another organizer can.',
  );
  expect((await waivers(world.as('oscar'), call)).ofOwn).toBe(true);
});

const part = (name: 'kind' | 'message') => async (asked: Promise<unknown>) => {
  const said = await refused(asked);
  return typeof said === 'string' ? said : said[name];
};
const sentence = part('message');
const kind = part('kind');
