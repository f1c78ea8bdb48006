/** What is being written: the words of a submission. A call's questions say which answers there are. */
import type { CallSettings, Question } from '#app/features/calls/settings.ts';

export interface Draft {
  title: string;
  abstract: string;
  /** Keys of the call's topics; what is not among them stands as `other: …`. */
  topics: string[];
  kinds: string[];
  /** Where the piece runs, once a clearance lets a link replace the file. */
  link: Link | null;
  answers: Answers;
}

export interface Link {
  url: string;
  purpose: string;
  needs: string;
  /** The day on which it was given, where an archive told of it; otherwise that of the version. */
  on?: string;
}

export type Answers = Record<string, Answer>;
export type Answer = string | number | string[] | Appearance[] | Disclosure;

export interface Appearance {
  venue: string;
  url: string;
  date: string;
  kind: string;
}

export interface Disclosure {
  roles: string[];
  systems: System[];
  sources: string[];
  share: string;
  prompts: string;
  promptsFor: string;
  promptWriter: string;
  likeness: string;
}

export interface System {
  name: string;
  version: string;
  provider: string;
  runs: string;
  use: string;
}

/** Rows are stored as `answers` apart from the title, which is searched. */
export type StoredAnswers = Omit<Draft, 'title'>;

export const emptyAnswers: StoredAnswers = { abstract: '', topics: [], kinds: [], link: null, answers: {} };

export function toDraft(title: string, stored: Partial<StoredAnswers>): Draft {
  return { title, ...emptyAnswers, ...stored };
}

export const appearanceKinds = [
  { key: 'exhibited', label: 'Exhibited or performed' },
  { key: 'published', label: 'Published' },
  { key: 'online', label: 'Shown online' },
  { key: 'sold', label: 'Sold' },
  { key: 'prize', label: 'Won or entered for a prize' },
  { key: 'under-review', label: 'Under review somewhere now' },
] as const;

export const aiRoles = [
  { key: 'none', label: 'None' },
  { key: 'subject', label: 'AI is only what the work is about' },
  { key: 'research', label: 'Research and finding ideas' },
  { key: 'drafting', label: 'Drafts that were then replaced' },
  { key: 'assistive', label: 'Assistance, such as noise reduction, spelling, transcription' },
  { key: 'generated', label: 'Generated material is in the final work' },
  { key: 'live', label: 'It generates live while the work is shown' },
  { key: 'own-model', label: 'A model we trained ourselves' },
  { key: 'voice-likeness', label: 'Somebody’s voice or likeness was cloned' },
] as const;

export const materialSources = [
  { key: 'own', label: 'My own' },
  { key: 'licensed', label: 'Licensed' },
  { key: 'permission', label: 'With permission' },
  { key: 'public-domain', label: 'In the public domain' },
  { key: 'open-licence', label: 'Under an open licence' },
  { key: 'unknown', label: 'I do not know' },
] as const;

export const systemPlaces: Record<string, string> = {
  hosted: 'at its provider',
  local: 'on their own machine',
};

export const promptReaders = [
  { key: 'organizers', label: 'Organizers only' },
  { key: 'jury', label: 'The jury too' },
  { key: 'public', label: 'Everybody' },
] as const;

const otherMark = 'other: ';

export const otherIn = (chosen: string[]): string =>
  chosen.find((one) => one.startsWith(otherMark))?.slice(otherMark.length) ?? '';

export const asOther = (words: string): string => `${otherMark}${words}`;

/** One choice in words: its label, or what was written under "other". */
export function sayChoice(options: readonly { key: string; label: string }[], chosen: string): string {
  if (chosen.startsWith(otherMark)) return chosen.slice(otherMark.length);
  return options.find(({ key }) => key === chosen)?.label ?? chosen;
}

/** A question stands on the form only when what it depends on is so. */
export function isAsked(question: Question, answers: Answers): boolean {
  return !question.when || answers[question.when.question] === question.when.is;
}

export const askedOf = (settings: CallSettings, answers: Answers): Question[] =>
  settings.questions.filter((question) => isAsked(question, answers));

export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  if (typeof answer === 'number') return true;
  if (typeof answer === 'string') return answer.trim() !== '';
  return Array.isArray(answer) ? answer.length > 0 : answer.roles.length > 0;
}
