/**
 * The final round of a call: what was accepted comes once more, as it will be shown. Owns how its rules and its
 * deadline follow from the call's own. Promises that everything that asks a call for its deadline or its limits can
 * ask the call of the final round instead. Leaves out who was accepted.
 */
import { spokenFor, type Spoken } from '#app/ui/language.ts';
import type { Call } from './call.ts';
import type { CallSettings } from './settings.ts';

export type FinalSettings = NonNullable<CallSettings['final']>;
export const rounds = ['submission', 'final'] as const;
export type Round = (typeof rounds)[number];

/** The call as it is for what was accepted; null where it asks for no final versions. */
export function finalCall(call: Call): Call | null {
  const { final, opens: _opens, ...settings } = call.settings;
  if (!final) return null;
  return {
    ...call,
    finalRound: true,
    settings: { ...settings, final, deadline: final.deadline, rules: finalRules(settings.rules, final) },
    extensions: call.finalExtensions,
  };
}

/** The call of the round named; the call itself where it has no other. */
export const inRound = (call: Call, round: Round): Call =>
  (round === 'final' ? finalCall(call) : null) ?? call;

/** Nobody is anonymous any more, and there may be room for what reviewers asked to be added. */
function finalRules(rules: CallSettings['rules'], { extraPages }: FinalSettings): CallSettings['rules'] {
  if (rules.kind === 'work') return rules;
  return { ...rules, authorsVisible: true, maxBodyPages: rules.maxBodyPages + extraPages };
}

export type Beside = 'poster' | 'slides';

/** What comes beside the final version of a paper. */
export function besideFinal(settings: CallSettings): { role: Beside; needed: boolean }[] {
  const { final, kind } = settings;
  if (!final || kind !== 'paper') return [];
  return (['poster', 'slides'] as const).flatMap((role) =>
    final[role] === 'no' ? [] : [{ role, needed: final[role] === 'needed' }],
  );
}

/** What differs from the version that was accepted, in sentences; told of the settings of the final round. */
export function sayFinal(settings: CallSettings, language = 'en'): string[] {
  const { final, rules } = settings;
  if (!final) return [];
  const w = finalWords[spokenFor(language)];
  const asked = besideFinal(settings).map(({ role, needed }) => w[role](needed));
  if (rules.kind === 'work') return asked;
  return [w.names, w.pages(rules.maxBodyPages, final.extraPages), ...asked];
}

const finalWords = {
  en: {
    names: 'The names of the authors stand on it.',
    pages: (most: number, more: number) =>
      more > 0
        ? `It may have ${most} pages, references not counted: ${more} more than before.`
        : `It has at most ${most} ${most === 1 ? 'page' : 'pages'}, references not counted, as before.`,
    poster: (needed: boolean) => (needed ? 'A poster is asked for.' : 'A poster is welcome.'),
    slides: (needed: boolean) => (needed ? 'A file of slides is asked for.' : 'A file of slides is welcome.'),
  },
  fr: {
    names: 'Les noms des auteurs y figurent.',
    pages: (most: number, more: number) =>
      more > 0
        ? `Elle peut avoir ${most} pages, sans compter les références, soit ${more} de plus qu’avant.`
        : `Elle a au plus ${most} ${most === 1 ? 'page' : 'pages'}, sans compter les références, comme avant.`,
    poster: (needed: boolean) => (needed ? 'Un poster est demandé.' : 'Un poster est le bienvenu.'),
    slides: (needed: boolean) =>
      needed ? 'Des diapositives sont demandées.' : 'Des diapositives sont les bienvenues.',
  },
} satisfies Record<Spoken, object>;
