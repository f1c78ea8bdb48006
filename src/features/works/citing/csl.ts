/** CSL-JSON, which reference managers and citation processors read: a list of one item. */
import type { PublicRecord } from '../record.ts';
import type { CitedIn } from './addresses.ts';
import { citationOf, nonArchival } from './citation.ts';
import { datePartsOf } from './when.ts';

export function cslJson(record: PublicRecord, at: CitedIn): Record<string, unknown>[] {
  const cited = citationOf(record, at);
  const { days, name, host } = cited.event;
  return [
    filled({
      id: cited.key,
      type: cited.kind.csl,
      title: cited.title,
      author: cited.people.map((person) => ({ literal: person.name })),
      issued: {
        'date-parts': [record.kind === 'paper' ? datePartsOf(cited.publishedOn) : [Number(cited.year)]],
      },
      abstract: cited.summary,
      genre: cited.genre,
      medium: record.work?.medium ?? '',
      dimensions: record.work?.size ?? '',
      'event-title': name,
      'event-place': host,
      'event-date': { 'date-parts': [...new Set([days[0]!, days.at(-1)!])].map(datePartsOf) },
      publisher: name,
      status: record.kind === 'paper' && !record.tombstone ? nonArchival : '',
      keyword: cited.topics.join(', '),
      language: cited.language,
      note: cited.notes.join('. '),
      URL: cited.url,
    }),
  ];
}

const filled = (item: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
