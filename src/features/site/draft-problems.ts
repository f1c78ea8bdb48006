/**
 * What would be wrong on the site if the draft were published as it is: said before, in words, with the place where
 * it can be mended. Owns no refusal: whoever publishes may know better.
 */
import type { EditionSite } from './edition-pages.ts';
import { pagesOfSite } from './whole-site.ts';
import { pictureProblems, type KnownPicture } from './pictures/uses.ts';
import { textsOf } from './texts.ts';

export interface DraftProblem {
  /** Where, as people would say it: “Page ‘Access’”. */
  where: string;
  words: string;
}

/** `library` has every picture that the edition could use. */
export function draftProblems(site: EditionSite, library: KnownPicture[] = []): DraftProblem[] {
  return [...brokenLinks(site), ...pictureProblems(site, library), ...contradictions(site)];
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
  return textsOf(site).flatMap(({ where, text }) =>
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
    ...stated(text, /(?:at most|no more than|up to|maximum of|limit of)\s+(\d+|[a-z]+)\s+pages?\b/gi)
      .filter((many) => !pages.has(many))
      .map((many) => ({
        where,
        words: `This says ${many} pages; the calls say ${sayAll(pages)}. The checks go by the calls.`,
      })),
    ...stated(text, /(?:at most|no more than|up to|maximum of|limit of)\s+(\d+)\s*(?:MB|MiB|megabytes)\b/gi)
      .filter((many) => !bytes.has(many))
      .map((many) => ({
        where,
        words: `This says ${many} MB; the calls say ${sayAll(bytes)}. The checks go by the calls.`,
      })),
  ]);
}

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const stated = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)]
    .map(([, many]) => (/^\d/.test(many!) ? Number(many) : numbers.indexOf(many!.toLowerCase())))
    .filter((many) => many > 0);

const sayAll = (all: Set<number>) => [...all].sort((a, b) => a - b).join(' or ');
