/**
 * The index that readers search without a server: for each record its words, once each, folded. Owns the folding;
 * `scripts/gallery.js` folds what is typed the same way.
 */
import type { PublicRecord } from '#app/features/works/record.ts';

/** `works/low-tide` and the words by which it is found, each once. */
export type SearchEntry = [id: string, words: string];

/** What has been taken down is not found. */
export const searchIndex = (records: readonly PublicRecord[]): SearchEntry[] =>
  records
    .filter(({ tombstone }) => tombstone === null)
    .map((record) => [
      `${record.kind}s/${record.slug}`,
      [...new Set(fold(wordsOf(record)).split(' '))].join(' '),
    ]);

/** A classic script, because a folder on disk hands out nothing else. */
export const searchScript = (entries: readonly SearchEntry[]): string => dataScript('salonSearch', entries);

export const dataScript = (name: string, data: unknown): string =>
  `window.${name}=${JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')};\n`;

/** Without case and accents; letters that are no accented ones, such as ø and ß, become what people type for them. */
export const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđłıþð]/g, (letter) => others[letter]!)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const others: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

const wordsOf = ({ title, people, summary, topics, answers, work, award, session, kind }: PublicRecord) =>
  [
    kind,
    title,
    ...people.flatMap(({ name, affiliation, role }) => [name, affiliation, role]),
    ...(work?.forms ?? []).map(({ label }) => label),
    work?.medium,
    work?.year,
    ...(work?.ai?.systems ?? []).map(({ name }) => name),
    ...topics,
    award?.name,
    session?.title,
    ...answers.map(({ words }) => words),
    summary,
  ]
    .filter(Boolean)
    .join(' ');
