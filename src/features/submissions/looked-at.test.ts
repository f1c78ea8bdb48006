/** Nothing is handed in that the checker has not answered for; and nobody is locked out by the checker. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofSubmission } from '#app/features/audit/operations.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { png } from '#app/preflight/corpus/images.ts';
import { paper } from '#app/preflight/corpus/papers.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { zipOf } from '#app/preflight/corpus/zips.ts';
import { paperWords, workWords } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { addFile, removeFile, showFiles } from './files/operations.server.ts';
import * as submissions from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const said = (problem: { kind: string; message: string }) => [problem.kind, problem.message];
const wait = ['stale', 'The files are still being looked at. Please try again in a moment.'];

async function begun(call: 'papers' | 'creative-work'): Promise<string> {
  const { id } = await submissions.begin(world.as('ada'), { call: world.callIds[call] });
  const draft = call === 'papers' ? paperWords : workWords;
  await submissions.saveDraft(world.as('ada'), { id, base: 0, draft });
  return id;
}

async function add(id: string, name: string, bytes: Uint8Array): Promise<{ fileId: string; sha256: string }> {
  const blob = await resources().files.keep(Readable.from([bytes]));
  const { now } = world.as('ada');
  const archive = name.endsWith('.zip');
  const { fileId } = await addFile(world.as('ada'), {
    id,
    fileId: randomId(),
    name,
    archive,
    begunAt: now,
    ...blob,
  });
  return { fileId, sha256: blob.sha256 };
}

async function handIn(id: string, verb = submissions.submit) {
  const { submission } = await submissions.open(world.as('ada'), { id });
  const agreed = submission.agreements.map(({ mark }) => mark);
  return verb(world.as('ada'), { id, agreed }).then(
    ({ number }) => number,
    (problem) => said(problem),
  );
}

test('whoever calls is asked to wait until the report fits exactly what lies there', async () => {
  const id = await begun('papers');
  await add(id, 'looking.pdf', madePdf(['A short paper.']));
  expect([await handIn(id), await handIn(id, submissions.submitWithIssues)]).toEqual([wait, wait]);
  await showFiles(world.as('ada'), { id });
  const { fileId } = await add(id, 'more.txt', Buffer.from('A table (invented)'));
  expect(await handIn(id)).toEqual(wait);
  await removeFile(world.as('ada'), { fileId });
  expect(await handIn(id, submissions.submitWithIssues)).toEqual(1);
});

test('an answer that proposes roles still fits the files that got them', async () => {
  const id = await begun('creative-work');
  await add(id, 'tide_supp_1.png', png(8, 8));
  await add(id, 'tide_description.pdf', madePdf(['About the tide.']));
  await add(id, 'tide_main.png', png(9, 9));
  const { files } = await showFiles(world.as('ada'), { id });
  expect(files.map(({ role }) => role)).toEqual(['main', 'description', 'supplementary']);
  expect(await handIn(id)).toEqual(1);
});

test('a file that our checker could not manage is received, and lies in the organizers’ queue', async () => {
  const id = await begun('papers');
  const paper = madePdf(['A paper that the checker finds gone.']);
  const { sha256 } = await add(id, 'gone.pdf', paper);
  await resources().files.remove(sha256);
  await showFiles(world.as('ada'), { id });
  await resources().files.keep(Readable.from([paper]));
  expect(await handIn(id)).toEqual(1);
  const { rows } = await submissions.list(world.as('olga'), { edition: world.edition.slug, issues: true });
  const { openIssues } = await submissions.inspect(world.as('olga'), { id });
  expect([rows.find((row) => row.id === id)?.issues, openIssues.map(({ code }) => code)]).toEqual([
    1,
    ['file.unreadable'],
  ]);
});

test('what is unsafe never passes, with issues or without, looked at or not', async () => {
  const id = await begun('creative-work');
  await add(id, 'Sea.zip', zipOf([{ name: '../Sea_main.png', bytes: png(9, 9) }]));
  expect(await handIn(id, submissions.submitWithIssues)).toEqual(wait);
  await showFiles(world.as('ada'), { id });
  const refused = ['invalid', 'Something is still missing before this can be submitted.'];
  expect([await handIn(id), await handIn(id, submissions.submitWithIssues)]).toEqual([refused, refused]);
});

/** Received while the bytes could not be read; they are back now. */
async function receivedUnread(name: string, paper: Uint8Array): Promise<{ id: string; sha256: string }> {
  const id = await begun('papers');
  const { sha256 } = await add(id, name, paper);
  await resources().files.remove(sha256);
  await showFiles(world.as('ada'), { id });
  await resources().files.keep(Readable.from([paper]));
  expect(await handIn(id)).toEqual(1);
  return { id, sha256 };
}

const openOf = async (id: string) => {
  const { openIssues } = await submissions.inspect(world.as('olga'), { id });
  const { rows } = await submissions.list(world.as('olga'), { edition: world.edition.slug, ids: [id] });
  return { open: openIssues.map(({ code }) => code), listed: rows[0]?.issues };
};

test('an organizer has it checked again: it leaves the queue, and what was received stays as it was', async () => {
  const { id } = await receivedUnread('twice.pdf', madePdf(['A paper that can be read by now.']));
  const before = await openOf(id);
  expect(await submissions.checkAgain(world.as('olga'), { id })).toEqual({ read: true });
  const { versions } = await submissions.inspect(world.as('olga'), { id });
  const told = (await ofSubmission(world.as('olga'), { id }))
    .filter(({ what }) => /again|to its end/.test(what))
    .map(({ who, what }) => `${who} ${what}`);
  expect([
    before,
    await openOf(id),
    versions[0]!.report.issues.map(({ code }) => code),
    told.toSorted(),
  ]).toEqual([
    { open: ['file.unreadable'], listed: 1 },
    { open: [], listed: 0 },
    ['file.unreadable'],
    ['Olga Organizer had the files checked again', 'Salon read version 1 to its end, and found nothing open'],
  ]);
  expect(await submissions.checkAgain(world.as('olga'), { id }).catch(said)).toEqual([
    'invalid',
    'Everything was checked to its end already.',
  ]);
});

test('what a check made again finds outside the rules lies in the queue in its place', async () => {
  const long = Buffer.from(paper([{ heading: '1 Introduction' }, { text: 85 }, 'page', { figure: 300 }]));
  const { id } = await receivedUnread('long.pdf', long);
  expect([await submissions.checkAgain(world.as('olga'), { id }), await openOf(id)]).toEqual([
    { read: true },
    { open: ['paper.over-length'], listed: 1 },
  ]);
});

test('its author has it checked again, of the files received and of those that lie there now', async () => {
  const { id } = await receivedUnread('first.pdf', madePdf(['The first paper.']));
  await add(id, 'more.txt', Buffer.from('A table that came later (invented)'));
  await showFiles(world.as('ada'), { id });
  expect([await submissions.checkAgain(world.as('ada'), { id }), await openOf(id)]).toEqual([
    { read: true },
    { open: [], listed: 0 },
  ]);
});

test('while it still cannot be read, it says so and stays in the queue; strangers find nothing', async () => {
  const { id, sha256 } = await receivedUnread('lost.pdf', madePdf(['A paper that is lost again.']));
  await resources().files.remove(sha256);
  const kind = (problem: { kind: string }) => problem.kind;
  const asked = async (who: 'olga' | 'rana' | 'chiara' | 'visitor') =>
    submissions.checkAgain(world.as(who), { id }).catch(kind);
  expect([
    await asked('olga'),
    await openOf(id),
    await asked('rana'),
    await asked('chiara'),
    await asked('visitor'),
  ]).toEqual([{ read: false }, { open: ['file.unreadable'], listed: 1 }, 'missing', 'missing', 'missing']);
});
