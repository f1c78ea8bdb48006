/** Letters about what is accepted, in French. */
import { french } from '#app/ui/typeset.ts';
import type { Task } from './finishing.ts';
import type { Facts, FinishingLetters } from './mails.ts';

const things = { paper: 'l’article', work: 'l’œuvre' } as const;

export const fr: FinishingLetters = {
  accepted: (facts) => ({
    subject: french`C’est retenu : ${facts.title}`,
    body: [
      french`Félicitations. ${facts.edition.name} retient ${things[facts.kind]} « ${facts.title} », et se réjouit de la présentation.`,
      facts.tasks.length > 0
        ? french`Voici ce que nous vous demandons maintenant :`
        : 'Il ne vous reste rien à faire.',
      ...asked(facts),
      'Tout devient public une fois cela fait, quand le comité d’organisation publie. Personne n’y est nommé sans avoir dit oui.',
    ].join('\n\n'),
  }),
  reminder: (facts) => ({
    subject: french`Encore à faire : ${facts.tasks.map(({ task }) => short[task]).join(', ')}, pour ${facts.title}`,
    body: [
      french`${facts.edition.name} a retenu ${things[facts.kind]} « ${facts.title} ». Ce que nous attendons encore de vous :`,
      ...asked(facts),
      'Ce que vous avez déjà fait est ici, en sûreté. Si quelque chose vous arrête, répondez-y au comité d’organisation.',
    ].join('\n\n'),
  }),
};

const short: Record<Task, string> = {
  final: 'la version définitive',
  grants: 'ce qui peut être montré',
  credit: 'votre nom',
};

function asked({ kind, due, says, tasks, needsAccount }: Facts): string[] {
  const words: Record<Task, string> = {
    final: [
      french`Déposez la version définitive de ${things[kind]} jusqu’au ${due}. Si rien ne change, déposez-la telle quelle.`,
      ...says.map((sentence) => `- ${sentence}`),
    ].join('\n'),
    grants: french`Dites ce que l’atelier peut faire de ${things[kind]}, usage par usage. Rien n’en est montré auparavant.`,
    credit: 'Confirmez votre nom tel qu’il doit figurer, ou demandez qu’il ne figure pas.',
  };
  const own = tasks.some(({ task }) => task !== 'credit');
  return [
    ...tasks.map(({ task, url }) => `${words[task]}\n${url}`),
    ...(needsAccount && own
      ? [
          'Pour tout sauf votre nom, connectez-vous d’abord avec cette adresse même. Aucun mot de passe n’est nécessaire.',
        ]
      : []),
  ];
}
