/**
 * Signposting: typed links by which a program finds, without reading the page, what it is, who made it, what its files
 * are and where it is described. As `Link` header of the page (level 1) and as a link set (level 2, RFC 9264).
 */
import type { PublicRecord } from '../record.ts';
import { listOf, pageOf, renditionOf, type CitedIn } from './addresses.ts';
import { descriptions } from './descriptions.ts';
import { kindOf } from './kind.ts';
import { shown } from './media.ts';

export interface TypedLink {
  anchor: string;
  rel: string;
  href: string;
  type?: string;
  profile?: string;
}

/** Of the page alone. */
export const pageLinks = (record: PublicRecord, at: CitedIn): TypedLink[] =>
  signposts(record, at).filter(({ anchor }) => anchor === pageOf(record, at));

/** Of the page, of each file and of each description. */
export function signposts(record: PublicRecord, at: CitedIn): TypedLink[] {
  const page = pageOf(record, at);
  const described = descriptions(record);
  const files = shown(record).map(({ rendition }) => ({
    href: renditionOf(record, rendition, at),
    type: rendition.mime,
  }));
  const from = (rel: string, href: string, more: { type?: string; profile?: string } = {}): TypedLink => ({
    anchor: page,
    rel,
    href,
    ...more,
  });
  return [
    from('cite-as', page),
    from('type', 'https://schema.org/AboutPage'),
    ...(record.tombstone
      ? []
      : kindOf(record).types.map((type) => from('type', `https://schema.org/${type}`))),
    ...record.people
      .filter(({ orcid }) => orcid)
      .map(({ orcid }) => from('author', `https://orcid.org/${orcid}`)),
    ...(record.rights.licence.url && !record.tombstone ? [from('license', record.rights.licence.url)] : []),
    from('collection', listOf(record.kind, at)),
    ...files.map(({ href, type }) => from('item', href, { type })),
    ...described.map(({ name, type, profile }) =>
      from('describedby', `${page}/${name}`, { type, ...(profile ? { profile } : {}) }),
    ),
    from('linkset', `${page}/linkset.json`, { type: 'application/linkset+json' }),
    ...files.map(({ href }) => ({ anchor: href, rel: 'collection', href: page, type: 'text/html' })),
    ...described.map(({ name }) => ({
      anchor: `${page}/${name}`,
      rel: 'describes',
      href: page,
      type: 'text/html',
    })),
  ];
}

/** The value of one `Link` header. A short one is kept: beyond 30 files the link set tells the rest. */
export function linkHeader(links: TypedLink[]): string {
  const items = links.filter(({ rel }) => rel === 'item').slice(30);
  return links
    .filter((link) => !items.includes(link))
    .map(({ href, ...named }) =>
      [
        `<${href}>`,
        `rel="${named.rel}"`,
        named.type && `type="${named.type}"`,
        named.profile && `profile="${named.profile}"`,
      ]
        .filter(Boolean)
        .join('; '),
    )
    .join(', ');
}

/** RFC 9264: one object for each anchor, one list for each relation. */
export function linkSet(links: TypedLink[]) {
  const anchors = [...new Set(links.map(({ anchor }) => anchor))];
  return {
    linkset: anchors.map((anchor) => {
      const own = links.filter((link) => link.anchor === anchor && link.rel !== 'linkset');
      const rels = [...new Set(own.map(({ rel }) => rel))];
      return {
        anchor,
        ...Object.fromEntries(
          rels.map((rel) => [
            rel,
            own
              .filter((link) => link.rel === rel)
              .map(({ href, type, profile }) => ({
                href,
                ...(type && { type }),
                ...(profile && { profile }),
              })),
          ]),
        ),
      };
    }),
  };
}
