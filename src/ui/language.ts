/**
 * The language of the page that is being drawn. Owns which languages the interface itself speaks; words of the
 * interface in any other language are English. Leaves out what people wrote: that says its own language.
 */
import { getContext, setContext } from 'svelte';

export const spoken = ['en', 'fr'] as const;
export type Spoken = (typeof spoken)[number];

/** `fr-CA` is spoken as French, Arabic as English. */
export const spokenFor = (language: string): Spoken =>
  spoken.find((one) => one === language.toLowerCase().split('-')[0]) ?? 'en';

/** What runs from right to left; a script named in the tag decides before the language does. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = /-(arab|hebr|thaa|syrc|nkoo|adlm|rohg|latn|cyrl|deva)\b/i.exec(language)?.[1]?.toLowerCase();
  if (script) return ['latn', 'cyrl', 'deva'].includes(script) ? 'ltr' : 'rtl';
  return /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr';
}

/** A language in its own words: `Français`, `العربية`. */
export function nameOfLanguage(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

const key = Symbol.for('salon.language');

/** For everything inside the component that calls this. */
export const provideLanguage = (language: string) => setContext(key, spokenFor(language));

const otherKey = Symbol.for('salon.otherLanguage');

/** Texts that stand on the page in another language than its own, and in which. */
export const provideOther = (other: { language: string; texts: Set<string> } | undefined) =>
  setContext(otherKey, other);

/** The language of a text where it is not the page's; undefined says nothing, which is right nearly always. */
export function languageOf(): (text: string | undefined) => string | undefined {
  const other = getContext<{ language: string; texts: Set<string> } | undefined>(otherKey);
  return (text) => (other && text !== undefined && other.texts.has(text) ? other.language : undefined);
}

export const languageHere = (): Spoken => getContext<Spoken | undefined>(key) ?? 'en';
