/** Letters about accounts, as pure functions of facts. They hold nothing that somebody else typed. */
import type { Spoken } from '#app/ui/language.ts';
import { fr } from './mails-fr.ts';
import { linkMinutes } from './person.ts';

export interface Letter {
  subject: string;
  body: string;
}

/** What happened to an account. */
export type Change =
  | { what: 'joined' }
  | { what: 'added' | 'removed' | 'primary'; address: string }
  | { what: 'passkey'; label: string };

export type RoleFacts = { editionName: string; role: 'organizer' | 'reviewer' | 'juror'; link: string };

export interface PeopleLetters {
  signIn(link: string): Letter;
  address(link: string, asker: string): Letter;
  change(change: Change, accountLink: string): Letter;
  role(facts: RoleFacts): Letter;
}

const roleWords = { organizer: 'an organizer', reviewer: 'a reviewer', juror: 'a juror' } as const;

const en: PeopleLetters = {
  signIn: (link) => ({
    subject: 'Your link to sign in',
    body: `Somebody, probably you, asked to sign in with this address. This link does it:

${link}

It works once, for ${linkMinutes} minutes. If it was not you, throw this letter away: nothing happens without the link.
`,
  }),

  address: (link, asker) => ({
    subject: 'Please confirm this address',
    body: `Whoever signs in as ${asker} says that this address is theirs too. If that is you, open this link while signed in:

${link}

It works once, for ${linkMinutes} minutes. If it is not you, throw this letter away: nothing changes.
`,
  }),

  change: (change, accountLink) => ({
    subject: 'Your account was changed',
    body: `${sayChange(change)}

If that was you, there is nothing to do. If not, sign in, end all sessions and take it back here:

${accountLink}
`,
  }),

  role: ({ editionName, role, link }) => ({
    subject: `You are ${roleWords[role]} of ${editionName}`,
    body: `The organizers of ${editionName} made you ${roleWords[role]}.

Sign in with this address; you need no password:

${link}

If this is a mistake, answer this letter and say so.
`,
  }),
};

export const lettersIn: Record<Spoken, PeopleLetters> = { en, fr };

function sayChange(change: Change): string {
  if (change.what === 'joined') return 'Another account of yours became part of this one.';
  if (change.what === 'passkey') return `The passkey “${change.label}” was added.`;
  const { what, address } = change;
  if (what === 'primary') return `Letters now go to ${address}.`;
  return what === 'added' ? `${address} was added.` : `${address} was removed.`;
}
