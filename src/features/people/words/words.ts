/** The words of signing in and of one's account in each language of the interface; a word that one lacks is a type error. */
import { languageHere, spokenFor, type Spoken } from '#app/ui/language.ts';
import { typeset } from '#app/ui/typeset.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

export type PeopleWords = typeof en;

const tables: Record<Spoken, PeopleWords> = { en, fr: typeset(fr) };

export const peopleWordsIn = (language: string): PeopleWords => tables[spokenFor(language)];

/** Those of the page that is being drawn. */
export const peopleWords = (): PeopleWords => tables[languageHere()];
