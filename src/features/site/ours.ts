/**
 * “Is this one of ours?”: the list that a visitor's browser compares a picture with. Owns what stands in it: marks of
 * pictures whose people opted in, and what to say where one fits. Leaves out how marks are made (`likeness.ts`).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PublicRecord } from '#app/features/works/record.ts';
import { linkBetween } from './addresses.ts';
import { contactAddress, recordAddress } from './record-address.ts';
import { dataScript } from './search.ts';

export interface OursEntry {
  marks: string[];
  title: string;
  credit: string;
  /** From the page that asks. */
  page: string;
  contact: string;
}

export const oursPage = (slug: string) => `${slug}/works/ours`;

/** What has been taken down, and whoever did not opt in, is not in it. */
export const oursIn = (slug: string, records: readonly PublicRecord[]): OursEntry[] =>
  records.flatMap((record) => {
    const marks = record.files.flatMap(({ likeness }) => (likeness ? [likeness] : []));
    if (record.tombstone || marks.length === 0) return [];
    const link = (address: string) => linkBetween(oursPage(slug), address);
    const { title, rights } = record;
    const page = link(recordAddress(slug, record));
    const contact = link(contactAddress(slug, record));
    return [{ marks: [...new Set(marks)], title, credit: rights.credit, page, contact }];
  });

export const oursScript = (entries: readonly OursEntry[]): string => dataScript('salonOurs', entries);

/** Named after what is in it, so that browsers may keep it. */
export const oursAddress = (slug: string, records: readonly PublicRecord[]): string =>
  `assets/ours-${slug}.${bytesToHex(sha256(utf8ToBytes(oursScript(oursIn(slug, records))))).slice(0, 10)}.js`;
