/** What pages of the public site say in French that the running application answers. */
import type { live as en } from './en-live.ts';

export const live: typeof en = {
  backTo: (name) => `Retour à ${name}`,
  sent: {
    title: 'C’est envoyé',
    reached: 'Votre message est parvenu au comité d’organisation.',
    letter:
      'Une lettre part vers l’adresse que vous avez donnée. Son lien ouvre le fil : vous y lirez les réponses et pourrez écrire à nouveau.',
    noLetter:
      'Toujours pas de lettre après quelques minutes ? Regardez parmi les courriers indésirables, ou écrivez à',
    write: 'Écrire au comité d’organisation',
    notYet: 'Rien n’a encore été envoyé. Ce que vous avez écrit est toujours là.',
  },
  thread: {
    place: 'Votre fil',
    title: 'Votre fil avec le comité d’organisation',
    about: (topic, title) => `${topic} : ${title}`,
    again: 'Écrire à nouveau',
    closed: 'Le comité a clos ce fil. Si vous écrivez à nouveau, il est rouvert.',
    done: 'C’est envoyé. Le comité répond ici, et par courrier électronique.',
  },
  interest: {
    title: 'Prendre part',
    lead: (name) => `Recevez des nouvelles de ${name} quand il y a quelque chose pour vous.`,
    look: 'Regardez votre courrier',
    letter: 'Une lettre part vers l’adresse que vous avez donnée.',
    open: 'Ouvrez-en le lien et dites oui. Sans votre oui, l’adresse est oubliée.',
    gone: 'Ce lien ne mène plus nulle part',
    tooOld: 'Il est trop ancien, ou l’adresse a été retirée de la liste.',
    again: 'Demander à nouveau',
    listed: 'Vous êtes sur la liste',
    ask: 'Voulez-vous recevoir de nos nouvelles ?',
    hear: (name) => `Vous recevez des nouvelles de ${name} à propos de ceci :`,
    wouldHear: (name) => `Vous recevriez des nouvelles de ${name} à propos de ceci :`,
    wayOut: 'Chaque lettre contient un lien qui vous retire de la liste.',
    yes: 'Oui, inscrivez-moi sur la liste',
    no: 'Si vous ne le voulez pas, fermez cette page. Sans votre oui, l’adresse est oubliée.',
    leave: 'Quitter la liste',
    leaveAsk: 'Quitter la liste ?',
    notListed: 'Vous n’êtes pas sur la liste',
    leaving: (name) =>
      `Si vous partez, votre adresse est effacée et vous ne recevez plus rien de ${name} par cette liste.`,
    off: 'Me retirer de la liste',
    deleted: 'Votre adresse est effacée.',
    nothing: (name) =>
      `Derrière ce lien, aucune adresse n’est gardée. Vous ne recevez rien de ${name} par la liste.`,
  },
  begin: {
    title: 'Le dépôt n’a pas pu commencer',
    closed: 'Cet appel n’est pas ouvert.',
    back: 'Retour à l’appel',
  },
};
