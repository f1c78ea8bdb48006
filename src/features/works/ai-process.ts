/**
 * What a creator said about AI, as the card that everybody reads and as IPTC's digital source type
 * (https://cv.iptc.org/newscodes/digitalsourcetype/). Promises to claim no more than was said: where a source type
 * would be a guess there is none, and prompts are shown only where their writer gave them to everybody.
 */
import { aiRoles, sayChoice, type Disclosure } from '#app/features/submissions/draft.ts';
import type { AiProcess } from './record.ts';

/** From the least to the most; the most that was said counts. */
export const aiLevels = [
  { key: 'none', label: 'Made without AI', by: ['none'], sourceType: '' },
  { key: 'subject', label: 'About AI, made without it', by: ['subject'], sourceType: '' },
  {
    key: 'process',
    label: 'AI on the way, not in the work',
    by: ['research', 'drafting'],
    sourceType: '',
  },
  { key: 'assisted', label: 'AI assisted', by: ['assistive'], sourceType: 'algorithmicallyEnhanced' },
  {
    key: 'part',
    label: 'Generated parts',
    by: ['generated', 'own-model', 'voice-likeness'],
    sourceType: 'compositeWithTrainedAlgorithmicMedia',
  },
  {
    key: 'live',
    label: 'Generates while it is shown',
    by: ['live'],
    sourceType: 'compositeWithTrainedAlgorithmicMedia',
  },
] as const;

/** Forms that are made digitally whoever makes them; a photograph or a sculpture may be anything. */
const digital = /^(writing|game|interactive-web|software|animation|xr)/;

export function aiProcess(disclosure: Disclosure, forms: readonly string[]): AiProcess | null {
  const { roles, systems, share, prompts, promptsFor, promptWriter } = disclosure;
  const level = aiLevels.findLast(({ by }) => by.some((role) => roles.includes(role)));
  if (!level) return null;
  const own = level.sourceType === '' && forms.length > 0 && forms.every((form) => digital.test(form));
  const shown = promptsFor === 'public' && prompts;
  return {
    level: { key: level.key, label: level.label },
    sourceType: own ? 'digitalCreation' : level.sourceType,
    roles: roles.map((role) => sayChoice(aiRoles, role)),
    systems: systems.map(({ name, version, provider, use }) => ({ name, version, provider, use })),
    words: [
      share.trim(),
      shown && `Prompts${promptWriter ? `, written by ${promptWriter}` : ''}:\n${prompts.trim()}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    evidence: 'declared',
  };
}
