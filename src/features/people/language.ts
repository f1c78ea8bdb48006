/**
 * Which language a page that is answered live speaks, and a letter. Owns the order in which wishes count (decision
 * 17). Leaves out fixed pages, whose address says it, and what people wrote, which says its own language.
 */
import { spoken, spokenFor, type Spoken } from '#app/ui/language.ts';

export interface Wishes {
  /** Chosen in one's account. */
  own?: string | null | undefined;
  /** Carried by the address: a page in French leads on in French. */
  asked?: string | null | undefined;
  /** In this browser, from the last address that carried one. */
  remembered?: string | null | undefined;
  /** What the browser sends about its owner. */
  accepted?: string | null | undefined;
  /** Those of the edition that is asked, the main one first; none where no edition is. */
  edition?: readonly string[];
}

/** Under the address of an edition nobody is answered in a language that it does not have, unless they chose it. */
export function languageOfPage({ own, asked, remembered, accepted, edition = [] }: Wishes): Spoken {
  const offered = edition.length > 0 ? [...new Set(edition.map(spokenFor))] : spoken;
  const among = (tag: string | null | undefined) => offered.find((one) => one === known(tag));
  return (
    known(own) ??
    among(asked) ??
    among(remembered) ??
    firstAccepted(accepted, among) ??
    spokenFor(edition[0] ?? 'en')
  );
}

/** `fr-CA` is known as French; what the interface does not speak is not known. */
export const known = (tag: string | null | undefined): Spoken | undefined =>
  spoken.find((one) => one === tag?.toLowerCase().split('-')[0]);

/** A header that somebody else writes: read as far as a browser would ever fill it. */
function firstAccepted(header: string | null | undefined, among: (tag: string) => Spoken | undefined) {
  const wished = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((one) => {
      const [tag = '', weight] = one.trim().split(/\s*;\s*q\s*=\s*/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wished.map(({ tag }) => among(tag)).find(Boolean);
}

/** A link in a letter, which leads to a page in the language of the letter. */
export const linkIn = (language: Spoken, url: string): string =>
  language === 'en' ? url : `${url}${url.includes('?') ? '&' : '?'}lang=${language}`;
