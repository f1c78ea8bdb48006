/** What is said about a record beside its page: in the head, and as citations to copy. All of it comes from `citing`. */
import { facesOf } from '#app/features/works/citing/faces.ts';
import { recordJsonLd } from '#app/features/works/citing/json-ld.ts';
import { oEmbedLink } from '#app/features/works/citing/oembed.ts';
import { citationMeta, openGraph, type SocialPicture } from '#app/features/works/citing/page-meta.ts';
import { pageLinks } from '#app/features/works/citing/signposting.ts';
import type { CitedIn } from '#app/features/works/citing/addresses.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { Citation, HeadData } from './head.ts';

/** `pairs`: what the creator asks of machines, in the words of each of them. */
export const headOf = (
  record: PublicRecord,
  at: CitedIn,
  { pairs = [], social = null }: { pairs?: HeadData['metas']; social?: SocialPicture | null } = {},
): HeadData => ({
  metas: [...citationMeta(record, at), ...pairs],
  properties: openGraph(record, at, social),
  links: [
    ...pageLinks(record, at)
      .filter(({ rel }) => headed.includes(rel))
      .map(({ rel, href, type }) => ({ rel, href, ...(type ? { type } : {}) })),
    oEmbedLink(record, at),
  ],
  jsonLd: record.tombstone ? null : JSON.stringify(recordJsonLd(record, at)),
});

/** The rest of the links is told by the header and the link set. */
const headed = ['cite-as', 'license', 'describedby', 'linkset'];

const labels: [ending: string, label: string][] = [
  ['/cite.bib', 'BibTeX'],
  ['/cite.ris', 'RIS'],
  ['/cite.json', 'CSL-JSON'],
];

/** The page prints only the first; the others are files beside it. */
export function citationsOf(record: PublicRecord, at: CitedIn): Citation[] {
  if (record.tombstone) return [];
  const faces = facesOf(record, at);
  return labels.flatMap(([ending, label], order) => {
    const face = faces.find(({ address }) => address.endsWith(ending));
    return face ? [{ label, text: order === 0 ? face.text : '', file: face.address }] : [];
  });
}
