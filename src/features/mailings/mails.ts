/** The daily digest: the letters one after the other, each under its subject. */
import type { Spoken } from '#app/ui/language.ts';
import { french } from '#app/ui/typeset.ts';

const words: Record<Spoken, { many(number: number): string; chosen: string }> = {
  en: {
    many: (number) => `${number} letters of the last day`,
    chosen: 'You get these once a day, as you chose here:',
  },
  fr: {
    many: (number) => `${number} lettres de la dernière journée`,
    chosen: french`Vous les recevez une fois par jour, comme vous l’avez choisi ici :`,
  },
};

export function digestLetter(
  letters: { subject: string; body: string }[],
  preferencesLink: string,
  language: Spoken = 'en',
) {
  const w = words[language];
  const parts = letters.map(({ subject, body }) => `${subject}\n\n${body.trim()}`);
  return {
    subject: letters.length === 1 ? letters[0]!.subject : w.many(letters.length),
    body: `${parts.join('\n\n— — —\n\n')}\n\n— — —\n\n${w.chosen}\n\n${preferencesLink}\n`,
  };
}
