/**
 * Translating at the desk: every text of an edition beside its translation, and what was typed as settings. Promises
 * that what stands on a part of the form changes nothing on the others, and that a translation left alone stays
 * marked as left behind until somebody says that it is still right.
 */
import type { CallSettings } from '#app/features/calls/settings.ts';
import { sayKey, type Change } from '#app/features/editions/diff.ts';
import type { EditionSettings, Section } from '#app/features/editions/settings.ts';
import { stateOf, translationsIn, type TranslationState } from '#app/features/editions/translations.ts';
import { nameOfLanguage } from '#app/ui/language.ts';
import { allTexts } from './other-languages.ts';

export interface TranslationRow {
  path: string;
  /** `About › Tagline`. */
  where: string;
  text: string;
  translation: string;
  state: TranslationState;
  /** The words that it was made from, where they changed since. */
  madeFrom: string;
}

export function translationRows(
  settings: EditionSettings,
  calls: CallSettings[],
  language: string,
  pictures: Parameters<typeof allTexts>[2] = [],
): TranslationRow[] {
  const known = translationsIn(settings, language);
  return allTexts(settings, calls, pictures).map(({ path, text }) => {
    const translated = known.get(path);
    const state = stateOf({ text }, translated);
    return {
      path,
      where: sayPath(path),
      text,
      state,
      translation: translated?.text ?? '',
      madeFrom: state === 'behind' ? translated!.of : '',
    };
  });
}

/** The section with what was typed, by path; `kept` are those that are still right as they are. */
export function withTranslations(
  settings: EditionSettings,
  rows: TranslationRow[],
  language: string,
  { typed, kept }: { typed: Map<string, string>; kept: Set<string> },
): Section<'translations'> {
  const known = translationsIn(settings, language);
  const texts = rows.flatMap(({ path, text }) => {
    const before = known.get(path);
    const now = (typed.get(path) ?? before?.text ?? '').replaceAll('\r\n', '\n').trim();
    if (now === '') return [];
    const isLeft = before !== undefined && before.text === now && !kept.has(path);
    return [{ key: path, of: isLeft ? before.of : text, text: now }];
  });
  const others = (settings.translations ?? []).filter(({ key }) => key !== language);
  return [...others, { key: language, texts }];
}

/** What differs between two publications, text by text. */
export function translationChanges(
  before: Section<'translations'> = [],
  after: Section<'translations'> = [],
): Change[] {
  const languages = [...new Set([...before, ...after].map(({ key }) => key))];
  return languages.flatMap((language) => {
    const [was, is] = [before, after].map((translations) => translationsIn({ translations }, language));
    return [...new Set([...was!.keys(), ...is!.keys()])]
      .map((path) => ({
        where: `Translations › ${nameOfLanguage(language)} › ${sayPath(path)}`,
        before: was!.get(path)?.text ?? null,
        after: is!.get(path)?.text ?? null,
      }))
      .filter((change) => change.before !== change.after);
  });
}

/** `about.tagline` as `About › Tagline`. */
export const sayPath = (path: string) => path.split('.').map(sayKey).join(' › ');
