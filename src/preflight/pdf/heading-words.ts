/** Owns the words by which headings are known, in several languages, written without marks and in lower case. */
import { appendixHeadings, checklistHeadings, referenceHeadings, thanksHeadings } from './heading-lists.ts';

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What a heading says, without its number, its case and its marks; null for what is too long for one. */
export function headingText(text: string): string | null {
  if (text.length > 80) return null;
  const whole = plain(text).trim();
  const bare = (letterspaced.test(whole) ? whole.replace(/(?<=\p{L}) (?=\p{L})/gu, '') : whole)
    .replace(/^(section|chapter|kapitel|abschnitt)\s+/, '')
    .replace(
      /^(\(?([0-9]{1,2}|[ivx]{1,5}|[a-z])([.)]([0-9]{1,2})?)*[.):]?\s+|§\s*|\d{1,2}\.?(?=\p{L}{4}))/u,
      '',
    )
    .replace(/[\s.:—–-]+$/, '')
    // Small capitals are often set letter by letter.
    .replace(/^(\p{L})\s(?=\p{L}{4,}$)/u, '$1');
  return bare === '' ? null : bare;
}

/** "5. R E F E R E N C E S": letters with spaces between them, after a number perhaps. */
const letterspaced = /^(?:[\divx]{1,4}[.)]? )?(?:\p{L} ){5,}\p{L}[.:]?$/u;

/** Compared without spaces: letterspaced and small capitals come with spaces of their own. */
const tight = (text: string) => text.replace(/\s+/g, '');
const lists = (all: readonly string[]) =>
  all.flatMap((text) => text.split('|').map((one) => plain(one.trim())));
const tightly = (all: readonly string[]) => new Set(lists(all).map(tight));
const references = tightly(referenceHeadings);
const acknowledgements = tightly(thanksHeadings);
const checklist = tightly(checklistHeadings);
/** A letter may follow where the script has no cases: 附录A. */
const whole = (word: string) => (/\p{Lo}$/u.test(word) ? word : `${word}(?!\\p{Ll})`);
const appendixWords = new RegExp(`^(${lists(appendixHeadings).map(whole).join('|')})`, 'u');

/** English phrases are endless: all of their words are of these, and one at least is of the first kind. */
const speaking =
  'references?|referenced|bibliography|bibliographies|bibliographic|bibliographical|literature|sources?|citations?|cited|consulted|furtherreadings?|(?:suggested|recommended|additional)readings?';
const accompanying =
  'and|of|the|list|notes?|works?|texts?|selected|select|further|additional|suggested|recommended|readings?|primary|secondary|general|key|main|other|full|complete|annotated|short|brief|printed|print|online|web';
const phrase = new RegExp(`^(?:${accompanying})*(?:${speaking})(?:${speaking}|${accompanying})*$`);

const isPhraseOfReferences = (bare: string) => bare.length < 60 && phrase.test(bare.replace(/[&+,/()]/g, ''));

/** Parts of words by which a heading of one's own making still speaks of references. */
const parts =
  /\b(referenc|bibliograph|bibliograf|literatur|quellen|works cited|cited|sources\b|riferiment|filmograph|discograph|webograph|sitograf|further reading|works? consulted)/;

/** ACM papers say on their first page how to cite them: “ACM Reference Format”. */
const howToCite = /reference format|citation format|how to cite/;

/** Whether a short heading has such a word in it. Weaker than headingKind: what follows must prove it. */
export function speaksOfReferences(text: string): boolean {
  const words = headingText(text);
  return (
    words !== null &&
    words.length < 60 &&
    words.split(' ').length <= 6 &&
    parts.test(words) &&
    !howToCite.test(words)
  );
}

export type HeadingKind = 'references' | 'acknowledgements' | 'checklist' | 'appendix';

/** What kind of uncounted part a line would open, if it is a heading at all. */
export function headingKind(text: string): HeadingKind | null {
  return kindAsRead(text) ?? (rightToLeft.test(text) ? kindAsRead(inOrder(text)) : null);
}

/** Letters of what is written from right to left may stand on the page, and in its drawing, the other way round. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A heading as it is read: turned where only the other direction makes sense. */
export function inOrder(text: string): string {
  return rightToLeft.test(text) && kindAsRead(text) === null ? [...text].reverse().join('') : text;
}

function kindAsRead(text: string): HeadingKind | null {
  const words = headingText(text);
  if (words === null) return null;
  const bare = tight(words);
  if (references.has(bare) || references.has(tight(plain(text))) || isPhraseOfReferences(bare))
    return 'references';
  if (acknowledgements.has(bare)) return 'acknowledgements';
  if (checklist.has(bare)) return 'checklist';
  return appendixWords.test(words) && words.length < 60 ? 'appendix' : null;
}
