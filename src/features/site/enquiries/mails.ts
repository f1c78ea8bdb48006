/** Letters of an enquiry, as pure functions of facts. What people wrote is quoted, never linked. */
import { topicWords } from './enquiry.ts';

export interface Place {
  edition: string;
  topic: string;
  /** The title of the paper or work that it is about. */
  about: string;
  url: string;
}

interface Letter {
  subject: string;
  body: string;
}

/** To who asked, in each language of the interface. */
export interface Letters {
  received(place: Place, asked: { words: string }): Letter;
  answer(place: Place, answered: { by: string; words: string }): Letter;
}

export const en: Letters = {
  received: ({ edition, topic, about, url }, { words }) => ({
    subject: `You wrote to ${edition}`,
    body: [
      `Your words have reached the organizers of ${edition}. About: ${sayAbout(topic, about)}.`,
      quoted(words),
      'They answer by mail. Read the whole thread here and write again; whoever has this link can do so:',
      url,
      'If you did not write this, somebody gave your address by mistake. You need not do anything.',
    ].join('\n\n'),
  }),
  answer: ({ edition, url }, { by, words }) => ({
    subject: `An answer from ${edition}`,
    body: [
      `${by} answered for the organizers of ${edition}:`,
      quoted(words),
      'Read the whole thread and write again here:',
      url,
    ].join('\n\n'),
  }),
};

export function askedLetter(
  { edition, topic, about, url }: Place,
  { name, email, words, again }: { name: string; email: string; words: string; again: boolean },
) {
  return {
    subject: `${again ? 'Written again' : 'An enquiry'}: ${sayAbout(topic, about)}`,
    body: [
      `${name} (${email}) ${again ? 'wrote again' : 'wrote'} to ${edition}:`,
      quoted(words),
      'Answer here, so that the others see it too:',
      url,
    ].join('\n\n'),
  };
}

const sayAbout = (topic: string, about: string) =>
  about ? `${topicWords(topic)}, “${about}”` : topicWords(topic);

export const quoted = (words: string) =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
