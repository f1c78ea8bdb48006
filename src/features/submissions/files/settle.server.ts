/**
 * After files came or were arranged: archives become files, the hand-in is checked, roles are proposed. What this
 * finds can always be found again, so it runs outside transactions and may be interrupted at any point.
 */
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { lockName } from '#app/platform/database.server.ts';
import type { Blob } from '#app/platform/files.server.ts';
import { addJob } from '#app/platform/jobs.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { isJunk } from '#app/preflight/names.ts';
import type { Report } from '#app/preflight/report.ts';
import { notChecked } from '#app/preflight/runner.server.ts';
import { fromPath } from '#app/preflight/sources.server.ts';
import { Refused, unpacked } from '#app/preflight/zip/inflate.ts';
import { openZip } from '#app/preflight/zip/open.ts';
import { rolesBeside, rulesOf } from './arrival.ts';
import { answerTo, askedAbout, seenIn, type Seen } from './check.server.ts';
import { besideByName, keptName, type SubmissionFile } from './file.ts';
import {
  findFile,
  findHandIn,
  findReport,
  insertFile,
  keepReport,
  listFiles,
  updateFile,
  type HandIn,
} from './queries.server.ts';

const running = new Map<string, Promise<void>>();

/** Resolves when the kept report fits what lies there; one run at a time for each submission. */
export async function settleSoon(submissionId: string, now: Date): Promise<void> {
  const before = running.get(submissionId);
  const work = (before ?? Promise.resolve()).catch(() => undefined).then(() => settle(submissionId, now));
  running.set(submissionId, work);
  try {
    await work;
  } finally {
    if (running.get(submissionId) === work) running.delete(submissionId);
  }
}

async function settle(id: string, now: Date): Promise<void> {
  const context = { viewer: systemViewer('files.settle'), now };
  // Each archive is opened once; the rest is tried again only when files changed under the checker.
  for (let attempt = 0; attempt < 5; ) {
    const { handIn, files, kept } = await facts(context, { id });
    const archive = files.find(
      (file) => file.role === 'archive' && !file.removedAt && !file.openedAt && !file.report.facts,
    );
    if (archive) {
      await keepContents(context, { id: archive.id, ...(await opened(handIn, archive)) });
      continue;
    }
    const asked = askedAbout(handIn, files);
    if (kept?.fits === asked.fits || asked.files.length === 0) return;
    const report = await answerTo(asked);
    const seen = seenIn(report, asked);
    if (await keepCheck(context, { id, fits: asked.fits, report, seen })) return;
    attempt++;
  }
}

const facts = read({
  name: 'files.facts',
  input: v.object({ id: v.string() }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: theSystem,
  run: async ({ db }, handIn) => ({
    handIn,
    files: await listFiles(db, handIn.id, { removed: true }),
    kept: await findReport(db, handIn.id),
  }),
});

interface Contents {
  report: Report;
  entries: (Blob & { name: string })[] | null;
}

/** The entries of an archive as blobs under their hashes; null where it must not or cannot be opened. */
async function opened(handIn: HandIn, archive: SubmissionFile): Promise<Contents> {
  const report = await answerTo({ files: [archive], rules: rulesOf(handIn.call), about: {} });
  const refused = report.findings.some(
    ({ code, severity }) => severity === 'reject' && code.startsWith('zip.'),
  );
  if (refused || report.files.length === 0) return { report, entries: null };
  try {
    return { report, entries: await entriesOf(archive) };
  } catch (problem) {
    if (problem instanceof Refused) return { report, entries: null };
    resources().log.accident('files.open', problem, { sha256: archive.sha256 });
    return { report: notChecked([archive]), entries: null };
  }
}

async function entriesOf(archive: SubmissionFile) {
  const { files } = resources();
  const source = await fromPath(files.localPath(archive.sha256));
  try {
    const entries = [];
    for (const entry of (await openZip(source, archive.name)).entries) {
      if (isJunk(entry.name)) continue;
      const blob = await files.keep(Readable.from(unpacked(source, entry)));
      entries.push({ ...blob, name: keptName(entry.name) });
    }
    return entries;
  } finally {
    await source.close();
  }
}

/** Turns the entries of an archive into files, once. */
const keepContents = operation({
  name: 'files.keepContents',
  input: v.object({
    id: v.string(),
    report: v.custom<Report>((given) => typeof given === 'object'),
    entries: v.nullable(v.array(v.object({ name: v.string(), sha256: v.string(), bytes: v.number() }))),
  }),
  subject: ({ db }, { id }) => findFile(db, id),
  allow: theSystem,
  run: async ({ db, now, note }, archive, { report, entries }) => {
    await lockName(db, `files ${archive.submissionId}`);
    const current = await findFile(db, archive.id);
    if (!current || current.openedAt || current.removedAt) return;
    const findings = report.findings.filter(({ where }) => !where?.file || !entries);
    await updateFile(db, archive.id, {
      mime: 'application/zip',
      report: { facts: { mime: 'application/zip', kind: 'zip', bytes: archive.bytes }, findings },
      openedAt: entries ? now : null,
    });
    const { submissionId, begunAt } = archive;
    for (const entry of entries ?? []) {
      const place = {
        id: randomId(),
        submissionId,
        begunAt,
        uploadedAt: now,
        fromFileId: archive.id,
      };
      await insertFile(db, { ...entry, ...place });
    }
    note({ subjectId: submissionId, detail: { name: archive.name, entries: entries?.length ?? 0 } });
  },
});

/** Keeps a report if it still fits; answers whether it did. Roles that nobody chose become those proposed. */
const keepCheck = operation({
  name: 'files.keepCheck',
  input: v.object({
    id: v.string(),
    fits: v.string(),
    report: v.custom<Report>((given) => typeof given === 'object'),
    seen: v.array(v.custom<Seen>((given) => typeof given === 'object')),
  }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: theSystem,
  run: async ({ db, now, note }, handIn, { fits, report, seen }) => {
    await lockName(db, `files ${handIn.id}`);
    const files = await listFiles(db, handIn.id, { removed: true });
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { verdict: report.verdict } });
    if (askedAbout(handIn, files).fits !== fits) return false;
    const beside = rolesBeside(handIn.call);
    for (const { id, role, ...found } of seen) {
      const file = files.find((one) => one.id === id);
      const free = file && !file.roleChosenAt && file.role !== 'archive';
      const named = free && besideByName(role, file.name, beside);
      await updateFile(db, id, named ? { ...found, role: named } : found);
    }
    if (seen.some(({ mime, role }) => /^(video|audio)\//.test(mime) || role === 'paper'))
      await addJob(db, 'files.analyse', { id: handIn.id }, { key: `files.analyse ${handIn.id}` });
    await keepReport(db, { submissionId: handIn.id, fits, report, at: now });
    return true;
  },
});
