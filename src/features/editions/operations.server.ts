import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { anyone, organizer } from '#app/platform/policy.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { checkSection, checkTogether } from './check.ts';
import {
  findEdition,
  findRevision,
  insertSection,
  listEditions,
  loadRevisions,
  loadSettings,
  lockEdition,
} from './queries.server.ts';
import { sections, type SectionName } from './settings.ts';

const sectionName = v.picklist(Object.keys(sections) as SectionName[]);

export const find = read({
  name: 'editions.find',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findEdition(db, { slug }),
  allow: anyone,
  run: async (_scope, edition) => edition,
});

/** Newest first. */
export const list = read({
  name: 'editions.list',
  input: v.object({}),
  allow: anyone,
  run: ({ db }) => listEditions(db),
});

/** Everything the organizers say in public, with the number of the revision of each section. */
export const settings = read({
  name: 'editions.settings',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findEdition(db, { slug }),
  allow: anyone,
  run: async ({ db }, edition) => ({
    ...(await loadSettings(db, edition)),
    revisions: await loadRevisions(db, edition.id),
  }),
});

/** The same for whoever may change it; everybody else finds no form here. */
export const edit = read({
  name: 'editions.edit',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  run: async ({ db }, edition) => ({
    ...(await loadSettings(db, edition)),
    revisions: await loadRevisions(db, edition.id),
  }),
});

/** One section, whole, on top of the revision that was read; a newer one refuses and overwrites nothing. */
export const changeSection = operation({
  name: 'editions.changeSection',
  input: v.object({
    slug: v.string(),
    section: sectionName,
    body: v.unknown(),
    revision: v.pipe(v.number(), v.integer()),
    reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  run: async ({ db, viewer, now, note }, edition, { section, body, revision, reason }) => {
    await lockEdition(db, edition.id);
    const checked = checkSection(section, body);
    if (checked.problems) throw invalid('Something in the form needs your attention.', checked.problems);
    const { settings: current } = await loadSettings(db, edition);
    const problems = checkTogether({ ...current, [section]: checked.value });
    if (section === 'about' && (checked.value as { slug: string }).slug !== edition.slug)
      problems.about.slug = 'The address of an edition stays, so that links to it keep working.';
    const own = problems[section];
    const elsewhere = Object.values(problems).flatMap((found) => Object.values(found));
    if (Object.keys(own).length > 0) throw invalid('Something in the form needs your attention.', own);
    if (elsewhere.length > 0) throw invalid(`Something else still needs this. ${elsewhere[0]}`);
    const { revision: newest } = await findRevision(db, edition.id, section);
    if (newest !== revision) {
      throw stale(
        'Somebody else changed this since you opened it. Nothing of yours is lost: compare, then save again.',
      );
    }
    const by = viewer.kind === 'person' ? viewer.id : null;
    const made = await insertSection(db, {
      editionId: edition.id,
      name: section,
      body: checked.value,
      at: now,
      by,
      reason,
    });
    note({ editionId: edition.id, subjectId: edition.id, detail: { section, revision: made, reason } });
    return { revision: made };
  },
});

async function findOwned(db: Db, slug: string) {
  const edition = await findEdition(db, { slug });
  return edition && { ...edition, editionId: edition.id };
}
