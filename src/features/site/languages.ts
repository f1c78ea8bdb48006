/**
 * The pages of an edition in all its languages. Owns where those of the others lie (`2024/fr/dates` beside
 * `2024/dates`), and what tells machines that they are one page. An edition with one language pays nothing.
 */
import { spokenFor } from '#app/ui/language.ts';
import { frameOf, pagesOf, type EditionSite, type OtherSite } from './edition-pages.ts';
import type { HeadData } from './head.ts';
import type { Frame, Page } from './page.ts';
import { placeOf, twinOf } from './twins.ts';

/** What stands around a page that is drawn for one reader, in their language. Organizers' words stay as far as they are untranslated. */
export function frameIn(site: EditionSite, language: string | undefined): Frame {
  const own = [site, ...(site.others ?? [])].find(
    (one) => language === undefined || spokenFor(one.settings.about.language) === language,
  );
  const { about } = site.settings;
  const told = own ?? { ...site, settings: { ...site.settings, about: { ...about, language: language! } } };
  const isMain = !own || own === site;
  return {
    ...frameOf(told),
    ...(isMain ? {} : { within: placeOf(site.slug, told.settings.about.language) }),
  };
}

export function pagesInEveryLanguage(site: EditionSite): Page[] {
  const own = pagesOf(site);
  if (!site.others?.length) return own;
  return [
    ...own.map((page) => inEveryLanguage(page, site)),
    ...site.others.flatMap((other) => pagesOf(other).map((page) => inOther(page, site, other))),
  ];
}

/** A page in the main language, which says where it is in the others. */
export function inEveryLanguage(page: Page, site: EditionSite): Page {
  if (!site.others?.length) return page;
  const twins = twinsOf(page.address || `${site.slug}/`, site);
  const hasOwn = [page.head, page.data.head as HeadData | undefined].some((head) =>
    head?.links.some(({ rel }) => rel === 'canonical'),
  );
  return { ...page, twins, ...(hasOwn ? {} : { head: withCanonical(page.head, twins[0]!.href) }) };
}

function inOther(page: Page, site: EditionSite, other: OtherSite): Page {
  const { language } = other.settings.about;
  const twins = twinsOf(page.address, site);
  const here = twins.find((twin) => twin.language === language)!;
  const { head, ...data } = page.data as { head?: HeadData };
  const { texts } = other.untranslated;
  const found = textsOf(data).filter((text) => texts.has(text));
  return {
    ...page,
    data,
    twins,
    address: here.address,
    frame: { ...page.frame, within: placeOf(site.slug, language) },
    head: withCanonical(plainer(page.head ?? head, here.href), here.href),
    ...(found.length > 0
      ? { untranslated: { language: other.untranslated.language, texts: [...new Set(found)] } }
      : {}),
  };
}

function twinsOf(address: string, { slug, base, settings, others = [] }: EditionSite) {
  return [
    { language: settings.about.language, address },
    ...others.map(({ settings: { about } }) => ({
      language: about.language,
      address: twinOf(address, { slug, within: placeOf(slug, about.language) }),
    })),
  ].map((twin) => ({ ...twin, href: `${base}/${twin.address}` }));
}

/** Citations and the event are told once, on the page in the main language: two would be counted as two. */
const plainer = (head: HeadData | undefined, href: string): HeadData | undefined =>
  head && {
    metas: head.metas.filter(([name]) => !name.startsWith('citation_')),
    properties: head.properties.map(([name, told]) => [name, name === 'og:url' ? href : told]),
    links: head.links.filter(({ rel }) => ['license', 'alternate'].includes(rel)),
    jsonLd: null,
  };

function withCanonical(head: HeadData | undefined, href: string): HeadData {
  const { metas, properties, links, jsonLd } = head ?? { metas: [], properties: [], links: [], jsonLd: null };
  return { metas, properties, links: [{ rel: 'canonical', href }, ...links], jsonLd };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
