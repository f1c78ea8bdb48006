/** Letters about calls, as pure functions of facts, in each language of the interface. */
import type { Spoken } from '#app/ui/language.ts';
import { french } from '#app/ui/typeset.ts';

interface Extended {
  callTitle: string;
  round?: 'submission' | 'final';
  editionName: string;
  was: string;
  words: string;
  utc: string;
  reason: string;
  link: string;
}

type Write = (facts: Extended) => { subject: string; body: string };

export const extensionLetters: Record<Spoken, Write> = {
  en: ({ callTitle, round = 'submission', editionName, was, words, utc, reason, link }) => {
    const of = round === 'final' ? `final versions of “${callTitle}”` : `“${callTitle}”`;
    return {
      subject: `More time: ${round === 'final' ? 'final versions, ' : ''}${callTitle}, ${editionName}`,
      body: [
        `The deadline of ${of} has been extended.`,
        `New deadline: ${words}\n(in UTC: ${utc})\nBefore: ${was}`,
        `The organizers say: ${reason}`,
        `Nothing you saved or submitted is affected. You can go on here:\n${link}`,
      ].join('\n\n'),
    };
  },
  fr: ({ callTitle, round = 'submission', editionName, was, words, utc, reason, link }) => {
    const of =
      round === 'final' ? french`des versions définitives de « ${callTitle} »` : french`de « ${callTitle} »`;
    return {
      subject: french`Plus de temps : ${round === 'final' ? 'versions définitives, ' : ''}${callTitle}, ${editionName}`,
      body: [
        `La date limite ${of} est reportée.`,
        french`Nouvelle date limite : ${words}\n(en UTC : ${utc})\nAuparavant : ${was}`,
        french`Le comité d’organisation écrit : ${reason}`,
        french`Rien de ce que vous avez enregistré ou déposé n’est touché. Vous pouvez continuer ici :\n${link}`,
      ].join('\n\n'),
    };
  },
};
