/** The few words that frames and elements say by themselves, in each language of the interface. */
import { languageHere, type Spoken } from './language.ts';

const en = {
  skip: 'Skip to the content',
  pages: 'Pages of this edition',
  yourPages: 'Your pages',
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
    shows: 'The clock shows',
    there: 'in Vancouver.',
    clock: 'Time machine',
    other: 'Be somebody else',
    inbox: 'Inbox',
  },
  left: (time: string) => `${time} left`,
  over: 'over',
  yourTime: (moment: string) => `${moment} your time`,
  anywhere: 'Anywhere on Earth, UTC−12',
  characters: (used: number, most: number) =>
    `${used.toLocaleString('en')} of ${most.toLocaleString('en')} characters`,
  tooMany: (more: number, most: number) =>
    `${more.toLocaleString('en')} characters too many: at most ${most.toLocaleString('en')}`,
  problems: (number: number) => (number === 1 ? 'One thing to mend' : `${number} things to mend`),
  file: {
    tones: { note: 'Note:', caution: 'Please check:', problem: 'Problem:' },
    still: (name: string) => `A still of ${name}`,
    fingerprint: 'Fingerprint',
  },
  errors: {
    known: {
      403: ['This is not open to you', 'If you think it should be, write to the organizers.'],
      404: ['There is nothing at this address', 'It may have moved, or the link may have been cut short.'],
      405: ['That does not work here', 'Go back and use the buttons of the page.'],
      409: ['Somebody else was quicker', 'Go back and reload the page; what you typed is still in the form.'],
      410: ['This is no longer here', 'It was taken down.'],
      413: ['That is too large', 'Go back and choose a smaller file.'],
      429: ['That was a lot at once', 'Wait a minute, then try again.'],
    } as Record<number, [title: string, words: string]>,
    accident: [
      'Something broke on our side',
      'It is not your fault, and it has been noted. Try again in a minute.',
    ] as [string, string],
    other: ['That did not work', 'Go back and try again.'] as [string, string],
    quote: 'If you write to us about it, quote',
    home: 'Go to the first page',
  },
};

const fr: typeof en = {
  skip: 'Aller au contenu',
  pages: 'Pages de cette édition',
  yourPages: 'Vos pages',
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
    shows: 'L’horloge indique',
    there: 'à Vancouver.',
    clock: 'Machine à remonter le temps',
    other: 'Être quelqu’un d’autre',
    inbox: 'Boîte de réception',
  },
  left: (time) => `encore ${time}`,
  over: 'terminé',
  yourTime: (moment) => `${moment} à votre heure`,
  anywhere: 'n’importe où sur Terre, UTC−12',
  characters: (used, most) => `${used.toLocaleString('fr')} caractères sur ${most.toLocaleString('fr')}`,
  tooMany: (more, most) =>
    `${more.toLocaleString('fr')} caractères de trop\u00a0: au plus ${most.toLocaleString('fr')}`,
  problems: (number) => (number === 1 ? 'Une chose à corriger' : `${number} choses à corriger`),
  file: {
    tones: { note: 'Remarque\u00a0:', caution: 'À vérifier\u00a0:', problem: 'Problème\u00a0:' },
    still: (name) => `Une image de ${name}`,
    fingerprint: 'Empreinte',
  },
  errors: {
    known: {
      403: [
        'Ceci ne vous est pas ouvert',
        'Si vous pensez que cela devrait l’être, écrivez au comité d’organisation.',
      ],
      404: ['Il n’y a rien à cette adresse', 'La page a peut-être changé de place, ou le lien a été coupé.'],
      405: ['Cela ne marche pas ici', 'Revenez en arrière et utilisez les boutons de la page.'],
      409: [
        'Quelqu’un a été plus rapide',
        'Revenez en arrière et rechargez la page\u202f; ce que vous avez écrit est encore dans le formulaire.',
      ],
      410: ['Ceci n’est plus là', 'La page a été retirée.'],
      413: ['C’est trop volumineux', 'Revenez en arrière et choisissez un fichier plus petit.'],
      429: ['C’était beaucoup à la fois', 'Attendez une minute, puis essayez à nouveau.'],
    },
    accident: [
      'Quelque chose s’est brisé de notre côté',
      'Ce n’est pas votre faute, et nous en avons pris note. Essayez à nouveau dans une minute.',
    ],
    other: ['Cela n’a pas marché', 'Revenez en arrière et essayez à nouveau.'],
    quote: 'Si vous nous en écrivez, citez',
    home: 'Aller à la première page',
  },
};

export const uiWords: Record<Spoken, typeof en> = { en, fr };

/** Those of the page that is being drawn. */
export const wordsHere = () => uiWords[languageHere()];
