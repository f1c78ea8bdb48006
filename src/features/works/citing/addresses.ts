/** Where a record and its files stand on the site, absolute: made from the installation's address alone. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import type { PublicFile, PublicRecord, Rendition } from '../record.ts';

/** The edition that a record is cited in. */
export interface CitedIn {
  /** Of the installation, without a slash at its end. */
  base: string;
  /** Of the edition. */
  slug: string;
  /** No more of it than citations say: whatever else changes, none of them is written again. */
  settings: { about: Pick<EditionSettings['about'], 'name' | 'days' | 'host' | 'language' | 'contactEmail'> };
}

/** With all that is published of it, for whoever tells of the edition itself. */
export interface CitedEdition extends CitedIn {
  settings: EditionSettings;
}

export const homeOf = ({ base, slug }: CitedIn) => `${base}/${slug}/`;

/** The papers or the works of an edition. */
export const listOf = (kind: PublicRecord['kind'], { base, slug }: CitedIn) =>
  `${base}/${slug}/${kind === 'paper' ? 'papers' : 'works'}`;

/** The canonical address of a page has no ending. */
export const pageOf = (record: PublicRecord, at: CitedIn) => `${listOf(record.kind, at)}/${record.slug}`;

/** Beside the page, in the folder of the same name. */
export const besideOf = (record: PublicRecord, name: string, at: CitedIn) =>
  `${pageOf(record, at)}/${name.split('/').map(encodeURIComponent).join('/')}`;

/** A paper's own PDF stands in the folder of its page, where indexers of papers look for it. */
export const renditionOf = (record: PublicRecord, rendition: Rendition, at: CitedIn) =>
  rendition === paperDocument(record) ? `${pageOf(record, at)}.pdf` : besideOf(record, rendition.name, at);

export function paperDocument(record: PublicRecord): Rendition | null {
  if (record.kind !== 'paper' || record.tombstone) return null;
  return documentOf(record.files.find(({ role }) => role === 'paper')) ?? null;
}

const documentOf = (file: PublicFile | undefined) =>
  file?.renditions.find(({ use, mime }) => use === 'document' && mime === 'application/pdf');

/**
 * By what feeds and harvesters know it for ever, whatever its title and address become. Of the hand-in's own number
 * it tells nothing.
 */
export const lastingName = ({ id }: PublicRecord) =>
  bytesToHex(sha256(new TextEncoder().encode(`public record ${id}`))).slice(0, 16);
