/** The search index of an edition as a file, named after what is in it so that browsers may keep it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PublicRecord } from '#app/features/works/record.ts';
import { searchIndex, searchScript } from './search.ts';

export const searchText = (records: readonly PublicRecord[]) => searchScript(searchIndex(records));

export const searchAddress = (slug: string, records: readonly PublicRecord[]) =>
  `assets/search-${slug}.${bytesToHex(sha256(utf8ToBytes(searchText(records)))).slice(0, 10)}.js`;
