/**
 * A thread between somebody on the public site and the organizers: no account, a mail address, a link in each
 * letter. Owns what was asked and answered, and whether it is closed or spam. Promises that nothing which was sent
 * is lost: what looks like a machine's is set aside, not thrown away. Leaves out submissions: what it may name is a
 * public paper or work, by the address at which everybody reads it.
 */
export const topics = {
  question: 'A question about the workshop',
  takedown: 'About a work: ask for a takedown',
  press: 'Press',
  access: 'Access: what I need to take part',
  other: 'Something else',
} as const;

export type Topic = keyof typeof topics;
export const isTopic = (text: string): text is Topic => Object.hasOwn(topics, text);
/** Also for a topic of an older Salon, which stays in the database. */
export const topicWords = (topic: string): string => (isTopic(topic) ? topics[topic] : topic);

export type EnquiryState = 'open' | 'answered' | 'closed' | 'spam';

export const states: Record<
  EnquiryState,
  { word: string; tone: 'open' | 'positive' | 'quiet' | 'caution'; list: string }
> = {
  open: { word: 'Open', tone: 'open', list: 'Nothing waits for an answer.' },
  answered: { word: 'Answered', tone: 'positive', list: 'Nothing is answered and not closed yet.' },
  closed: { word: 'Closed', tone: 'quiet', list: 'Nothing is closed yet.' },
  spam: { word: 'Spam', tone: 'caution', list: 'Nothing is set aside as spam.' },
};

export interface End {
  kind: 'closed' | 'spam';
  endedAt: Date;
  endedBy: string | null;
}

export interface EnquiryMessage {
  id: string;
  at: Date;
  byPerson: string | null;
  by: string;
  byOrganizer: boolean;
  words: string;
}

export interface Enquiry {
  id: string;
  editionId: string;
  begunAt: Date;
  name: string;
  email: string;
  topic: string;
  /** Such as `works/low-tide`, with its title as it was then; empty where it is about none. */
  about: string;
  aboutTitle: string;
  /** That of the page on which it was written; null is the edition's. */
  language: string | null;
  /** Oldest first. */
  messages: EnquiryMessage[];
  /** Those in force. */
  ends: End[];
}

export function stateOf({ ends, messages }: Pick<Enquiry, 'ends' | 'messages'>): EnquiryState {
  if (ends.some(({ kind }) => kind === 'spam')) return 'spam';
  if (ends.some(({ kind }) => kind === 'closed')) return 'closed';
  return messages.at(-1)?.byOrganizer ? 'answered' : 'open';
}

/** How long a thread is kept after the edition's last day, or after its last message if that is later. */
export const keptYears = 1;
