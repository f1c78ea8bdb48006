/**
 * What harvesters may ask for: every public record of every edition, by OAI-PMH 2.0. A record that was taken down
 * stays as deleted for ever. Leaves out the answering (`answer.ts`) and who has a database.
 */
import { lastingName, type CitedIn } from '#app/features/works/citing/addresses.ts';
import { dataCite } from '#app/features/works/citing/datacite.ts';
import { dublinCore } from '#app/features/works/citing/dublin-core.ts';
import { element, type Element } from '#app/features/works/citing/xml.ts';
import type { PublicRecord } from '#app/features/works/record.ts';

export interface Repository {
  /** Where it answers, absolute. */
  url: string;
  name: string;
  adminEmail: string;
  /** Before or at the first change of any record; ISO instant. */
  earliest: string;
  editions: { at: CitedIn; records: PublicRecord[] }[];
}

export interface Item {
  id: string;
  /** UTC, to the second. */
  datestamp: string;
  sets: string[];
  deleted: boolean;
  record: PublicRecord;
  at: CitedIn;
}

/** In the order of their last change, which is the order in which they are handed out. */
export const itemsOf = ({ url, editions }: Repository): Item[] =>
  editions
    .flatMap(({ at, records }) =>
      records.map((record) => ({
        id: `oai:${new URL(url).hostname}:${at.slug}/${lastingName(record)}`,
        datestamp: toSecond(record.changedAt),
        sets: [at.slug, `${at.slug}:${record.kind}s`],
        deleted: record.tombstone !== null,
        record,
        at,
      })),
    )
    .sort((a, b) => (positionOf(a) < positionOf(b) ? -1 : 1));

/** No two items stand at the same one. */
export const positionOf = ({ datestamp, id }: { datestamp: string; id: string }) => `${datestamp} ${id}`;

export const setsOf = ({ editions }: Repository): { spec: string; name: string }[] =>
  editions.flatMap(({ at }) => [
    { spec: at.slug, name: at.settings.about.name },
    { spec: `${at.slug}:papers`, name: `${at.settings.about.name}: papers` },
    { spec: `${at.slug}:works`, name: `${at.settings.about.name}: works` },
  ]);

export interface Format {
  prefix: string;
  schema: string;
  namespace: string;
  write: (item: Item) => Element;
}

const wrapped = 'http://schema.datacite.org/oai/oai-1.1/';

export const formats: Format[] = [
  {
    prefix: 'oai_dc',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    write: ({ record, at }) => dublinCore(record, at),
  },
  {
    prefix: 'oai_datacite',
    schema: `${wrapped}oai.xsd`,
    namespace: wrapped,
    write: ({ record, at }) =>
      element(
        'oai_datacite',
        {
          xmlns: wrapped,
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation': `${wrapped} ${wrapped}oai.xsd`,
        },
        element('schemaVersion', {}, '4.6'),
        element('payload', {}, dataCite(record, at)),
      ),
  },
];

export const toSecond = (instant: string) => `${instant.slice(0, 19)}Z`;
