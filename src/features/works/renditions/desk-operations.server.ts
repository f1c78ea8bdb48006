/** What organizers see of the making of what may be shown: how far it is, what went wrong, and asking once more. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { recused } from '#app/features/submissions/policy.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import { organizersApart } from '#app/features/works/policy.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { askForRenditions } from './asking.server.ts';
import { listRenderings } from './queries.server.ts';
import { stateOf } from './rendering.ts';

const form = v.object({ edition: v.string() });

/** Files of accepted papers and works: those that are made are counted, each that could not be made is named. */
export const making = read({
  name: 'renditions.making',
  input: form,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  run: async ({ db, viewer }, { id: editionId }) => {
    const files = await filesOf(db, viewer, editionId);
    return {
      made: files.filter(({ state }) => state === 'made').length,
      waiting: files.filter(({ state }) => state === 'waiting').length,
      failed: files.filter(({ state }) => state === 'failed'),
    };
  },
});

/** Makes what could not be made once more; what stands stays. */
export const makeAgain = operation({
  name: 'renditions.makeAgain',
  input: form,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  run: async ({ db, viewer, note }, { id: editionId }) => {
    const files = await filesOf(db, viewer, editionId);
    const ids = [...new Set(files.flatMap(({ state, id }) => (state === 'failed' ? [id] : [])))];
    if (ids.length === 0) throw invalid('Nothing went wrong: there is nothing to make again.');
    for (const id of ids) await askForRenditions(db, id);
    note({ editionId, subjectId: editionId, detail: { submissions: ids.length } });
    return { asked: ids.length };
  },
});

/** Conflict beats role: of what an organizer has a part in there is neither a name nor a count. */
async function filesOf(db: Db, viewer: Viewer, editionId: string) {
  const all = await findSubmissions(
    db,
    sql`s.edition_id = ${editionId}
      and exists (select from rendering r where r.submission_id = s.id and r.replaced_at is null)`,
  );
  const told: ReturnType<typeof tell>[] = [];
  for (const one of all.filter((submission) => !recused(viewer, submission)))
    told.push(...(await listRenderings(db, one.id)).map((rendering) => tell(one, rendering)));
  return told;
}

const tell = ({ id, title }: Submission, rendering: Awaited<ReturnType<typeof listRenderings>>[number]) => ({
  id,
  title,
  label: rendering.file.label,
  state: stateOf(rendering),
  words: rendering.words,
});
