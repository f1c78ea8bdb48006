/** Unqualified Dublin Core, the one format that every harvester reads. */
import type { PublicRecord } from '../record.ts';
import { homeOf, pageOf, paperDocument, renditionOf, type CitedIn } from './addresses.ts';
import { citationOf } from './citation.ts';
import { element, xmlDocument, type Element } from './xml.ts';

export const dublinCoreXml = (record: PublicRecord, at: CitedIn) => xmlDocument(dublinCore(record, at));

export function dublinCore(record: PublicRecord, at: CitedIn): Element {
  const cited = citationOf(record, at);
  const pdf = paperDocument(record);
  const facts: [string, string][] = [
    ['title', cited.title],
    ...cited.people.map(({ name }): [string, string] => ['creator', name]),
    ...cited.topics.map((topic): [string, string] => ['subject', topic]),
    ['description', cited.summary],
    ...cited.notes.map((note): [string, string] => ['description', note]),
    ['publisher', cited.event.name],
    ['date', record.publishedOn],
    ['type', cited.kind.dcmi],
    ['type', cited.genre],
    ['format', record.work?.medium ?? ''],
    ['identifier', pageOf(record, at)],
    ['identifier', pdf ? renditionOf(record, pdf, at) : ''],
    ['language', cited.language],
    ['relation', homeOf(at)],
    ['rights', cited.rights],
    ['rights', record.tombstone ? '' : record.rights.licence.url],
    ['rights', cited.preference],
  ];
  return element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
    ...facts.filter(([, value]) => value).map(([name, value]) => element(`dc:${name}`, {}, value)),
  );
}
