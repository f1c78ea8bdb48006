/** Letters to people who want to hear from a workshop, as pure functions of facts. */
import { daysToConfirm, topics, type Topic } from './interest.ts';

export interface Links {
  confirm: string;
  leave: string;
}

export function confirmLetter(edition: string, { about, links }: { about: Topic[]; links: Links }) {
  return {
    subject: `Do you want to hear from ${edition}?`,
    body: [
      `Somebody, most likely you, gave this address to hear from ${edition} about:`,
      about.map((topic) => `- ${topics[topic]}`).join('\n'),
      'If you want that, say so here:',
      links.confirm,
      `If not, you need not do anything: without your yes the address is forgotten after ${daysToConfirm} days. To have it forgotten at once, and to leave at any time:`,
      links.leave,
    ].join('\n\n'),
  };
}

/** What organizers wrote, and the way out. */
export function listLetter(
  edition: string,
  { subject, body, leave }: { subject: string; body: string; leave: string },
) {
  return {
    subject,
    body: [
      body,
      '--',
      `You get this because you asked to hear from ${edition}. Leave the list here:`,
      leave,
    ].join('\n\n'),
  };
}
