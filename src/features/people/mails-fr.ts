/** Letters about accounts in French. */
import { french } from '#app/ui/typeset.ts';
import type { Change, PeopleLetters } from './mails.ts';
import { linkMinutes } from './person.ts';

const roleWords = {
  organizer: 'du comité d’organisation',
  reviewer: 'du comité de lecture',
  juror: 'du jury',
} as const;

export const fr: PeopleLetters = {
  signIn: (link) => ({
    subject: 'Votre lien pour vous connecter',
    body: french`Quelqu’un, sans doute vous, a demandé à se connecter avec cette adresse. Ce lien le permet :

${link}

Il sert une seule fois, pendant ${linkMinutes} minutes. Si ce n’était pas vous, jetez cette lettre : sans le lien, il ne se passe rien.
`,
  }),

  address: (link, asker) => ({
    subject: 'Veuillez confirmer cette adresse',
    body: french`La personne qui se connecte avec l’adresse ${asker} dit que celle-ci est aussi la sienne. Si c’est vous, connectez-vous et ouvrez ce lien :

${link}

Il sert une seule fois, pendant ${linkMinutes} minutes. Si ce n’est pas vous, jetez cette lettre : rien ne change.
`,
  }),

  change: (change, accountLink) => ({
    subject: 'Votre compte a changé',
    body: french`${sayChange(change)}

Si c’était vous, il n’y a rien à faire. Sinon, connectez-vous, mettez fin à toutes les sessions et revenez sur ce changement ici :

${accountLink}
`,
  }),

  role: ({ editionName, role, link }) => ({
    subject: `Vous faites partie ${roleWords[role]} de ${editionName}`,
    body: french`Le comité d’organisation de ${editionName} vous a confié un rôle : vous faites partie ${roleWords[role]}.

Connectez-vous avec cette adresse ; aucun mot de passe n’est nécessaire :

${link}

Si c’est une erreur, répondez à cette lettre et dites-le.
`,
  }),
};

function sayChange(change: Change): string {
  if (change.what === 'joined') return 'Un autre compte à vous fait maintenant partie de celui-ci.';
  if (change.what === 'passkey') return french`La clé d’accès « ${change.label} » a été ajoutée.`;
  const { what, address } = change;
  if (what === 'primary') return `Les lettres vont maintenant à ${address}.`;
  return what === 'added' ? `${address} a été ajoutée.` : `${address} a été retirée.`;
}
