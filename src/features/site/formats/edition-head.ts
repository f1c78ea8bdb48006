/** What an edition's own page says to machines in its head: the event, its feed, and a card for links to it. */
import { homeOf, type CitedEdition } from '#app/features/works/citing/addresses.ts';
import { opening } from '#app/features/works/citing/page-meta.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { HeadData } from '../head.ts';
import { wordsIn } from '../words/words.ts';
import { eventJsonLd, type PictureOf } from './event.ts';
import { feedAddress } from './machine-files.ts';

export function editionHead(
  at: CitedEdition,
  records: PublicRecord[],
  pictureOf: PictureOf = () => undefined,
): HeadData {
  const { about } = at.settings;
  const properties: HeadData['properties'] = [
    ['og:title', about.name],
    ['og:type', 'website'],
    ['og:url', homeOf(at)],
    ['og:site_name', about.name],
    ['og:description', opening(about.tagline || about.summary)],
    ['og:locale', about.language],
  ];
  return {
    metas: [],
    properties: properties.filter(([, content]) => content !== ''),
    links: [
      { rel: 'canonical', href: homeOf(at) },
      {
        rel: 'alternate',
        href: `${at.base}/${feedAddress(at.slug)}`,
        type: 'application/atom+xml',
        title: wordsIn(about.language).newsOf(about.name),
      },
    ],
    jsonLd: JSON.stringify(eventJsonLd(at, records, pictureOf)),
  };
}
