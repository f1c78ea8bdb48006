/**
 * Pages that stand in for what only the running application answers, where the site lies as plain files: signing in,
 * handing in, contact, the interest list. Each says so.
 */
import { homePage, type EditionSite } from './edition-pages.ts';
import type { Page } from './page.ts';
import { wordsIn } from './words/words.ts';

export function standIns(editions: EditionSite[]): Page[] {
  const [newest] = editions;
  if (!newest) return [];
  const ofEditions = editions.flatMap((site) => [
    ...site.calls.map(({ key }) => page(site, `${site.slug}/calls/${key}/begin`)),
    page(site, `${site.slug}/contact/send`),
    page(site, `${site.slug}/interest`),
  ]);
  return ['needs-salon', 'my', 'sign-in', ...(newest.demo ? ['demo/clock', 'inbox'] : [])]
    .map((address) => page(newest, address))
    .concat(ofEditions);
}

function page(site: EditionSite, address: string): Page {
  const { frame } = homePage(site, '');
  const title = wordsIn(frame.language).titles.needsSalon;
  const live = `${site.base}/${address}`;
  return { address, title, component: 'StandIn', description: '', frame, data: { title, live } };
}
