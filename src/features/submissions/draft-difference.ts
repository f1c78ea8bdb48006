/** In which fields two drafts differ: for the save that must not overwrite, and the page that was typed on early. */
import type { CallSettings } from '#app/features/calls/settings.ts';
import type { Draft } from './draft.ts';
import { shownFrom } from './form-data.ts';

export function differing(old: Draft, fresh: Draft): string[] {
  const parts = (['title', 'abstract', 'topics', 'kinds', 'link'] as const).filter(
    (part) => !same(old[part], fresh[part]),
  );
  const keys = [...new Set([...Object.keys(old.answers), ...Object.keys(fresh.answers)])];
  return [
    ...parts,
    ...keys.filter((key) => !same(old.answers[key], fresh.answers[key])).map((key) => `answers.${key}`),
  ];
}

/** Whether a form holds anything that it was not served with; an empty answer is the same as none. */
export function typedSince(settings: CallSettings, served: Draft, data: FormData): boolean {
  if (differing(bare(served), bare(shownFrom(settings, data))).length > 0) return true;
  return [...data].some(([name, was]) => {
    const person = /^(people\.\w+\.)was$/.exec(name)?.[1];
    if (!person || typeof was !== 'string') return false;
    const entry = Object.entries(JSON.parse(was) as Record<string, string>);
    return entry.some(([part, value]) => data.has(person + part) && data.get(person + part) !== value);
  });
}

const bare = (draft: Draft): Draft => ({
  ...draft,
  answers: Object.fromEntries(Object.entries(draft.answers).filter(([, answer]) => !isEmpty(answer))),
});

const isEmpty = (answer: unknown) =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** The database sorts the keys of stored objects. */
const same = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
