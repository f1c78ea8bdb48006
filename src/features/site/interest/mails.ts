/** Letters to people who want to hear from a workshop, as pure functions of facts. What organizers write stands as they wrote it. */
import type { Spoken } from '#app/ui/language.ts';
import { french } from '#app/ui/typeset.ts';
import { wordsIn } from '../words/words.ts';
import { daysToConfirm, topics, type Topic } from './interest.ts';

export interface Links {
  confirm: string;
  leave: string;
}

interface Letter {
  subject: string;
  body: string;
}

export interface Letters {
  confirm(edition: string, asked: { about: Topic[]; links: Links }): Letter;
  /** What organizers wrote, and the way out. */
  list(edition: string, letter: { subject: string; body: string; leave: string }): Letter;
}

const en: Letters = {
  confirm: (edition, { about, links }) => ({
    subject: `Do you want to hear from ${edition}?`,
    body: [
      `Somebody, most likely you, gave this address to hear from ${edition} about:`,
      about.map((topic) => `- ${topics[topic]}`).join('\n'),
      'If you want that, say so here:',
      links.confirm,
      `If not, you need not do anything: without your yes the address is forgotten after ${daysToConfirm} days. To have it forgotten at once, and to leave at any time:`,
      links.leave,
    ].join('\n\n'),
  }),
  list: (edition, { subject, body, leave }) => ({
    subject,
    body: [
      body,
      '--',
      `You get this because you asked to hear from ${edition}. Leave the list here:`,
      leave,
    ].join('\n\n'),
  }),
};

const fr: Letters = {
  confirm: (edition, { about, links }) => ({
    subject: french`Voulez-vous recevoir des nouvelles de ${edition} ?`,
    body: [
      french`Quelqu’un, sans doute vous, a donné cette adresse pour recevoir des nouvelles de ${edition} à propos de ceci :`,
      about.map((topic) => `- ${wordsIn('fr').interest.topics[topic]}`).join('\n'),
      french`Si vous le voulez, dites-le ici :`,
      links.confirm,
      french`Sinon, vous n’avez rien à faire : sans votre oui, l’adresse est oubliée au bout de ${daysToConfirm} jours. Pour qu’elle soit oubliée tout de suite, et pour partir à tout moment :`,
      links.leave,
    ].join('\n\n'),
  }),
  list: (edition, { subject, body, leave }) => ({
    subject,
    body: [
      body,
      '--',
      french`Vous recevez ceci parce que vous avez demandé des nouvelles de ${edition}. Quittez la liste ici :`,
      leave,
    ].join('\n\n'),
  }),
};

export const letters: Record<Spoken, Letters> = { en, fr };
