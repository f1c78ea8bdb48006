/**
 * A publication: what organizers made public of their edition, once, by whom and why. Owns what waits for it (their
 * own words, and which accepted papers and works are shown) and the difference between two of them. What is in force
 * the moment it is decided, such as a call's rules and deadline or a takedown, waits for nobody and is not in here.
 */
import { diffSettings, type Change } from '#app/features/editions/diff.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { translationChanges } from './translating.ts';
import type { UsedPicture } from './pictures/picture.ts';

export interface Publication {
  id: string;
  number: number;
  document: PublishedDocument;
  publishedAt: Date;
  publishedBy: string | null;
  reason: string;
  /** The publication that this one says again. */
  againOf: string | null;
}

export interface PublishedDocument {
  settings: EditionSettings;
  /** Submissions whose record is shown, as far as it may be. */
  shown: string[];
  /** Of the organizers, with what was said of each; one that was removed since is shown no more. */
  pictures: UsedPicture[];
}

/** What a chair reads before publishing; `titles` has what may be shown, by id. */
export function differences(
  before: PublishedDocument,
  after: PublishedDocument,
  titles: Map<string, string>,
): Change[] {
  const added = after.shown.filter((id) => !before.shown.includes(id));
  const gone = before.shown.filter((id) => !after.shown.includes(id));
  const titleOf = (id: string) => titles.get(id) ?? 'A paper or work that may not be shown any more';
  return [
    ...diffSettings(
      { ...before.settings, translations: undefined },
      { ...after.settings, translations: undefined },
    ),
    ...translationChanges(before.settings.translations, after.settings.translations),
    ...diffSettings(told(before.pictures), told(after.pictures), ['Pictures']),
    ...added.map((id) => ({ where: 'Papers and works', before: null, after: titleOf(id) })),
    ...gone.map((id) => ({ where: 'Papers and works', before: titleOf(id), after: null })),
  ];
}

/** In the words that people gave them; which revision those are says nothing to anybody. */
const told = (pictures: UsedPicture[]) =>
  pictures.map(({ key, alt, credit, licence, link }) => ({ key, altText: alt, credit, licence, link }));
