/** The few words that frames and elements say by themselves, in each language of the interface. */
import { languageHere, type Spoken } from './language.ts';

const en = {
  skip: 'Skip to the content',
  pages: 'Pages of this edition',
  languages: 'Languages',
  questions: 'Questions:',
  editions: 'All editions',
  picture: 'Picture:',
  colophon: 'Run with Salon, free software for workshops.',
  signIn: 'Sign in',
  signedInAs: 'Signed in as',
  optional: '(optional)',
  notices: { note: 'Note', caution: 'Please note', problem: 'Problem', done: 'Done' },
  demo: {
    name: 'Demo',
    invented: 'Everything handed in here is invented.',
    clock: 'Time machine',
    other: 'Be somebody else',
    inbox: 'Inbox',
  },
};

const fr: typeof en = {
  skip: 'Aller au contenu',
  pages: 'Pages de cette édition',
  languages: 'Langues',
  questions: 'Questions\u00a0:',
  editions: 'Toutes les éditions',
  picture: 'Image\u00a0:',
  colophon: 'Propulsé par Salon, logiciel libre pour les ateliers.',
  signIn: 'Se connecter',
  signedInAs: 'Connexion au nom de',
  optional: '(facultatif)',
  notices: { note: 'Remarque', caution: 'À noter', problem: 'Problème', done: 'C’est fait' },
  demo: {
    name: 'Démonstration',
    invented: 'Tout ce qui est déposé ici est inventé.',
    clock: 'Machine à remonter le temps',
    other: 'Être quelqu’un d’autre',
    inbox: 'Boîte de réception',
  },
};

export const uiWords: Record<Spoken, typeof en> = { en, fr };

/** Those of the page that is being drawn. */
export const wordsHere = () => uiWords[languageHere()];
