/** What organizers do with the pictures of their edition: bring, describe, remove, look. */
import * as v from 'valibot';
import { findCalls } from '#app/features/calls/queries.server.ts';
import type { Edition } from '#app/features/editions/edition.ts';
import { isFrozen } from '#app/features/editions/freeze-queries.server.ts';
import { findEdition, loadSettings, lockEdition } from '#app/features/editions/queries.server.ts';
import { shortName } from '#app/features/editions/form.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, late, missing, stale } from '#app/platform/refusal.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { inForce } from '../gathering.server.ts';
import { drawWhole } from './making.server.ts';
import { pictureLine, statement, wordsForm, type PictureFile, type PictureWords } from './picture.ts';
import {
  insertPicture,
  insertWords,
  listFiles,
  listPictures,
  removePicture,
  takenKeys,
  type LibraryPicture,
} from './queries.server.ts';
import { pictureUses } from './uses.ts';

const slug = v.string();
const key = v.string();

/** The library, newest first, with where each picture is used. */
export const library = read({
  name: 'pictures.library',
  input: v.object({ slug }),
  subject: ({ db }, input) => findOwned(db, input.slug),
  allow: organizer,
  run: async ({ db }, edition) => {
    const pictures = await listPictures(db, edition.id);
    const uses = await usesIn(db, edition);
    const names = await namesOf(
      db,
      pictures.flatMap(({ addedBy, words }) => [addedBy, words?.saidBy ?? null]),
    );
    const nameOf = (id: string | null) => (id && names.get(id)) ?? 'Salon';
    return pictures.map(({ addedBy, sourceSha256: _original, words, ...one }) => ({
      ...one,
      by: nameOf(addedBy),
      words: words && { ...words, saidBy: nameOf(words.saidBy) },
      line: words && pictureLine(one.key, words.alt),
      uses: uses.get(one.key) ?? [],
    }));
  },
});

/** Asked before the bytes of an upload are read. */
export const mayBring = read({
  name: 'pictures.mayBring',
  input: v.object({ slug }),
  subject: ({ db }, input) => findOwned(db, input.slug),
  allow: organizer,
  run: async ({ db }, edition) => assertOpen(db, edition),
});

const file = v.custom<PictureFile>((given) => typeof given === 'object');

/** `name` is what the file was called; its short name is made from it. */
export const bring = operation({
  name: 'pictures.bring',
  input: v.object({
    slug,
    name: v.string(),
    sha256: v.string(),
    width: v.number(),
    height: v.number(),
    files: v.array(file),
    stated: v.literal(true, 'Tick that you may publish it.'),
  }),
  subject: ({ db }, input) => findOwned(db, input.slug),
  allow: organizer,
  run: async ({ db, viewer, now, note }, edition, { name, sha256, width, height, files }) => {
    await lockEdition(db, edition.id);
    await assertOpen(db, edition);
    const own = freeKey(
      shortName(name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')),
      await takenKeys(db, edition.id),
    );
    const id = randomId();
    const brought = { addedAt: now, addedBy: personOf(viewer), statement };
    const picture = { id, editionId: edition.id, key: own, sourceSha256: sha256, width, height, ...brought };
    await insertPicture(db, picture, files);
    note({ editionId: edition.id, subjectId: id, detail: { key: own, statement } });
    return { key: own };
  },
});

const describing = v.intersect([v.object({ slug, key, revision: v.number() }), wordsForm]);
type Describing = v.InferInput<typeof describing>;

/** What a picture shows and who made it. Its credit lies inside of it too, so a new one draws it anew. */
export async function describe(context: Context, input: Describing): Promise<{ revision: number }> {
  const { source, words, files } = await describable(context, input);
  const { alt: _alt, ...inside } = wordsIn(input);
  const same = words && JSON.stringify(inside) === JSON.stringify({ ...wordsIn(words), alt: undefined });
  const drawn = same ? files : (await drawWhole(source, { alt: '', ...inside })).files;
  return sayWords(context, { ...input, files: drawn });
}

const describable = read({
  name: 'pictures.describable',
  input: describing,
  subject: ({ db }, input) => findPicture(db, input),
  allow: organizer,
  run: async ({ db }, { edition, picture: { id, sourceSha256: source, words } }) => {
    await assertOpen(db, edition);
    return { source, words, files: words ? await listFiles(db, id, words.revision) : [] };
  },
});

const sayWords = operation({
  name: 'pictures.describe',
  input: v.intersect([v.object({ files: v.array(file) }), describing]),
  subject: ({ db }, input) => findPicture(db, input),
  allow: organizer,
  run: async ({ db, viewer, now, note }, { edition }, input) => {
    await lockEdition(db, edition.id);
    await assertOpen(db, edition);
    const { picture } = (await findPicture(db, input)) ?? {};
    if (!picture) throw missing();
    if ((picture.words?.revision ?? 0) !== input.revision)
      throw stale('Somebody else described this picture since you opened it. Compare, then save again.');
    const revision = input.revision + 1;
    const words = { ...wordsIn(input), revision, saidAt: now, saidBy: personOf(viewer) };
    await insertWords(db, picture.id, words, input.files);
    note({ editionId: edition.id, subjectId: picture.id, detail: { key: picture.key, revision } });
    return { revision };
  },
});

/** Only what no page uses, neither in the draft nor as it is public. */
export const remove = operation({
  name: 'pictures.remove',
  input: v.object({ slug, key }),
  subject: ({ db }, input) => findPicture(db, input),
  allow: organizer,
  run: async ({ db, viewer, now, note }, { edition, picture }) => {
    await lockEdition(db, edition.id);
    await assertOpen(db, edition);
    const uses = (await usesIn(db, edition)).get(picture.key) ?? [];
    if (uses.length > 0)
      throw invalid(
        `This picture is in use: ${uses.join('; ')}. Take it out there, publish that, then remove it.`,
      );
    await removePicture(db, picture.id, now, personOf(viewer));
    note({ editionId: edition.id, subjectId: picture.id, detail: { key: picture.key } });
  },
});

/** A middle-sized one for the desk. */
export const look = read({
  name: 'pictures.look',
  input: v.object({ slug, key }),
  subject: ({ db }, input) => findPicture(db, input),
  allow: organizer,
  run: async ({ db }, { picture: { id, words } }) => {
    const files = await listFiles(db, id, words?.revision ?? 0);
    const webp = files.filter(({ mime }) => mime === 'image/webp');
    const found = webp.findLast(({ width }) => width <= 960) ?? webp[0];
    if (!found) throw missing();
    return found;
  },
});

/** By key: where it stands in the draft, and where the site shows it now. */
async function usesIn(db: Db, edition: Edition): Promise<Map<string, string[]>> {
  const calls = (await findCalls(db, { editionId: edition.id })).map(({ settings }) => settings);
  const { settings } = await loadSettings(db, edition);
  const published = await inForce(db, edition);
  const draft = pictureUses({ settings, calls });
  const all = [
    ...draft,
    ...pictureUses({ settings: published.settings, calls: [] })
      .filter((one) => !draft.some(({ key: own, where }) => own === one.key && where === one.where))
      .map((one) => ({ ...one, where: `${one.where} (as published)` })),
  ];
  const byKey = Map.groupBy(all, (one) => one.key);
  return new Map([...byKey].map(([own, uses]) => [own, [...new Set(uses.map(({ where }) => where))]]));
}

async function findPicture(
  db: Db,
  input: { slug: string; key: string },
): Promise<{ editionId: string; edition: Edition; picture: LibraryPicture } | undefined> {
  const edition = await findOwned(db, input.slug);
  const picture = edition && (await listPictures(db, edition.id)).find((one) => one.key === input.key);
  return picture && { editionId: edition.id, edition, picture };
}

async function findOwned(db: Db, given: string) {
  const edition = await findEdition(db, { slug: given });
  return edition && { ...edition, editionId: edition.id };
}

async function assertOpen(db: Db, { id }: Edition): Promise<void> {
  if (await isFrozen(db, id)) throw late('This edition is archived, so its pictures stay as they are.');
}

function freeKey(wanted: string, taken: Set<string>): string {
  const base = wanted || 'picture';
  let own = base;
  for (let more = 2; taken.has(own); more++) own = `${base.slice(0, 58)}-${more}`;
  return own;
}

const wordsIn = ({ alt = '', credit = '', licence = '', link = '' }: Partial<PictureWords>) => ({
  alt: alt.trim(),
  credit: credit.trim(),
  licence: licence.trim(),
  link: link.trim(),
});

const personOf = (viewer: Viewer) => (viewer.kind === 'person' ? viewer.id : null);
