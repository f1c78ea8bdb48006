/** What the public reads of the answers: of a work its facts, and of both what the call shows to everybody. */
import type { CallSettings, Question } from '#app/features/calls/settings.ts';
import { sayAnswer } from '#app/features/submissions/answer-words.ts';
import {
  askedOf,
  isAnswered,
  sayChoice,
  type Disclosure,
  type Draft,
} from '#app/features/submissions/draft.ts';
import { aiProcess } from './ai-process.ts';
import type { PublicRecord, WorkFacts } from './record.ts';

type Words = Pick<Draft, 'kinds' | 'answers'>;

export function factsOf(draft: Words, settings: CallSettings): WorkFacts {
  const questions = shown(draft, settings);
  const find = (test: (question: Question) => boolean) => questions.find(test);
  const line = (question: Question | undefined) =>
    question ? sayAnswer(question, draft.answers[question.key]).join(', ') : '';
  const keyed = (question: Question | undefined) => {
    const chosen = question && draft.answers[question.key];
    return Array.isArray(chosen)
      ? chosen.filter((one) => typeof one === 'string').map((one) => labelled(question!.options, one))
      : [];
  };
  const disclosure = find(({ type }) => type === 'disclosure');
  return {
    forms: draft.kinds.map((one) => labelled(settings.kinds?.options ?? [], one)),
    medium: line(find(({ means }) => means === 'medium')),
    year: line(find(({ type }) => type === 'year')),
    size: line(find(({ type }) => type === 'size')),
    edition: line(find(({ means }) => means === 'edition')),
    seconds: null,
    ai: disclosure ? aiProcess(disclosureIn(draft, disclosure), draft.kinds) : null,
    contentNotes: keyed(find(({ means }) => means === 'content-notes')),
    access: keyed(find(({ means }) => means === 'access')),
  };
}

/** In the order of the form; of a work without what stands among its facts. */
export function answersOf(draft: Words, settings: CallSettings): PublicRecord['answers'] {
  const isWork = settings.kind === 'work';
  const kinds = draft.kinds.map((one) => labelled(settings.kinds?.options ?? [], one).label);
  return [
    ...(!isWork && settings.kinds && kinds.length > 0
      ? [{ label: settings.kinds.label, words: kinds.join(', ') }]
      : []),
    ...shown(draft, settings)
      .filter((question) => !isWork || !isFact(question))
      .map((question) => ({ label: question.label, words: wordsOf(question, draft) })),
  ];
}

export const topicsOf = ({ topics }: Pick<Draft, 'topics'>, settings: CallSettings): string[] =>
  topics.map((one) => sayChoice(settings.topics?.options ?? [], one));

/** What was asked in the end, answered, and is for everybody. */
const shown = ({ answers }: Words, settings: CallSettings): Question[] =>
  askedOf(settings, answers).filter(({ key, audience }) => audience === 'public' && isAnswered(answers[key]));

const isFact = ({ type, means }: Question) => ['disclosure', 'year', 'size'].includes(type) || Boolean(means);

/** A disclosure is never read out whole: its prompts have readers of their own. */
function wordsOf(question: Question, draft: Words): string {
  if (question.type !== 'disclosure') return sayAnswer(question, draft.answers[question.key]).join('\n');
  const card = aiProcess(disclosureIn(draft, question), []);
  return card ? [card.level.label, card.words].filter(Boolean).join('\n\n') : '';
}

/** Answers of an older Salon may lack parts of it. */
const disclosureIn = ({ answers }: Words, { key }: Question): Disclosure => ({
  roles: [],
  systems: [],
  sources: [],
  share: '',
  prompts: '',
  promptsFor: '',
  promptWriter: '',
  likeness: '',
  ...(answers[key] as Partial<Disclosure>),
});

function labelled(options: readonly { key: string; label: string }[], chosen: string) {
  const known = options.find(({ key }) => key === chosen);
  return known ? { key: known.key, label: known.label } : { key: 'other', label: sayChoice(options, chosen) };
}
