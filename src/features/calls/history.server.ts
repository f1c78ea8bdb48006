/** Who changed what, when and why: each revision beside the one before it. For organizers; names come from people. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { diffSettings } from '../editions/diff.ts';
import { findEdition, sectionHistory } from '../editions/queries.server.ts';
import { sections, type SectionName } from '../editions/settings.ts';
import { namesOf } from '../people/standing-queries.server.ts';
import { callHistory, findCalls } from './queries.server.ts';

export const ofSection = read({
  name: 'editions.history',
  input: v.object({ slug: v.string(), section: v.picklist(Object.keys(sections) as SectionName[]) }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  run: async ({ db }, { editionId }, { section }) => told(db, await sectionHistory(db, editionId, section)),
});

/** Changes and extensions of a call, newest first. */
export const ofCall = read({
  name: 'calls.history',
  input: v.object({ slug: v.string(), call: v.string() }),
  subject: async ({ db }, input) => {
    const owned = await findOwned(db, input);
    const [call] = owned ? await findCalls(db, { editionId: owned.editionId, key: input.call }) : [];
    return owned && call && { ...owned, call };
  },
  allow: organizer,
  run: async ({ db }, { call }) => told(db, await callHistory(db, call.id)),
});

interface Row {
  revision: number;
  body: unknown;
  changedAt: Date;
  changedBy: string | null;
  reason: string;
}

async function told(db: Db, rows: Row[]) {
  const names = await namesOf(
    db,
    rows.map(({ changedBy }) => changedBy),
  );
  return rows.map(({ revision, changedAt, changedBy, reason, body }, at) => ({
    revision,
    at: changedAt,
    by: changedBy === null ? 'Salon' : (names.get(changedBy) ?? 'Somebody'),
    reason,
    changes: at + 1 < rows.length ? diffSettings(rows[at + 1]!.body, body) : [],
  }));
}

async function findOwned(db: Db, { slug }: { slug: string }) {
  const edition = await findEdition(db, { slug });
  return edition && { editionId: edition.id };
}
