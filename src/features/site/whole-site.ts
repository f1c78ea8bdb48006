/**
 * The whole public site as pages and files, from everything that is published. Owns what stands at the root: the
 * newest edition, and the series once there are several.
 */
import { sayDays } from '#app/features/calls/dates.ts';
import { brief } from './descriptions.ts';
import { homePage, type EditionSite } from './edition-pages.ts';
import { inEveryLanguage, pagesInEveryLanguage } from './languages.ts';
import type { Page } from './page.ts';
import { wordsIn } from './words/words.ts';

/** Editions come newest first. */
export function pagesOfSite(editions: EditionSite[]): Page[] {
  const [newest] = editions;
  if (!newest) return [];
  const pages = [inEveryLanguage(homePage(newest, ''), newest), ...editions.flatMap(pagesInEveryLanguage)];
  if (editions.length === 1) return pages;
  const all = [...pages, series(editions)];
  for (const page of all) page.frame = { ...page.frame, series: true };
  return all;
}

function series(editions: EditionSite[]): Page {
  const { frame } = homePage(editions[0]!, '');
  const { titles, described } = wordsIn(frame.language);
  const title = titles.editions;
  return {
    address: 'editions',
    title,
    component: 'Series',
    description: brief(described.editions(editions.map(({ settings }) => settings.about.name).join(', '))),
    frame,
    data: {
      title,
      editions: editions.map(({ slug, settings: { about } }) => ({
        slug,
        name: about.name,
        when: sayDays(about.days[0]!, about.days.at(-1)!, frame.language),
        where: about.host,
      })),
    },
  };
}
