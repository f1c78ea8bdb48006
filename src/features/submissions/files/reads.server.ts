/** The questions about files: what a submission's page shows, and what may be handed out. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { waiverViews } from '#app/features/calls/waiver.ts';
import { read } from '#app/platform/operation.server.ts';
import { isRefusal, missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Finding } from '#app/preflight/report.ts';
import { findAnalyses } from './analysing.server.ts';
import { assertMayArrange, assertMayBegin, limitOf, rolesBeside, rulesOf } from './arrival.ts';
import { canonicalNames, rolesOf } from './file.ts';
import { held, itsAuthorsOrOrganizers } from './policy.ts';
import { findHandIn, findKeptFile, findReport, listFiles, listUploads } from './queries.server.ts';
import { packSubmission } from './pack.server.ts';
import { withPoster } from './posters.server.ts';
import { settleSoon } from './settle.server.ts';
import {
  fileViews,
  findingsTogether,
  leftOf,
  softenedBy,
  type HandInView,
  type UnfinishedUpload,
} from './views.ts';

const id = v.pipe(v.string(), v.maxLength(64));

/** The files of a submission as their people see them, checked. */
export const showFiles = read({
  name: 'files.show',
  input: v.object({ id }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now }, handIn): Promise<HandInView & { id: string; title: string }> => {
    await settleSoon(handIn.id, now);
    const [all, kept, uploads] = await Promise.all([
      listFiles(db, handIn.id),
      findReport(db, handIn.id),
      listUploads(db, handIn.id),
    ]);
    const rules = rulesOf(handIn.call);
    const limit = limitOf(handIn.call);
    const analyses = await findAnalyses(db, handIn.id);
    const files = fileViews(all, handIn.title, analyses, await withPoster(db, [...analyses.keys()]));
    const together = all.length === 0 ? [] : findingsTogether(kept?.report, files);
    const soft = (findings: readonly Finding[]) => softenedBy(waiverViews(handIn.call), findings);
    const free = !held(viewer, handIn);
    return {
      id: handIn.id,
      title: handIn.title,
      kind: rules.kind,
      files: files.map((file) => ({ ...file, findings: soft(file.findings) })),
      findings: soft(together),
      verdict: all.length === 0 ? null : (kept?.report.verdict ?? null),
      limit,
      left: leftOf(all, limit),
      uploads: await Promise.all(uploads.map(unfinishedView)),
      roles: rolesOf(rules.kind, rolesBeside(handIn.call)),
      rules,
      mayAdd: free || allowed(() => assertMayBegin(handIn, now)),
      mayArrange: free || allowed(() => assertMayArrange(handIn, now)),
    };
  },
});

/** The bytes of a file, for handing out: what they are is told by their content, their name is ours. */
export const fetchFile = read({
  name: 'files.fetch',
  input: v.object({ id }),
  subject: ({ db }, { id }) => findKeptFile(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db }, { file, title, id }) => {
    if (!(await resources().files.has(file.sha256))) throw missing();
    const names = canonicalNames(file.removedAt ? [file] : await listFiles(db, id), title);
    const { sha256, bytes, mime } = file;
    return { sha256, bytes, mime, name: names.get(file.id)! };
  },
});

/** The .zip that the call describes, made of the files as they are now. */
export const packFiles = read({
  name: 'files.pack',
  input: v.object({ id }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db }, handIn) => packSubmission(await listFiles(db, handIn.id), handIn.title),
});

async function unfinishedView({
  id,
  name,
  bytes,
  modifiedAt,
}: Awaited<ReturnType<typeof listUploads>>[number]): Promise<UnfinishedUpload> {
  const found = await stat(join(resources().files.incoming, id)).catch(() => null);
  return { id, name, bytes, arrived: found?.size ?? 0, modified: modifiedAt?.getTime() ?? null };
}

function allowed(assert: () => void): boolean {
  try {
    assert();
    return true;
  } catch (problem) {
    if (isRefusal(problem)) return false;
    throw problem;
  }
}
