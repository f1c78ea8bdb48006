/** Of what a version says, the words that everybody may read: enough to say the record again, and no more. */
import type { CallSettings } from '#app/features/calls/settings.ts';
import {
  askedOf,
  isAnswered,
  type Answer,
  type Answers,
  type Disclosure,
} from '#app/features/submissions/draft.ts';
import type { Version } from '#app/features/submissions/version.ts';

export interface Said {
  topics: string[];
  kinds: string[];
  answers: Answers;
}

export const nothingSaid: Said = { topics: [], kinds: [], answers: {} };

export function publiclySaid({ topics, kinds, answers }: Version, settings: CallSettings): Said {
  const shown = askedOf(settings, answers).filter(
    ({ key, audience }) => audience === 'public' && isAnswered(answers[key]),
  );
  return {
    topics,
    kinds,
    answers: Object.fromEntries(
      shown.map(({ key, type }) => [
        key,
        type === 'disclosure' ? disclosed(answers[key] as Partial<Disclosure>) : answers[key]!,
      ]),
    ),
  };
}

/** Prompts have readers of their own; consents, sources and where a system ran are shown to nobody. */
function disclosed(said: Partial<Disclosure>): Answer {
  const open = said.promptsFor === 'public';
  return {
    roles: said.roles ?? [],
    systems: (said.systems ?? []).map(({ name, version, provider, use }) => ({
      name,
      version,
      provider,
      use,
      runs: '',
    })),
    sources: [],
    share: said.share ?? '',
    prompts: open ? (said.prompts ?? '') : '',
    promptsFor: open ? 'public' : '',
    promptWriter: open ? (said.promptWriter ?? '') : '',
    likeness: '',
  } satisfies Disclosure;
}
