/** Who changed what, when and why: each revision beside the one before it. For organizers; names come from people. */
import * as v from 'valibot';
import { listAudit } from '#app/platform/audit.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { diffSettings, type Change } from '../editions/diff.ts';
import { sectionHistory } from '../editions/queries.server.ts';
import { sections, type SectionName } from '../editions/settings.ts';
import { namesOf } from '../people/standing-queries.server.ts';
import { sayAct } from './call-acts.ts';
import { findOwned, findOwnedCall } from './owned.server.ts';
import { callHistory } from './queries.server.ts';

export const ofSection = read({
  name: 'editions.history',
  input: v.object({ slug: v.string(), section: v.picklist(Object.keys(sections) as SectionName[]) }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  run: async ({ db }, { editionId }, { section }) => told(db, await sectionHistory(db, editionId, section)),
});

/** Of a call: changes of its settings, its removals and returns, moves among the calls and extensions; newest first. */
export const ofCall = read({
  name: 'calls.history',
  input: v.object({ slug: v.string(), call: v.string() }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  run: async ({ db }, { call }) => {
    const revisions = await told(db, await callHistory(db, call.id));
    const acts = await actsOf(db, call.id);
    return [...acts, ...revisions].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  },
});

/** One entry of a history page; `revision` is null for an act that left the settings as they were. */
export interface Told {
  id: string;
  revision: number | null;
  at: Date;
  by: string;
  what: string;
  reason: string;
  changes: Change[];
}

interface Row {
  revision: number;
  body: unknown;
  changedAt: Date;
  changedBy: string | null;
  reason: string;
}

async function told(db: Db, rows: Row[]): Promise<Told[]> {
  const names = await namesOf(
    db,
    rows.map(({ changedBy }) => changedBy),
  );
  return rows.map(({ revision, changedAt, changedBy, reason, body }, at) => ({
    id: String(revision),
    revision,
    at: changedAt,
    by: nameOf(names, changedBy),
    what: '',
    reason,
    changes: at + 1 < rows.length ? diffSettings(rows[at + 1]!.body, body) : [],
  }));
}

/** What the audit kept of a call that no revision says. */
async function actsOf(db: Db, callId: string): Promise<Told[]> {
  const entries = (await listAudit(db, callId)).map((entry) => ({ ...entry, said: sayAct(entry) }));
  const names = await namesOf(
    db,
    entries.map(({ viewerKind, viewerId }) => (viewerKind === 'person' ? viewerId : null)),
  );
  return entries.flatMap(({ id, at, viewerKind, viewerId, said }) =>
    said
      ? {
          id,
          revision: null,
          at,
          by: nameOf(names, viewerKind === 'person' ? viewerId : null),
          ...said,
          changes: [],
        }
      : [],
  );
}

const nameOf = (names: Map<string, string>, person: string | null) =>
  person === null ? 'Salon' : (names.get(person) ?? 'Somebody');
