/** Reads the fields of the page's form into a draft: names with dots are places in it. */
import type { CallSettings, Question } from '#app/features/calls/settings.ts';
import type { FieldProblems } from '#app/platform/refusal.ts';
import { asOther, type Draft } from './draft.ts';

/** What became of a press on one of the form’s buttons. */
export type Kept = {
  revision: number;
  /** Somebody saved the words in between: theirs, to stand beside what was typed. */
  theirs?: Draft;
  differing?: string[];
  /** What was typed, where it could not be kept. */
  typed?: Draft;
  sentence?: string;
  fields: FieldProblems;
  /** Typed into people’s entries, by their ids, where an entry was refused. */
  people?: Record<string, Record<string, string>>;
  /** Typed into the empty entry for one more person, when it was refused. */
  newPerson?: Record<string, string>;
  said?: string;
};

/** In the shape that a save wants; what is wrong with it, the save says. */
export function draftFrom(settings: CallSettings, data: FormData): Record<string, unknown> {
  const link = {
    url: one(data, 'link.url'),
    purpose: one(data, 'link.purpose'),
    needs: one(data, 'link.needs'),
  };
  return {
    title: one(data, 'title'),
    abstract: one(data, 'abstract'),
    topics: several(data, 'topics'),
    kinds: several(data, 'kinds'),
    link: link.url || link.purpose || link.needs ? link : null,
    answers: Object.fromEntries(
      settings.questions.map((question) => [question.key, answerFrom(question, data)]),
    ),
  };
}

/** For showing again what was typed, whatever it was. */
export function shownFrom(settings: CallSettings, data: FormData): Draft {
  const draft = draftFrom(settings, data) as unknown as Draft;
  const answers = Object.entries(draft.answers).filter(([, answer]) => answer !== undefined && answer !== '');
  return { ...draft, answers: Object.fromEntries(answers) };
}

function answerFrom({ key, type }: Question, data: FormData): unknown {
  const name = `answers.${key}`;
  if (type === 'choices') return several(data, name);
  if (type === 'choice') return several(data, name)[0] ?? '';
  if (type === 'appearances') return rows(data, name, ['venue', 'url', 'date', 'kind']);
  if (type === 'year') {
    const typed = one(data, name).trim();
    return /^-?\d{1,5}$/.test(typed) ? Number(typed) : typed;
  }
  if (type !== 'disclosure') return one(data, name);
  const answer = {
    roles: all(data, `${name}.roles`),
    systems: rows(data, `${name}.systems`, ['name', 'version', 'provider', 'runs', 'use']),
    sources: all(data, `${name}.sources`),
    ...Object.fromEntries(
      ['share', 'prompts', 'promptsFor', 'promptWriter', 'likeness'].map((part) => [
        part,
        one(data, `${name}.${part}`),
      ]),
    ),
  };
  const said = Object.values(answer).some((part) => part.length > 0);
  return said ? answer : undefined;
}

/** Ticked boxes; "other" counts by its words. */
function several(data: FormData, name: string): string[] {
  const other = one(data, `${name}.other`).trim();
  return [...all(data, name).filter((value) => value !== 'other'), ...(other ? [asOther(other)] : [])];
}

/** Numbered rows of small fields; a row left empty is none. */
function rows(data: FormData, name: string, parts: string[]): Record<string, string>[] {
  const found = [];
  for (let at = 0; data.has(`${name}.${at}.${parts[0]}`) && at < 200; at++) {
    const row = Object.fromEntries(parts.map((part) => [part, one(data, `${name}.${at}.${part}`)]));
    if (parts.some((part) => row[part]!.trim() !== '')) found.push(row);
  }
  return found;
}

function one(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}

const all = (data: FormData, name: string): string[] =>
  data.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
