/**
 * Refusals in other languages than English, found by their English sentence: operations, forms and jobs throw one
 * sentence, and the door says it in the language of who asks. Promises nothing about a sentence that no table holds:
 * it stays English; `saying.test.ts` reads the code for those that French pages can meet.
 */
import { refused as ofPeople } from '#app/features/people/words/refused-fr.ts';
import { refused as ofSubmissions } from '#app/features/submissions/words/refused-fr.ts';
import { spacedInFrench } from '#app/ui/typeset.ts';
import { refused as ofSite } from './refused-fr.ts';

export const french: Record<string, string> = { ...ofPeople, ...ofSubmissions, ...ofSite };

const patterns = Object.entries(french)
  .filter(([english]) => english.includes('{}'))
  .map(([english, said]) => ({
    pattern: new RegExp(`^${english.split('{}').map(plain).join('(.*?)')}$`, 's'),
    said,
  }));

export function say(sentence: string, language: string): string | undefined {
  if (language !== 'fr') return undefined;
  const whole = Object.hasOwn(french, sentence) ? french[sentence] : undefined;
  if (whole !== undefined) return spacedInFrench(whole);
  for (const { pattern, said } of patterns) {
    const [, ...given] = pattern.exec(sentence) ?? [];
    if (given.length > 0) return fill(said, given);
  }
  return undefined;
}

/** What varies is put in as it stands: it may be what somebody wrote. */
const fill = (said: string, given: string[]) =>
  said
    .split('{}')
    .map((ours, at) => (at === 0 ? '' : asIn(given[at - 1] ?? '')) + spacedInFrench(ours))
    .join('');

/** A number as French writes it. */
const asIn = (given: string) => (/^\d{1,3}(,\d{3})+$/.test(given) ? given.replaceAll(',', '\u202f') : given);

function plain(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
