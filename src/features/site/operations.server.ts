/** What is asked and done about the public site: look at the draft, publish it, take back what was published. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Edition } from '#app/features/editions/edition.ts';
import { otherLanguages } from '#app/features/editions/translations.ts';
import { findEdition, listEditions, lockEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { anyone, organizer } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, missing, stale } from '#app/platform/refusal.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import { draftProblems } from './draft-problems.ts';
import { frameIn } from './languages.ts';
import { gatherEdition, inForce, wordsInDraft } from './gathering.server.ts';
import { hiddenFrom } from './hidden.server.ts';
import { findProgress } from './kept.server.ts';
import { listPictures } from './pictures/queries.server.ts';
import { differences, type Publication, type PublishedDocument } from './publication.ts';
import { insertPublication, listPublications } from './queries.server.ts';

/** Every edition, newest first: the series. */
export const series = read({
  name: 'site.series',
  input: v.object({}),
  allow: anyone,
  run: async ({ db }) => (await listEditions(db)).map(({ slug, about }) => ({ slug, about })),
});

/** What stands around the pages of an edition that only the running application answers. */
export const frame = read({
  name: 'site.frame',
  input: v.object({ slug: v.string(), language: v.optional(v.string()) }),
  subject: ({ db }, { slug }) => findEdition(db, { slug }),
  allow: anyone,
  run: async ({ db, now }, edition, { language }) =>
    frameIn((await gatherEdition(db, edition, await inForce(db, edition), now)).site, language),
});

/** Those in which the public reads an edition, the main one first; none where there is no such edition. */
export const languages = read({
  name: 'site.languages',
  input: v.object({ slug: v.string() }),
  allow: anyone,
  run: async ({ db }, _subject, { slug }) => {
    const edition = await findEdition(db, { slug });
    if (!edition) return [];
    const { settings } = await inForce(db, edition);
    return [settings.about.language, ...otherLanguages(settings)];
  },
});

/** What waits to be published, against what is public now; every publication so far, newest first. */
export const draft = read({
  name: 'site.draft',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  run: async ({ db, now, viewer }, edition) => {
    const publications = await listPublications(db, edition.id);
    const waiting = await draftOf(db, edition, now);
    const titles = await titlesOf(db, edition, now);
    const hidden = await hiddenFrom(
      db,
      viewer,
      shownIn(waiting, ...publications.map(({ document }) => document)),
    );
    const before = publications[0]?.document ?? waiting;
    const progress = await findProgress(db);
    return {
      problems: draftProblems(
        (await gatherEdition(db, edition, without(waiting, hidden), now)).site,
        await listPictures(db, edition.id),
      ),
      basis: basisOf(without(waiting, hidden)),
      changes: differences(without(before, hidden), without(waiting, hidden), titles),
      publications: await told(db, publications, titles, hidden),
      progress: progress ? { pages: progress.pages, drawn: progress.drawn } : null,
    };
  },
});

/** Makes the draft public as it was looked at; one that changed since is shown again instead. */
export const publish = operation({
  name: 'site.publish',
  input: v.object({ slug: v.string(), basis: v.string(), reason: reason() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, edition, { basis, reason }) => {
    await lockEdition(db, edition.id);
    const document = await draftOf(db, edition, now);
    const [newest] = await listPublications(db, edition.id, 1);
    const hidden = await hiddenFrom(db, viewer, shownIn(document, ...(newest ? [newest.document] : [])));
    if (basisOf(without(document, hidden)) !== basis)
      throw stale('The draft changed since you looked at it. Nothing was published: look again.');
    if (newest && differences(newest.document, document, new Map()).length === 0)
      throw invalid('Nothing waits to be published: the site says all this already.');
    const by = viewer.kind === 'person' ? viewer.id : null;
    const number = (newest?.number ?? 0) + 1;
    const row = {
      id: randomId(),
      number,
      document,
      publishedAt: now,
      publishedBy: by,
      reason,
      againOf: null,
    };
    await insertPublication(db, edition.id, row);
    note({ editionId: edition.id, subjectId: row.id, detail: { number } });
    return { number };
  },
});

/**
 * Makes an earlier publication the one in force again. The draft stays as it is. What may not be shown any more is
 * not shown again either: rights are asked when pages are drawn.
 */
export const publishAgain = operation({
  name: 'site.publishAgain',
  input: v.object({ slug: v.string(), number: v.pipe(v.number(), v.integer()), reason: reason() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, edition, { number, reason }) => {
    await lockEdition(db, edition.id);
    const publications = await listPublications(db, edition.id, 10_000);
    const earlier = publications.find((one) => one.number === number);
    if (!earlier) throw missing();
    const [newest] = publications;
    if (newest!.number === number) throw invalid('This is what the site says now.');
    const row: Publication = {
      id: randomId(),
      number: newest!.number + 1,
      document: earlier.document,
      publishedAt: now,
      publishedBy: viewer.kind === 'person' ? viewer.id : null,
      reason,
      againOf: earlier.id,
    };
    await insertPublication(db, edition.id, row);
    note({ editionId: edition.id, subjectId: row.id, detail: { number: row.number, again: number } });
    return { number: row.number };
  },
});

async function draftOf(db: Db, edition: Edition, now: Date): Promise<PublishedDocument> {
  return {
    ...(await wordsInDraft(db, edition)),
    shown: (await listRecords(db, edition.id, now)).map(({ id }) => id).sort(),
  };
}

const shownIn = (...documents: PublishedDocument[]) => [...new Set(documents.flatMap(({ shown }) => shown))];

const without = (document: PublishedDocument, hidden: Set<string>): PublishedDocument => ({
  ...document,
  shown: document.shown.filter((id) => !hidden.has(id)),
});

const titlesOf = async (db: Db, { id }: Edition, now: Date) =>
  new Map((await listRecords(db, id, now)).map((record) => [record.id, record.title]));

const basisOf = (document: PublishedDocument) =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32);

async function told(db: Db, publications: Publication[], titles: Map<string, string>, hidden: Set<string>) {
  const names = await namesOf(
    db,
    publications.map(({ publishedBy }) => publishedBy),
  );
  return publications.map(({ id, number, publishedAt, publishedBy, reason, againOf, document }, at) => {
    const before = publications[at + 1];
    return {
      id,
      number,
      reason,
      at: publishedAt,
      by: (publishedBy && names.get(publishedBy)) ?? 'Salon',
      again: publications.find((one) => one.id === againOf)?.number ?? null,
      changes: before ? differences(without(before.document, hidden), without(document, hidden), titles) : [],
    };
  });
}

async function findOwned(db: Db, slug: string): Promise<(Edition & { editionId: string }) | undefined> {
  const edition = await findEdition(db, { slug });
  return edition && { ...edition, editionId: edition.id };
}

function reason() {
  return v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500, 'Keep this under 500 characters.')), '');
}
