/** What the head of a record's page says in pairs: tags for indexers of papers, and for links that are shared. */
import type { PublicRecord } from '../record.ts';
import { pageOf, paperDocument, renditionOf, type CitedIn } from './addresses.ts';
import { kindOf } from './kind.ts';
import { preview } from './media.ts';

export type Pair = [name: string, content: string];

/** `<meta name=… content=…>`, in this order: an affiliation belongs to the author before it. Only papers have them. */
export function citationMeta(record: PublicRecord, at: CitedIn): Pair[] {
  if (record.kind !== 'paper' || record.tombstone) return [];
  const pdf = paperDocument(record);
  const pairs: Pair[] = [
    ['citation_title', record.title],
    ...record.people.flatMap(({ name, affiliation, orcid }): Pair[] => [
      ['citation_author', name],
      ['citation_author_institution', affiliation],
      ['citation_author_orcid', orcid && `https://orcid.org/${orcid}`],
    ]),
    ['citation_publication_date', record.publishedOn.replaceAll('-', '/')],
    ['citation_conference_title', at.settings.about.name],
    ['citation_language', record.language],
    ...record.topics.map((topic): Pair => ['citation_keywords', topic]),
    ['citation_abstract_html_url', pageOf(record, at)],
    ['citation_pdf_url', pdf ? renditionOf(record, pdf, at) : ''],
  ];
  return pairs.filter(([, content]) => content !== '');
}

/** Its own picture for links that are shared. None where its page covers it: whoever sees a link was not asked. */
export const sharedPicture = (record: PublicRecord) =>
  record.work?.contentNotes.length ? null : preview(record);

/** `<meta property=… content=…>`. The site adds a picture where the record has none. */
export function openGraph(record: PublicRecord, at: CitedIn): Pair[] {
  const own = sharedPicture(record);
  const pairs: Pair[] = [
    ['og:title', record.title],
    ['og:type', record.tombstone ? 'website' : kindOf(record).openGraph],
    ['og:url', pageOf(record, at)],
    ['og:site_name', at.settings.about.name],
    ['og:description', opening(record.tombstone?.words ?? record.summary)],
    ['og:locale', locale(record.language)],
    ['og:image', own ? renditionOf(record, own.rendition, at) : ''],
    ['og:image:type', own?.rendition.mime ?? ''],
    ['og:image:width', String(own?.rendition.width ?? '')],
    ['og:image:height', String(own?.rendition.height ?? '')],
    ['og:image:alt', own ? own.file.alt || record.title : ''],
  ];
  return pairs.filter(([, content]) => content !== '');
}

/** The beginning of a text, cut between words. Spaces that hold signs to their words stay. */
export function opening(text: string, length = 200): string {
  const line = text.replace(/[\t\n\v\f\r ]+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : length)}…`;
}

/** Open Graph writes a territory with an underscore; a bare language stays bare. */
const locale = (language: string) => language.replace(/-([A-Z]{2})$/, '_$1');
