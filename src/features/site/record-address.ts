/** Where a record and what belongs to it lie on the public site. Owns the addresses; links are made by `to`. */
import type { PublicFile, PublicRecord, Rendition } from '#app/features/works/record.ts';

type Named = Pick<PublicRecord, 'kind' | 'slug'>;

/** `2024/works/low-tide`, `2024/papers/margins-first`. */
export const recordAddress = (edition: string, { kind, slug }: Named) => `${edition}/${kind}s/${slug}`;

/** Beside its page, in a folder of its name; only a paper's PDF stands next to the page, where indexes look for it. */
export const fileAddress = (
  edition: string,
  record: Named,
  { role }: Pick<PublicFile, 'role'>,
  { name, use }: Pick<Rendition, 'name' | 'use'>,
) =>
  record.kind === 'paper' && role === 'paper' && use === 'document'
    ? `${recordAddress(edition, record)}.pdf`
    : `${recordAddress(edition, record)}/${name}`;

/** The way to the organizers, with the page that it is about. */
export const contactAddress = (edition: string, record: Named) =>
  `${edition}/contact?about=${record.kind}s/${record.slug}`;
