/** sitemap.xml, by which search engines find every page and when it changed; split where it would grow too long. */
import { element, xmlDocument } from '#app/features/works/citing/xml.ts';

export interface SitemapEntry {
  /** Without slash before it: `2024/dates`. */
  address: string;
  /** ISO instant or day; empty where nobody knows. */
  changedAt: string;
  /** The same page in other languages, itself included. */
  languages?: { language: string; address: string }[];
}

export interface TextFile {
  address: string;
  type: string;
  text: string;
}

/** The protocol's limit; its other one, 50 MB, is never reached first. */
const most = 50_000;

/** One file, or an index with parts. */
export function sitemaps(base: string, entries: SitemapEntry[], limit = most): TextFile[] {
  const parts = Array.from({ length: Math.ceil(entries.length / limit) }, (_, at) =>
    entries.slice(at * limit, (at + 1) * limit),
  );
  if (parts.length <= 1) return [{ address: 'sitemap.xml', type, text: urlSet(base, entries) }];
  const files = parts.map((part, at) => ({
    address: `sitemap-${at + 1}.xml`,
    type,
    text: urlSet(base, part),
    changedAt: part
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1)!,
  }));
  const index = element(
    'sitemapindex',
    { xmlns: namespace },
    ...files.map(({ address, changedAt }) =>
      element(
        'sitemap',
        {},
        element('loc', {}, `${base}/${address}`),
        changedAt && element('lastmod', {}, changedAt),
      ),
    ),
  );
  return [
    { address: 'sitemap.xml', type, text: xmlDocument(index) },
    ...files.map(({ changedAt: _, ...file }) => file),
  ];
}

function urlSet(base: string, entries: SitemapEntry[]): string {
  const url = ({ address, changedAt, languages = [] }: SitemapEntry) =>
    element(
      'url',
      {},
      element('loc', {}, `${base}/${address}`),
      changedAt && element('lastmod', {}, changedAt),
      ...languages.map((one) =>
        element('xhtml:link', { rel: 'alternate', hreflang: one.language, href: `${base}/${one.address}` }),
      ),
    );
  return xmlDocument(
    element(
      'urlset',
      { xmlns: namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...entries.map(url),
    ),
  );
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const type = 'application/xml';
