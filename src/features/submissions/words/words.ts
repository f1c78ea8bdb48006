/** The words of a submission’s pages in each language of the interface; a word that one lacks is a type error. */
import { languageHere, spokenFor, type Spoken } from '#app/ui/language.ts';
import { typeset } from '#app/ui/typeset.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type SubmissionWords = typeof en;

const tables: Record<Spoken, SubmissionWords> = { en, fr: typeset(fr) };

export const submissionWordsIn = (language: string): SubmissionWords => tables[spokenFor(language)];

/** Those of the page that is being drawn. */
export const submissionWords = (): SubmissionWords => tables[languageHere()];
