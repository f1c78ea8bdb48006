/**
 * What would be wrong on the site if the draft were published as it is: said before, in words, with the place where
 * it can be mended. Owns no refusal: whoever publishes may know better.
 */
import type { EditionSite } from './edition-pages.ts';
import { shownTranslations } from '#app/features/editions/translations.ts';
import { nameOfLanguage } from '#app/ui/language.ts';
import { allTexts } from './other-languages.ts';
import { sayPath } from './translating.ts';
import { pagesOfSite } from './whole-site.ts';
import { pictureProblems, type KnownPicture } from './pictures/uses.ts';
import { addressesOf, textsOf } from './texts.ts';

export interface DraftProblem {
  /** Where, as people would say it: “Page ‘Access’”. */
  where: string;
  words: string;
}

/** `library` has every picture that the edition could use. */
export function draftProblems(site: EditionSite, library: KnownPicture[] = []): DraftProblem[] {
  return [
    ...brokenLinks(site),
    ...pictureProblems(site, library),
    ...contradictions(site),
    ...leftBehind(site),
  ];
}

/** What a translation says of words that changed since: readers of the two languages would be told different things. */
function leftBehind({ settings, pictures }: EditionSite): DraftProblem[] {
  const texts = new Map(allTexts(settings, [], pictures).map(({ path, text }) => [path, text]));
  return shownTranslations(settings).flatMap(({ key, texts: translated }) =>
    translated
      .filter(({ key: path, of }) => texts.has(path) && texts.get(path) !== of)
      .map(({ key: path }) => ({
        where: `Translations › ${nameOfLanguage(key)} › ${sayPath(path)}`,
        words:
          'The words it translates have changed since. Translate them anew, or say that it is still right.',
      })),
  );
}

/** Addresses that only the running application answers. */
const live = ['', 'my', 'sign-in', 'editions', 'oai', 'robots.txt', 'sitemap.xml'];

/** Links within the site that lead to nothing. */
function brokenLinks(site: EditionSite): DraftProblem[] {
  const { slug, calls } = site;
  const known = new Set([
    ...live,
    slug,
    `${slug}/interest`,
    `${slug}/contact/send`,
    `${slug}/feed.atom`,
    ...calls.map(({ key }) => `${slug}/calls/${key}/begin`),
    ...pagesOfSite([site]).map(({ address }) => address),
  ]);
  const leads = (link: string) => {
    const path = link
      .slice(1)
      .replace(/[?#].*$/s, '')
      .replace(/\.html$/, '');
    return known.has(path) || known.has(path.replace(/\/$/, '')) || known.has(`${path}/`);
  };
  const own = `${site.base}/`;
  const asLinks = addressesOf(site).map(({ where, url }) => ({
    where,
    text: url.startsWith(own) ? `](/${url.slice(own.length)})` : '',
  }));
  return [...textsOf(site), ...asLinks].flatMap(({ where, text }) =>
    [...text.matchAll(/\]\((\/(?!\/)[^\s)]*)/g)]
      .map(([, link]) => link!)
      .filter((link) => !leads(link))
      .map((link) => ({ where, words: `The link to ${link} leads nowhere.` })),
  );
}

/** A page that names another number of pages or megabytes than the calls do, beside the word that names the limit. */
function contradictions(site: EditionSite): DraftProblem[] {
  const limits = site.calls.flatMap(({ rules }) =>
    rules.kind === 'paper' ? { pages: [rules.maxBodyPages] } : { pages: [rules.descriptionMaxPages] },
  );
  const pages = new Set(limits.flatMap((one) => one.pages));
  const bytes = new Set(site.calls.map(({ rules }) => Math.round(rules.maxBytes / 1_048_576)));
  if (pages.size === 0) return [];
  return textsOf(site).flatMap(({ where, text }) => [
    ...stated(text, inPages)
      .filter((many) => !pages.has(many))
      .map((many) => ({
        where,
        words: `This says ${many} pages; the calls say ${sayAll(pages)}. The checks go by the calls.`,
      })),
    ...stated(text, inMegabytes)
      .filter((many) => !bytes.has(many))
      .map((many) => ({
        where,
        words: `This says ${many} MB; the calls say ${sayAll(bytes)}. The checks go by the calls.`,
      })),
  ]);
}

/** English and French, the languages that we speak. */
const most =
  "at most|no more than|up to|maximum of|limit of|au plus|au maximum|maximum de|pas plus de|jusqu[’']à|limite de";
const inPages = new RegExp(`(?:${most})\\s+(\\d+|\\p{L}+)\\s+pages?(?!\\p{L})`, 'giu');
const inMegabytes = new RegExp(
  `(?:${most})\\s+(\\d+)\\s*(?:MB|MiB|megabytes|Mo|mégaoctets)(?!\\p{L})`,
  'giu',
);

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const nombres = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'];

const stated = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, many]) => numberIn(many!.toLowerCase())).filter((many) => many > 0);

const numberIn = (word: string) =>
  /^\d/.test(word) ? Number(word) : Math.max(numbers.indexOf(word), nombres.indexOf(word));

const sayAll = (all: Set<number>) => [...all].sort((a, b) => a - b).join(' or ');
