/** What somebody answered, as lines to read: for the desk and for tables. */
import type { CallSettings, Question } from '#app/features/calls/settings.ts';
import {
  aiRoles,
  askedOf,
  appearanceKinds,
  materialSources,
  promptReaders,
  sayChoice,
  systemPlaces,
  type Answer,
  type Appearance,
  type Disclosure,
  type Draft,
} from './draft.ts';

export interface Told {
  label: string;
  lines: string[];
  organizersOnly: boolean;
}

/** Everything that was written, in the order of the form. */
export function sectionsOf(draft: Draft, settings: CallSettings): Told[] {
  const { abstract, topics, kinds, link } = draft;
  const told = (label: string, lines: string[], organizersOnly = false) => ({ label, lines, organizersOnly });
  return [
    told(settings.abstract.label, abstract ? [abstract] : []),
    ...(settings.kinds
      ? [
          told(
            settings.kinds.label,
            kinds.map((one) => sayChoice(settings.kinds!.options, one)),
          ),
        ]
      : []),
    ...(settings.topics
      ? [
          told(
            'Topics',
            topics.map((one) => sayChoice(settings.topics!.options, one)),
          ),
        ]
      : []),
    ...(link?.url
      ? [told('Link instead of the file', [link.url, link.purpose, link.needs].filter(Boolean))]
      : []),
    ...askedOf(settings, draft.answers).map((question) =>
      told(
        question.label,
        sayAnswer(question, draft.answers[question.key]),
        question.audience === 'organizers',
      ),
    ),
  ];
}

export function sayAnswer(
  { type, options }: Pick<Question, 'type' | 'options'>,
  answer: Answer | undefined,
): string[] {
  if (answer === undefined) return [];
  if (typeof answer === 'number') return [String(answer)];
  if (typeof answer === 'string') {
    if (type === 'yes-no') return answer === '' ? [] : [answer === 'yes' ? 'Yes' : 'No'];
    return answer.trim() === '' ? [] : [type === 'choice' ? sayChoice(options, answer) : answer];
  }
  if (Array.isArray(answer)) {
    return answer.map((one) => (typeof one === 'string' ? sayChoice(options, one) : sayAppearance(one)));
  }
  return sayDisclosure(answer);
}

function sayAppearance({ venue, url, date, kind }: Appearance): string {
  return [kind && sayChoice(appearanceKinds, kind), venue, date, url].filter(Boolean).join(', ');
}

function sayDisclosure(disclosure: Disclosure): string[] {
  const { roles = [], systems = [], sources = [] } = disclosure;
  const told: [string, string | undefined][] = [
    ['Part AI had', roles.map((one) => sayChoice(aiRoles, one)).join('; ')],
    [
      'Systems',
      systems
        .map(({ name, version, provider, runs, use }) =>
          [name, version, provider, systemPlaces[runs], use].filter(Boolean).join(', '),
        )
        .join('; '),
    ],
    ['Material', sources.map((one) => sayChoice(materialSources, one)).join('; ')],
    ['Share', disclosure.share],
    ['Prompts', disclosure.prompts],
    ['Prompts are for', disclosure.promptsFor && sayChoice(promptReaders, disclosure.promptsFor)],
    ['Prompts written by', disclosure.promptWriter],
    ['Voice or likeness', disclosure.likeness],
  ];
  return told.flatMap(([what, words]) => (words ? [`${what}: ${words}`] : []));
}
