/** The analysis of films, sounds and papers that lie here: made later, by a job, once for each file of a submission. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { analyse } from '#app/preflight/analysis/analyse.server.ts';
import { isUntried, type Analysis } from '#app/preflight/analysis/analysis.ts';
import { rulesOf } from './arrival.ts';
import type { SubmissionFile } from './file.ts';
import { lookAtPaper, type PaperFound } from './paper-pages.server.ts';
import { makePoster } from './posters.server.ts';
import { findHandIn, listFound } from './queries.server.ts';
import { fileTables } from './tables.server.ts';

/** Measures what nobody has measured yet among the files of a submission. */
export async function analyseFiles(submissionId: string, now: Date): Promise<void> {
  const context = { viewer: systemViewer('files.analyse'), now };
  const { files } = resources();
  for (const { sha256, mime, role, seconds, maxBodyPages } of await unmeasured(context, { submissionId })) {
    if (!(await files.has(sha256))) continue;
    if (role === 'paper') {
      const paper = await lookAtPaper(context, { sha256, maxBodyPages });
      await keepAnalysis(context, { submissionId, sha256, found: paper });
      continue;
    }
    const found = await analyse(files.localPath(sha256));
    // Once there is a decoder, it is asked again.
    if (isUntried(found)) continue;
    if (mime.startsWith('video/')) await makePoster(context, { sha256, seconds });
    await keepAnalysis(context, { submissionId, sha256, found });
  }
}

/** By the hash of each film and sound of a submission, as far as it was measured for this one. */
export async function findAnalyses(db: Db, submissionId: string): Promise<Map<string, Analysis>> {
  const found = await listFound(db, submissionId);
  return new Map(found.flatMap(([sha256, one]) => ('loudness' in one ? [[sha256, one as Analysis]] : [])));
}

const unmeasured = read({
  name: 'files.unmeasured',
  input: v.object({ submissionId: v.string() }),
  subject: ({ db }, { submissionId }) => findHandIn(db, { id: submissionId }),
  allow: theSystem,
  run: async ({ db }, { call }, { submissionId }) => {
    const rules = rulesOf(call);
    const rows = await fileTables(db)
      .selectFrom('submissionFile')
      .leftJoin('fileAnalysis', (join) =>
        join
          .onRef('fileAnalysis.sha256', '=', 'submissionFile.sha256')
          .onRef('fileAnalysis.submissionId', '=', 'submissionFile.submissionId'),
      )
      .select(['submissionFile.sha256', 'mime', 'role', 'report'])
      .distinctOn('submissionFile.sha256')
      .where('submissionFile.submissionId', '=', submissionId)
      .where('removedAt', 'is', null)
      .where('fileAnalysis.sha256', 'is', null)
      .where((row) =>
        row.or([
          row('mime', 'like', 'video/%'),
          row('mime', 'like', 'audio/%'),
          row.and([row('role', '=', 'paper'), row('mime', '=', 'application/pdf')]),
        ]),
      )
      .execute();
    return rows.map(({ sha256, mime, role, report }) => ({
      sha256,
      mime,
      role,
      maxBodyPages: rules.kind === 'paper' ? rules.maxBodyPages : 0,
      seconds: Number((report as SubmissionFile['report']).facts?.duration) || 0,
    }));
  },
});

const keepAnalysis = operation({
  name: 'files.keepAnalysis',
  input: v.object({
    submissionId: v.string(),
    sha256: v.string(),
    found: v.custom<Analysis | PaperFound>((given) => typeof given === 'object'),
  }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { submissionId, sha256, found }) => {
    await fileTables(db)
      .insertInto('fileAnalysis')
      .values({ submissionId, sha256, found: JSON.stringify(found), madeAt: now })
      .onConflict((row) => row.columns(['submissionId', 'sha256']).doNothing())
      .execute();
    note({ subjectId: submissionId, detail: { sha256 } });
  },
});
