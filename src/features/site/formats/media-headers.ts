/** What pages and the files of a record are answered with: what creators and organizers want of machines. */
import { pageOf, paperDocument, type CitedIn } from '#app/features/works/citing/addresses.ts';
import { linkHeader, pageLinks, type TypedLink } from '#app/features/works/citing/signposting.ts';
import type { Preference } from '#app/features/works/preference.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { labels } from '#app/features/works/rights/signal-labels.ts';
import { signals } from '#app/features/works/rights/signals.ts';
import type { HeaderRule } from './headers.ts';
import { licenceAddress, policyAddress } from './tdm.ts';

export function mediaHeaders(record: PublicRecord, at: CitedIn): HeaderRule[] {
  const path = new URL(pageOf(record, at)).pathname;
  const { headers, tdmReservation } = signals(record.rights.preference);
  const reserved = {
    ...headers,
    ...(tdmReservation === 1 && { [labels.tdm.policy]: policyAddress(at.base) }),
  };
  const page = {
    Link: linkHeader([...pageLinks(record, at), licence(pageOf(record, at), at.base)]),
    ...(record.tombstone ? {} : reserved),
  };
  const back = {
    Link: linkHeader([
      { anchor: pageOf(record, at), rel: 'collection', href: pageOf(record, at), type: 'text/html' },
    ]),
  };
  const media = { ...reserved, 'X-Content-Type-Options': 'nosniff' };
  return [
    { path, headers: page },
    { path: `${path}.html`, headers: page },
    ...(record.tombstone ? [] : [{ path: `${path}/*`, headers: { ...media, ...reach(record) } }]),
    ...(paperDocument(record) ? [{ path: `${path}.pdf`, headers: { ...media, ...back } }] : []),
  ];
}

/** Of the organizers' own pages, where no record says anything. */
export const ownHeaders = (preference: Preference, base: string): [name: string, value: string][] => [
  [labels.contentUsage.header.toLowerCase(), signals(preference).contentUsage],
  ['link', linkHeader([licence(`${base}/`, base)])],
];

const licence = (anchor: string, base: string): TypedLink => ({
  anchor,
  rel: 'license',
  href: licenceAddress(base),
  type: labels.rsl.type,
});

/** Tiles are made to be opened in other people's viewers; everything else stays with its page. */
function reach({ files }: PublicRecord): Record<string, string> {
  const tiled = files.some(({ renditions }) => renditions.some(({ use }) => use === 'info'));
  return tiled
    ? { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }
    : { 'Cross-Origin-Resource-Policy': 'same-site' };
}
