/** By what a list of records can be narrowed: facets with their choices and counts, made from the records alone. */
import type { PublicRecord } from '#app/features/works/record.ts';

export interface Facet {
  key: string;
  label: string;
  choices: { key: string; label: string; count: number }[];
}

type Key = { key: string; label: string };

const evidence: Record<string, string> = {
  declared: 'Declared',
  'process-shown': 'Process shown',
  'credential-read': 'Credential read',
};

/** What one record answers to each facet. */
const answersOf: { key: string; label: string; of(record: PublicRecord): Key[] }[] = [
  {
    key: 'kind',
    label: 'Show',
    of: ({ kind }) => [{ key: kind, label: kind === 'work' ? 'Works' : 'Papers' }],
  },
  { key: 'form', label: 'Form', of: ({ work }) => work?.forms ?? [] },
  { key: 'ai', label: 'Part of AI', of: ({ work }) => (work?.ai ? [work.ai.level] : []) },
  {
    key: 'evidence',
    label: 'Evidence',
    of: ({ work }) =>
      work?.ai ? [{ key: work.ai.evidence, label: evidence[work.ai.evidence] ?? work.ai.evidence }] : [],
  },
  { key: 'access', label: 'Access', of: ({ work }) => work?.access ?? [] },
  {
    key: 'award',
    label: 'Award',
    of: ({ award }) => (award ? [{ key: slugOf(award.name), label: award.name }] : []),
  },
  {
    key: 'note',
    label: 'Content notes',
    of: ({ work }) =>
      work
        ? work.contentNotes.length > 0
          ? work.contentNotes
          : [{ key: 'none', label: 'No content note' }]
        : [],
  },
  {
    key: 'topic',
    label: 'Topic',
    of: ({ kind, topics }) =>
      kind === 'paper' ? topics.map((label) => ({ key: slugOf(label), label })) : [],
  },
];

/** Only those that tell records apart, in this order; choices by how often they are taken. */
export function facetsOf(records: readonly PublicRecord[], keys: readonly string[]): Facet[] {
  return answersOf
    .filter(({ key }) => keys.includes(key))
    .map(({ key, label, of }) => {
      const choices = new Map<string, Key & { count: number }>();
      for (const record of records)
        for (const choice of unique(of(record))) {
          const known = choices.get(choice.key) ?? { key: choice.key, label: choice.label, count: 0 };
          choices.set(choice.key, { ...known, count: known.count + 1 });
        }
      return { key, label, choices: [...choices.values()].sort((a, b) => b.count - a.count) };
    })
    .filter(({ choices }) => choices.some(({ count }) => count < records.length));
}

/** For `data-…` attributes: the keys of a record's choices, by facet. */
export const choicesOf = (record: PublicRecord): Record<string, string> =>
  Object.fromEntries(
    answersOf
      .map(
        ({ key, of }) =>
          [
            `data-${key}`,
            unique(of(record))
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
