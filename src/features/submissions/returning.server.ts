/** A submission that comes back from an archive: one version, as the world knew it, and nobody's account. */
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { StoredAnswers } from './draft.ts';
import { insertFile } from './files/queries.server.ts';
import type { Credit } from './submission.ts';
import { submissionTables } from './tables.server.ts';
import type { VersionFile } from './version.ts';

export interface Returning {
  id: string;
  editionId: string;
  callId: string;
  /** When it counts as received. */
  at: Date;
  title: string;
  words: StoredAnswers;
  /** In their order, each confirmed; nobody's address was in the archive. */
  people: Omit<Credit, 'id' | 'email'>[];
  files: Omit<VersionFile, 'id'>[];
}

/** Resolves to its version, and to the people in their order. */
export async function insertReturning(db: Db, given: Returning) {
  const { id, editionId, callId, at, title, words, people } = given;
  const tables = submissionTables(db);
  const answers = JSON.stringify(words);
  await tables
    .insertInto('submission')
    .values({
      id,
      editionId,
      callId,
      title,
      answers,
      begunAt: at,
      begunBy: null,
      draftKeyHash: null,
      revision: 1,
      changes: 1,
      changedAt: at,
      invented: false,
    })
    .execute();
  const named = people.length > 0 ? people : [unnamed];
  const credits = named.map((one) => ({ ...one, id: randomId(), email: '' }));
  for (const [position, credit] of credits.entries())
    await tables
      .insertInto('contributor')
      .values({
        ...credit,
        submissionId: id,
        position,
        personId: null,
        invitationHash: null,
        invitedAt: null,
        correctedAt: null,
      })
      .execute();
  if (people.length > 0)
    await tables
      .insertInto('contributorAnswer')
      .values(
        credits.map((one) => ({ id: randomId(), contributorId: one.id, answer: 'confirmed', at, words: '' })),
      )
      .execute();
  const files: VersionFile[] = given.files.map((file) => ({ ...file, id: randomId() }));
  for (const [position, file] of files.entries())
    await insertFile(db, { ...file, submissionId: id, position, begunAt: at, uploadedAt: at });
  const version = { id: randomId(), receipt: `archive-${randomId()}` };
  await tables
    .insertInto('submissionVersion')
    .values({
      ...version,
      submissionId: id,
      number: 1,
      submittedAt: at,
      submittedBy: null,
      inGrace: false,
      changes: 1,
      title,
      answers,
      agreements: '[]',
      contributors: JSON.stringify(credits),
      files: JSON.stringify(files),
      report: JSON.stringify({ findings: [], issues: [], clearances: [] }),
    })
    .execute();
  return { version, credits };
}

/** Whoever made it did not want to be named, or did not answer: it belongs to somebody all the same. */
const unnamed: Omit<Credit, 'id' | 'email'> = {
  kind: 'person',
  name: 'Not named in the archive',
  affiliation: '',
  orcid: null,
  pronouns: '',
  role: '',
};
