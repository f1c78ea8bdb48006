/** The letters about a submission in each language of the interface; one that French lacks does not compile. */
import type { Spoken } from '#app/ui/language.ts';
import * as fr from './mails-fr.ts';
import * as en from './mails.ts';

export type SubmissionLetters = Omit<typeof en, 'quoted'>;

export const lettersIn: Record<Spoken, SubmissionLetters> = { en, fr };
