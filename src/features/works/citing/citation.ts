/** What every citation says of a record, once: the formats beside this file only write it down. */
import type { PublicRecord } from '../record.ts';
import { signals } from '../rights/signals.ts';
import { homeOf, pageOf, type CitedIn } from './addresses.ts';
import { genreOf, kindOf, type Kind } from './kind.ts';
import { yearOf } from './when.ts';

export const nonArchival = 'Non-archival; no official proceedings';

export interface Citation {
  /** One in the whole installation; the same after a change of name, and an old one is an old address. */
  key: string;
  kind: Kind;
  genre: string;
  title: string;
  /** As people want to be named, in one piece: which part is the family name, nobody told us. */
  people: PublicRecord['people'];
  year: string;
  publishedOn: string;
  event: { name: string; host: string; days: string[]; url: string };
  url: string;
  summary: string;
  topics: string[];
  language: string;
  /** Of the summary. */
  wordsLanguage: string;
  /** Non-archival, award, or what a tombstone says. */
  notes: string[];
  rights: string;
  /** What the creator wants machines to do with it, in words. */
  preference: string;
}

export function citationOf(record: PublicRecord, at: CitedIn): Citation {
  const { about } = at.settings;
  const { tombstone } = record;
  return {
    key: `${at.slug}-${record.slug}`,
    kind: kindOf(record),
    genre: genreOf(record),
    title: record.title,
    people: record.people,
    year: yearOf(record),
    publishedOn: record.publishedOn,
    event: { name: about.name, host: about.host, days: [...about.days].sort(), url: homeOf(at) },
    url: pageOf(record, at),
    summary: tombstone ? '' : record.summary,
    topics: tombstone ? [] : record.topics,
    language: record.language,
    wordsLanguage: record.wordsLanguage ?? record.language,
    notes: tombstone
      ? [tombstone.words]
      : [
          ...(record.kind === 'paper' ? [nonArchival] : []),
          ...(record.award ? [`Award: ${record.award.name}`] : []),
        ],
    rights: tombstone ? '' : rightsLine(record),
    preference: tombstone ? '' : signals(record.rights.preference).usageInfo.text,
  };
}

/** Credit and licence in one line. */
export const rightsLine = ({ rights }: PublicRecord) =>
  [rights.credit, rights.licence.label].filter(Boolean).join('. ');
