/** Letters about files, as pure functions of facts. */
import { sayDay } from '#app/features/calls/dates.ts';
import type { Spoken } from '#app/ui/language.ts';
import { french } from '#app/ui/typeset.ts';

interface Facts {
  title: string;
  on: string;
  address: string;
}
type Write = (facts: Facts) => { subject: string; body: string };

export const deletionLetters: Record<Spoken, Write> = {
  en: ({ title, on, address }) => {
    const work = title.trim() === '' ? 'your submission' : `“${title.trim()}”`;
    return {
      subject: `The files of ${work} will be deleted on ${on}`,
      body: [
        `The call said that files which are withdrawn or not selected are deleted in the end. For ${work} that day is ${on}.`,
        'If you want a copy, download your files before then:',
        address,
        'The record of what you wrote and when stays with the organizers; only the files go.',
      ].join('\n\n'),
    };
  },
  fr: ({ title, on, address }) => {
    const work = title.trim() === '' ? 'votre dépôt' : french`« ${title.trim()} »`;
    const day = sayDay(on, 'fr');
    return {
      subject: french`Les fichiers de ${work} seront effacés le ${day}`,
      body: [
        french`L’appel annonçait que les fichiers retirés ou non retenus sont effacés à la fin. Pour ${work}, ce jour est le ${day}.`,
        french`Si vous voulez en garder une copie, téléchargez vos fichiers d’ici là :`,
        address,
        french`La trace de ce que vous avez écrit, et quand, demeure auprès du comité d’organisation ; seuls les fichiers s’en vont.`,
      ].join('\n\n'),
    };
  },
};
