/** By what a list of records can be narrowed: facets with their choices and counts, made from the records alone. */
import type { PublicRecord } from '#app/features/works/record.ts';
import { wordsIn, type Words } from './words/words.ts';

export interface Facet {
  key: string;
  label: string;
  choices: { key: string; label: string; count: number }[];
}

type Key = { key: string; label: string };

/** What one record answers to each facet, in the words of the page's language. */
const answersOf: { key: keyof Words['facets']['labels']; of(record: PublicRecord, w: Words): Key[] }[] = [
  {
    key: 'kind',
    of: ({ kind }, { menu }) => [{ key: kind, label: kind === 'work' ? menu.works : menu.papers }],
  },
  { key: 'form', of: ({ work }) => work?.forms ?? [] },
  {
    key: 'ai',
    of: ({ work }, { aiLevels }) =>
      work?.ai ? [{ key: work.ai.level.key, label: aiLevels[work.ai.level.key] ?? work.ai.level.label }] : [],
  },
  {
    key: 'evidence',
    of: ({ work }, { facets }) =>
      work?.ai ? [{ key: work.ai.evidence, label: facets.evidence[work.ai.evidence] }] : [],
  },
  { key: 'access', of: ({ work }) => work?.access ?? [] },
  {
    key: 'award',
    of: ({ award }) => (award ? [{ key: slugOf(award.name), label: award.name }] : []),
  },
  {
    key: 'note',
    of: ({ work }, { facets }) =>
      work
        ? work.contentNotes.length > 0
          ? work.contentNotes
          : [{ key: 'none', label: facets.noNote }]
        : [],
  },
  {
    key: 'topic',
    of: ({ kind, topics }) =>
      kind === 'paper' ? topics.map((label) => ({ key: slugOf(label), label })) : [],
  },
];

/** Only those that tell records apart, in this order; choices by how often they are taken. */
export function facetsOf(
  records: readonly PublicRecord[],
  keys: readonly string[],
  language = 'en',
): Facet[] {
  const w = wordsIn(language);
  return answersOf
    .filter(({ key }) => keys.includes(key))
    .map(({ key, of }) => {
      const choices = new Map<string, Key & { count: number }>();
      for (const record of records)
        for (const choice of unique(of(record, w))) {
          const known = choices.get(choice.key) ?? { key: choice.key, label: choice.label, count: 0 };
          choices.set(choice.key, { ...known, count: known.count + 1 });
        }
      return {
        key,
        label: w.facets.labels[key],
        choices: [...choices.values()].sort((a, b) => b.count - a.count),
      };
    })
    .filter(({ choices }) => choices.some(({ count }) => count < records.length));
}

/** Keys are the same in every language. */
const plain = wordsIn('en');

/** For `data-…` attributes: the keys of a record's choices, by facet. */
export const choicesOf = (record: PublicRecord): Record<string, string> =>
  Object.fromEntries(
    answersOf
      .map(
        ({ key, of }) =>
          [
            `data-${key}`,
            unique(of(record, plain))
              .map((one) => one.key)
              .join(' '),
          ] as const,
      )
      .filter(([, keys]) => keys !== ''),
  );

const unique = (keys: Key[]) => [...new Map(keys.map((one) => [one.key, one])).values()];

const slugOf = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
