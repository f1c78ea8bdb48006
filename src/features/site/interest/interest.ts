/**
 * The list of people who want to hear from a workshop. Owns addresses, what each wants to hear about, and letters
 * to all of them. Promises that nobody stands on it without having answered a letter, that every letter leads out
 * of it, and that nobody learns whether an address stands on it. Leaves out accounts: the list knows addresses only.
 */
export const topics = {
  reviewing: 'Reviewing papers',
  jury: 'Being on the jury for works',
  attending: 'Attending',
  volunteering: 'Helping as a volunteer',
  news: 'News of the workshop',
} as const;

export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as Topic[];

export interface Interest {
  id: string;
  editionId: string;
  email: string;
  name: string;
  topics: Topic[];
  askedAt: Date;
  /** Null until the letter is answered. */
  confirmedAt: Date | null;
  /** That of the page on which it was asked; null is the edition's. */
  language: string | null;
}

/** What was never confirmed is forgotten after so many days. */
export const daysToConfirm = 30;
