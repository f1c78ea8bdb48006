/** Letters about a submission in French. What people wrote stands as they wrote it. */
import { french } from '#app/ui/typeset.ts';
import type * as en from './mails.ts';
import { quoted } from './mails.ts';
import { receiptText } from './receipt.ts';
import { sayRule } from './rule-words.ts';

const named = (title: string) => (title ? french`« ${title} »` : 'un dépôt encore sans titre');
const things = { paper: 'article', work: 'œuvre' } as const;
const signs = (kind: 'paper' | 'work') =>
  kind === 'paper' ? 'les personnes qui signent l’article' : 'les personnes qui ont créé l’œuvre';

export const receiptLetter: typeof en.receiptLetter = (facts, to) => ({
  subject: french`Bien reçu : ${facts.version.title}`,
  body: [
    french`Nous avons bien reçu ${named(facts.version.title)}. Cette lettre est votre accusé de réception ; gardez-la.`,
    receiptText(facts, 'fr'),
    to.invited
      ? french`Votre nom figure parmi ${signs(facts.call.kind)}. Regardez, corrigez votre nom et votre affiliation, puis confirmez ou refusez :`
      : french`Vous pouvez modifier ce dépôt jusqu’à la date limite, ou le retirer :`,
    to.url,
  ].join('\n\n'),
});

export const invitationLetter: typeof en.invitationLetter = ({ edition, kind, title, url }, { by }) => ({
  subject: french`Votre nom figure dans ${named(title)}`,
  body: [
    french`${by} a donné votre nom parmi ${signs(kind)} ${named(title)}, pour ${edition.name}.`,
    french`Regardez, corrigez votre propre nom et votre affiliation, puis confirmez ou refusez. Aucun compte n’est nécessaire :`,
    url,
    'Si vous ne savez pas de quoi il s’agit, refusez-le là d’un mot : le comité d’organisation le verra.',
  ].join('\n\n'),
});

export const objectionLetter: typeof en.objectionLetter = (
  { edition, kind, title, url },
  { name, words },
) => ({
  subject: french`${name} refuse d’y figurer : ${title}`,
  body: [
    french`${name} refuse de figurer parmi ${signs(kind)} ${named(title)}, pour ${edition.name}.`,
    words ? quoted(words) : 'Sans autre mot.',
    url,
  ].join('\n\n'),
});

export const messageLetter: typeof en.messageLetter = ({ edition, title, url }, { by, words }) => ({
  subject: french`Un message à propos de ${named(title)}`,
  body: [
    french`${by} a écrit à propos de ${named(title)}, ${edition.name} :`,
    quoted(words),
    french`Répondez ici :`,
    url,
  ].join('\n\n'),
});

export const clearanceLetter: typeof en.clearanceLetter = (
  { edition, title, url },
  { rule, reason, until },
) => ({
  subject: french`Une exception pour ${named(title)}`,
  body: [
    french`Le comité d’organisation de ${edition.name} a fait une exception pour ${named(title)} : ${sayRule(rule, 'fr')}.`,
    quoted(reason),
    until ? `Elle vaut jusqu’au ${until}.` : 'Elle vaut jusqu’à ce que le comité y mette fin.',
    url,
  ].join('\n\n'),
});

export const declineLetter: typeof en.declineLetter = (
  { edition, title, url },
  { issues, reason, until },
) => ({
  subject: french`Une modification est nécessaire : ${named(title)}`,
  body: [
    french`${edition.name} a bien reçu ${named(title)}, avec quelque chose qui sort des règles de l’appel. La vérification, qui parle anglais, a relevé ceci :`,
    issues.map((issue) => `- ${issue}`).join('\n'),
    french`Le comité d’organisation l’a regardé et ne peut pas l’accepter en l’état. Il écrit :`,
    quoted(reason),
    french`Merci de le modifier et de déposer à nouveau jusqu’au ${until}. Répondez là si vous voyez les choses autrement :`,
    url,
  ].join('\n\n'),
});

export const extensionLetter: typeof en.extensionLetter = ({ edition, title, url }, { until, reason }) => ({
  subject: french`Un délai pour ${named(title)}`,
  body: [
    french`Le comité d’organisation de ${edition.name} a reporté la date limite pour ${named(title)} : ${until}.`,
    quoted(reason),
    url,
  ].join('\n\n'),
});

export const withdrawalLetter: typeof en.withdrawalLetter = ({ edition, title, url }, { by, revived }) => ({
  subject: revived ? french`De retour : ${title}` : french`Retiré : ${title}`,
  body: [
    revived
      ? french`${by} a rétabli ${named(title)}, qui prend de nouveau part à ${edition.name}.`
      : french`${by} a retiré ${named(title)} de ${edition.name}.`,
    revived ? french`Voir ici :` : french`Ce dépôt peut être rétabli jusqu’à la date limite :`,
    url,
  ].join('\n\n'),
});

export const reminderLetter: typeof en.reminderLetter = ({ edition, kind, title, url }, { state, until }) => {
  const it = named(title);
  const subject = title ? it : `votre ${things[kind]}`;
  return {
    subject:
      state === 'draft'
        ? french`Pas encore déposé : ${subject}`
        : french`Modifié et pas déposé à nouveau : ${subject}`,
    body: [
      state === 'draft'
        ? french`Pour ${edition.name}, ${it} est un brouillon : il ne prend part à rien tant que vous ne le déposez pas.`
        : french`Pour ${edition.name}, ${it} a été modifié depuis son dépôt. Ce qui a été reçu demeure ; les modifications ne comptent que si vous déposez à nouveau.`,
      french`La date limite est le ${until}. Déposez ici :`,
      url,
    ].join('\n\n'),
  };
};
