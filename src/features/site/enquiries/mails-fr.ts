/** The letters of an enquiry in French, to who asked. Organizers read theirs in English, as they read their desk. */
import { french } from '#app/ui/typeset.ts';
import { wordsIn } from '../words/words.ts';
import { quoted, type Letters, type Place } from './mails.ts';

export const fr: Letters = {
  received: ({ edition, topic, about, url }, { words }) => ({
    subject: `Vous avez écrit à ${edition}`,
    body: [
      french`Votre message est parvenu au comité d’organisation de ${edition}. Sujet : ${sayAbout(topic, about)}.`,
      quoted(words),
      french`La réponse vient par courrier électronique. Lisez tout le fil ici et écrivez à nouveau ; ce lien suffit pour cela :`,
      url,
      'Si vous n’avez rien écrit, quelqu’un a donné votre adresse par erreur. Vous n’avez rien à faire.',
    ].join('\n\n'),
  }),
  answer: ({ edition, url }, { by, words }) => ({
    subject: `Une réponse de ${edition}`,
    body: [
      french`${by} a répondu pour le comité d’organisation de ${edition} :`,
      quoted(words),
      french`Lisez tout le fil et écrivez à nouveau ici :`,
      url,
    ].join('\n\n'),
  }),
};

const sayAbout = (topic: Place['topic'], about: Place['about']) => {
  const said = wordsIn('fr').contact.topics[topic] ?? topic;
  return about ? french`${said} : « ${about} »` : said;
};
