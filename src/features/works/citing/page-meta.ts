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

/** A picture that was made for sharing, where the record has none that may be shown unasked. */
export interface SocialPicture {
  url: string;
  alt: string;
  width: number;
  height: number;
  mime: string;
}

/** `<meta property=… content=…>`. */
export function openGraph(record: PublicRecord, at: CitedIn, social: SocialPicture | null = null): Pair[] {
  const own = preview(record);
  const picture = own
    ? {
        url: renditionOf(record, own.rendition, at),
        alt: own.file.alt,
        width: own.rendition.width,
        height: own.rendition.height,
        mime: own.rendition.mime,
      }
    : social;
  const pairs: Pair[] = [
    ['og:title', record.title],
    ['og:type', record.tombstone ? 'website' : kindOf(record).openGraph],
    ['og:url', pageOf(record, at)],
    ['og:site_name', at.settings.about.name],
    ['og:description', opening(record.tombstone?.words ?? record.summary)],
    ['og:locale', locale(record.language)],
    ['og:image', picture?.url ?? ''],
    ['og:image:type', picture?.mime ?? ''],
    ['og:image:width', String(picture?.width ?? '')],
    ['og:image:height', String(picture?.height ?? '')],
    ['og:image:alt', picture?.alt ?? ''],
  ];
  return pairs.filter(([, content]) => content !== '');
}

/** The beginning of a text, cut between words. */
export function opening(text: string, length = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : length)}…`;
}

/** Open Graph writes a territory with an underscore; a bare language stays bare. */
const locale = (language: string) => language.replace(/-([A-Z]{2})$/, '_$1');
