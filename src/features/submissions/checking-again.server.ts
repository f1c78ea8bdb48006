/**
 * A check that came to no end can be asked for once more. What the version says of itself stays as it was received:
 * the new answer is a row beside it, with who asked and when, and counts instead.
 */
import * as v from 'valibot';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import type { Finding } from '#app/preflight/report.ts';
import { answerTo, askedAbout } from './files/check.server.ts';
import { findReport, forgetFailedCheck, listFiles } from './files/queries.server.ts';
import { settleSoon } from './files/settle.server.ts';
import { isUnread, reportOf } from './findings.ts';
import { idForm, line } from './forms.ts';
import { itsAuthorsOrOrganizers } from './policy.ts';
import { findCase } from './queries.server.ts';
import type { Case } from './submission.ts';
import { submissionTables } from './tables.server.ts';
import type { Version } from './version.ts';
import { listVersions } from './version-queries.server.ts';

/** Outside of transactions, for a check takes its time. Answers whether everything was read to its end now. */
export async function checkAgain(context: Context, { id }: { id: string }): Promise<{ read: boolean }> {
  const { version, by } = await askAgain(context, { id });
  await settleSoon(id, context.now);
  const asSystem = { viewer: systemViewer('submissions.checkAgain'), now: context.now };
  const found = await lookAgain(asSystem, { id, version });
  if (version && found.issues && !found.issues.some(isUnread))
    await keepVersionCheck(asSystem, { id, version, issues: found.issues, by });
  return { read: !found.unread && !found.issues?.some(isUnread) };
}

/** Forgets what came to no end, so that it is looked at anew. */
const askAgain = operation({
  name: 'submissions.checkAgain',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, { editionId, latest }, { id }) => {
    await countRate(db, { name: `submissions.checkAgain ${id}`, most: 10, minutes: 60, now });
    const forgotten = await forgetFailedCheck(db, id);
    const version = latest?.issues.some(isUnread) ? latest.id : null;
    if (!forgotten && !version) throw invalid('Everything was checked to its end already.');
    note({ editionId, subjectId: id });
    return { version, by: viewer.kind === 'person' ? viewer.id : null };
  },
});

const lookAgain = read({
  name: 'submissions.lookAgain',
  input: v.object({ ...idForm.entries, version: v.nullable(line(64)) }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: theSystem,
  run: async ({ db, now }, submission, { id, version }) => {
    const kept = await findReport(db, id);
    const all = await listFiles(db, id, { removed: true });
    const received = version && (await listVersions(db, id)).find((one) => one.id === version);
    return {
      unread: kept?.report.findings.some(isUnread) ?? false,
      issues: received ? await issuesOf(submission, received, { all, kept, now }) : null,
    };
  },
});

const keepVersionCheck = operation({
  name: 'submissions.keepVersionCheck',
  input: v.object({
    ...idForm.entries,
    version: line(64),
    issues: v.array(v.custom<Finding>((given) => typeof given === 'object')),
    by: v.nullable(line(64)),
  }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: theSystem,
  run: async ({ db, now, note }, { editionId, latest }, { id, version, issues, by }) => {
    const row = { id: randomId(), versionId: version, checkedAt: now, askedBy: by };
    await submissionTables(db)
      .insertInto('versionCheck')
      .values({ ...row, issues: JSON.stringify(issues) })
      .execute();
    const number = latest?.id === version ? latest.number : null;
    note({ editionId, subjectId: id, detail: { version: number, issues: issues.map(({ code }) => code) } });
  },
});

interface Known {
  all: Awaited<ReturnType<typeof listFiles>>;
  kept: Awaited<ReturnType<typeof findReport>>;
  now: Date;
}

/** Of the files as they were received, whatever lies there now; the exceptions of that moment still lift theirs. */
async function issuesOf({ call }: Case, version: Version, { all, kept, now }: Known): Promise<Finding[]> {
  const received = new Map(version.files.map((file) => [file.id, file]));
  const files = all.map((file) => ({
    ...file,
    role: (received.get(file.id)?.role ?? file.role) as typeof file.role,
    removedAt: received.has(file.id) ? null : (file.removedAt ?? now),
  }));
  const asked = askedAbout({ title: version.title, call }, files);
  const report = kept?.fits === asked.fits ? kept.report : await answerTo(asked);
  const present = files
    .filter(({ removedAt }) => !removedAt)
    .map((file) => ({ ...file, typed: file.typed !== null }));
  const { clearances, waivers = [] } = version.report;
  const said = reportOf(
    { files: present, checked: { fits: asked.fits, report }, looked: true },
    call.settings.rules,
    { clearances, waivers },
  );
  return [...said.issues, ...said.unchecked];
}
