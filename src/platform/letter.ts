/** The kinds of letters Salon writes. Essential ones always go at once; the others as their receiver chose. */
export const letterKinds = {
  'sign-in': { title: 'Links to sign in', essential: true },
  receipt: { title: 'Receipts of what you submitted', essential: true },
  invitation: { title: 'Invitations to a submission or a role', essential: true },
  decision: { title: 'Decisions', essential: true },
  account: { title: 'Changes to your account', essential: true },
  deletion: { title: 'Notice before files are deleted', essential: true },
  extension: { title: 'Extended deadlines', essential: false },
  reminder: { title: 'Reminders before a deadline', essential: false },
  message: { title: 'Messages about a submission', essential: false },
  enquiry: { title: 'What was asked on the public site, and the answers', essential: true },
  interest: { title: 'Asking whether you want to hear from a workshop', essential: true },
  announcement: { title: 'Letters from the organizers to many', essential: false },
  digest: { title: 'The daily digest itself', essential: true },
} as const;

export type LetterKind = keyof typeof letterKinds;

/** False also for kinds of an older Salon, which stay in the database. */
export const isLetterKind = (kind: string): kind is LetterKind => Object.hasOwn(letterKinds, kind);
