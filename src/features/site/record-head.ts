/** What is said about a record beside its page: in the head, and as citations to copy. All of it comes from `citing`. */
import { bibTeX } from '#app/features/works/citing/bibtex.ts';
import { citationFiles } from '#app/features/works/citing/descriptions.ts';
import { recordJsonLd } from '#app/features/works/citing/json-ld.ts';
import { oEmbedLink } from '#app/features/works/citing/oembed.ts';
import { citationMeta, openGraph } from '#app/features/works/citing/page-meta.ts';
import { pageLinks } from '#app/features/works/citing/signposting.ts';
import { pageOf, type CitedIn } from '#app/features/works/citing/addresses.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { Citation, HeadData } from './head.ts';

/** `pairs`: what the creator asks of machines, in the words of each of them. */
export const headOf = (
  record: PublicRecord,
  at: CitedIn,
  { pairs = [] }: { pairs?: HeadData['metas'] } = {},
): HeadData => ({
  metas: [...citationMeta(record, at), ...pairs],
  properties: openGraph(record, at),
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
/** The page prints only the first; the others are files beside it. */
export function citationsOf(record: PublicRecord, at: CitedIn): Citation[] {
  if (record.tombstone) return [];
  const folder = pageOf(record, at).slice(at.base.length + 1);
  return citationFiles.map(({ name, label }, order) => ({
    label,
    text: order === 0 ? bibTeX(record, at) : '',
    file: `${folder}/${name}`,
  }));
}
