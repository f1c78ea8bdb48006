/**
 * What organizers say in further languages: for each, texts by their path, each with the words that it translates.
 * So it is known which are missing and which were left behind when the words changed.
 */
import type { EditionSettings, Section } from './settings.ts';
import type { Text } from './texts.ts';

export type Translated = Section<'translations'>[number]['texts'][number];

/** Languages beside the main one, in the order of their switch. Settings of an older Salon have none. */
export const otherLanguages = ({ about }: Pick<EditionSettings, 'about'>): string[] =>
  (about.otherLanguages ?? []).filter((one) => one.toLowerCase() !== about.language.toLowerCase());

/** Of the languages that are shown; another that was switched off keeps its texts for later. */
export const shownTranslations = (
  settings: Pick<EditionSettings, 'about'> & Partial<Pick<EditionSettings, 'translations'>>,
): Section<'translations'> => {
  const shown = otherLanguages(settings).map((one) => one.toLowerCase());
  return (settings.translations ?? []).filter(({ key }) => shown.includes(key.toLowerCase()));
};

/** By path; empty where nothing was translated yet. */
export function translationsIn(
  { translations = [] }: Partial<Pick<EditionSettings, 'translations'>>,
  language: string,
): Map<string, Translated> {
  const found = translations.find(({ key }) => key.toLowerCase() === language.toLowerCase());
  return new Map(found?.texts.map((one) => [one.key, one]));
}

export type TranslationState = 'missing' | 'behind' | 'done';

export const stateOf = (
  { text }: Pick<Text, 'text'>,
  translated: Translated | undefined,
): TranslationState => (!translated?.text.trim() ? 'missing' : translated.of === text ? 'done' : 'behind');
