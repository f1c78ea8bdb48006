/** Letters about accounts, as pure functions of facts. They hold nothing that somebody else typed. */
import { linkMinutes } from './person.ts';

export const signInLetter = (link: string) => ({
  subject: 'Your link to sign in',
  body: `Somebody, probably you, asked to sign in with this address. This link does it:

${link}

It works once, for ${linkMinutes} minutes. If it was not you, throw this letter away: nothing happens without the link.
`,
});

export const addressLetter = (link: string, asker: string) => ({
  subject: 'Please confirm this address',
  body: `Whoever signs in as ${asker} says that this address is theirs too. If that is you, open this link while signed in:

${link}

It works once, for ${linkMinutes} minutes. If it is not you, throw this letter away: nothing changes.
`,
});

export const changeLetter = (what: string, accountLink: string) => ({
  subject: 'Your account was changed',
  body: `${what}

If that was you, there is nothing to do. If not, sign in, end all sessions and take it back here:

${accountLink}
`,
});

const roleWords = { organizer: 'an organizer', reviewer: 'a reviewer', juror: 'a juror' } as const;

export const roleLetter = (facts: { editionName: string; role: keyof typeof roleWords; link: string }) => ({
  subject: `You are ${roleWords[facts.role]} of ${facts.editionName}`,
  body: `The organizers of ${facts.editionName} made you ${roleWords[facts.role]}.

Sign in with this address; you need no password:

${facts.link}

If this is a mistake, answer this letter and say so.
`,
});
