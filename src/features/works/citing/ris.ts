/** RIS: one tag a line, each ended as Windows ends it, which the format demands. */
import type { PublicRecord } from '../record.ts';
import { paperDocument, renditionOf, type CitedIn } from './addresses.ts';
import { citationOf } from './citation.ts';

export function ris(record: PublicRecord, at: CitedIn): string {
  const cited = citationOf(record, at);
  const pdf = paperDocument(record);
  const tags: [string, string][] = [
    ['TY', cited.kind.ris],
    ['ID', cited.key],
    ['TI', cited.title],
    ...cited.people.map(({ name }): [string, string] => ['AU', name]),
    ['PY', cited.year],
    ['DA', cited.publishedOn.replaceAll('-', '/')],
    ['T2', cited.event.name],
    ['CY', cited.event.host],
    ['M3', cited.genre],
    ...cited.topics.map((topic): [string, string] => ['KW', topic]),
    ['AB', cited.summary],
    ...cited.notes.map((note): [string, string] => ['N1', note]),
    ['C1', cited.rights],
    ['LA', cited.language],
    ['UR', cited.url],
    ['L1', pdf ? renditionOf(record, pdf, at) : ''],
  ];
  const lines = tags
    .map(([tag, value]) => [tag, value.replace(/[\s\p{Cc}]+/gu, ' ').trim()] as const)
    .filter(([, value]) => value !== '');
  return [...lines.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\r\n');
}
