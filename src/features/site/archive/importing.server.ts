/** Brings an edition back from its archive, into a Salon that does not have it. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { endOf } from '#app/features/calls/deadline.ts';
import { makeEdition } from '#app/features/calls/make-edition.server.ts';
import { findCalls, insertExtension } from '#app/features/calls/queries.server.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { insertFreeze } from '#app/features/editions/freeze-queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import { insertReturning } from '#app/features/submissions/returning.server.ts';
import { insertReturningRecord } from '#app/features/works/returning.server.ts';
import { hashOf, textNamed } from '#app/features/works/rights/texts.ts';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { insertReturningPicture } from '../pictures/returning.server.ts';
import { insertPublication } from '../queries.server.ts';
import { archiveShape, type ReadArchive } from './readable.ts';
import { readArchive } from './reading.server.ts';
import { partsOf } from './returning.ts';

/** Proves the archive in the folder, keeps its files, then puts all of it in place or nothing. */
export async function importArchive(context: Context, { folder }: { folder: string }) {
  return bringBack(context, await look(context, { folder }));
}

/** Files that it keeps belong to nobody until the edition is in place; where it is not, they are swept away. */
const look = read({
  name: 'site.readArchive',
  input: v.object({ folder: v.string() }),
  allow: theSystem,
  run: (_scope, _all, { folder }) => readArchive(folder),
});

const bringBack = operation({
  name: 'site.importArchive',
  input: archiveShape,
  allow: theSystem,
  redraws: true,
  run: async ({ db, now, note }, _none, archive) => {
    const { edition } = archive;
    await demandRoom(db, archive, now);
    const settings = archive.calls.calls.map((one) =>
      v.safeParse(callSchema, { ...one.settings, graceMinutes: 0 }),
    );
    const calls = settings.map((one) => {
      if (one.success) return one.output;
      throw invalid(`A call in this archive is not as this Salon writes it: ${one.issues[0].message}`);
    });
    const reason = `From the archive made on ${edition.archivedAt.slice(0, 10)}`;
    const { id, slug } = await makeEdition(db, { settings: edition.settings, calls, by: null, now, reason });
    const placed = new Map((await findCalls(db, { editionId: id })).map((call) => [call.key, call]));
    for (const [at, { extensions, finalExtensions }] of archive.calls.calls.entries()) {
      const callId = placed.get(calls[at]!.key)!.id;
      for (const one of extensions) await insertExtension(db, extended(callId, one, 'submission'));
      for (const one of finalExtensions) await insertExtension(db, extended(callId, one, 'final'));
    }
    for (const picture of edition.pictures) await insertReturningPicture(db, id, picture, now);
    for (const read of archive.records) {
      const call = placed.get(read.record.call.key);
      if (!call) throw invalid(`“${read.record.title}” belongs to a call that is not in this archive.`);
      const rights = archive.rights.rights.find(
        (one) => one.kind === read.record.kind && one.slug === read.record.slug,
      );
      if (!rights || call.settings.kind !== read.record.kind)
        throw invalid(`Nothing in this archive says what was granted for “${read.record.title}”.`);
      const parts = partsOf({ read, rights, zone: edition.settings.about.zone });
      const { version, credits } = await insertReturning(db, {
        ...parts.submission,
        editionId: id,
        callId: call.id,
      });
      const orcids = Object.fromEntries(credits.flatMap((one) => (one.orcid ? [[one.id, one.orcid]] : [])));
      await insertReturningRecord(db, { ...parts.record, editionId: id, version, orcids, cameAt: now });
    }
    const shown = archive.records.map(({ record }) => record.id).sort();
    const pictures = edition.pictures.map(({ files: _drawn, ...said }) => said);
    await insertPublication(db, id, {
      id: randomId(),
      number: 1,
      document: { settings: edition.settings, shown, pictures },
      publishedAt: now,
      publishedBy: null,
      reason,
      againOf: null,
    });
    note({
      editionId: id,
      subjectId: id,
      detail: { slug, records: shown.length, archivedAt: edition.archivedAt },
    });
    // What lasts does not change by itself: its calls take nothing in, whatever their dates say.
    await insertFreeze(db, id, { at: now, by: 'Salon', reason });
    return { slug, records: shown.length, base: edition.base };
  },
});

type ReadExtension = ReadArchive['calls']['calls'][number]['extensions'][number];

const extended = (callId: string, { asSet, reason, on }: ReadExtension, round: 'submission' | 'final') => ({
  id: randomId(),
  callId,
  asSet,
  reason,
  round,
  deadline: endOf(asSet),
  at: new Date(on),
  by: null,
});

/** Nothing is overwritten, nothing stands twice, and every grant names words that are known here. */
async function demandRoom(db: Db, { edition, records, rights }: ReadArchive, now: Date): Promise<void> {
  const { slug, settings, archivedAt } = edition;
  if (slug !== settings.about.slug) throw invalid('This archive calls its edition by two names.');
  if (await findEdition(db, { slug }))
    throw invalid(`There is an edition “${slug}” here already, and an archive overwrites nothing.`);
  if (new Date(archivedAt) > now)
    throw invalid(`This archive says it was made at ${archivedAt}, which is yet to come.`);
  const ids = records.map(({ record }) => record.id);
  const slugs = records.flatMap(({ record }) => [record.slug, ...record.formerSlugs]);
  if (new Set(ids).size < ids.length || new Set(slugs).size < slugs.length)
    throw invalid('Two papers or works of this archive have one address.');
  const known = await findSubmissions(db, sql`s.id = any(${ids}::text[])`);
  if (known.length > 0)
    throw invalid('Papers or works of this archive are here already, in another edition.');
  for (const { slug: name, grants } of rights.rights)
    for (const { text, uses } of grants) {
      const words = textNamed(text.key);
      const may = uses.every(({ scope }) => words?.uses.some((use) => use.scope === scope));
      if (!words || hashOf(words) !== text.sha256 || !may)
        throw invalid(
          `What was granted for “${name}” names a text that this Salon does not know: ${text.key}.`,
        );
    }
}
