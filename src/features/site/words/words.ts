/**
 * The words of the public pages in each language of the interface. Owns which table a page reads; a word that one
 * table lacks is a type error. Leaves out words of earlier features, which have their tables beside them.
 */
import { languageHere, spokenFor, type Spoken } from '#app/ui/language.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { typeset } from '#app/ui/typeset.ts';

export type Words = typeof en;

const tables: Record<Spoken, Words> = { en, fr: typeset(fr) };

export const wordsIn = (language: string): Words => tables[spokenFor(language)];

/** Those of the page that is being drawn. */
export const words = (): Words => tables[languageHere()];
