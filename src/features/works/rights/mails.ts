/** Letters about rights, to all people of a paper or work; to the organizers when something is taken down. */
import { sayUtc } from '#app/features/submissions/receipt.ts';
import { grantReceipt, type GrantFacts } from './grant-receipt.ts';

interface Place {
  edition: { name: string };
  title: string;
  url: string;
}

export function grantLetter({ url }: Place, facts: GrantFacts) {
  return {
    subject: `Your rights: a receipt for ${facts.title}`,
    body: [
      `${facts.grant.by.name} said what ${facts.edition.name} may do with “${facts.title}”. This letter is the receipt; keep it.`,
      grantReceipt(facts),
      'See it, and take back any of it at any time, here:',
      url,
    ].join('\n\n'),
  };
}

export function endLetter(
  { edition, title, url }: Place,
  { by, at, uses, reason }: { by: string; at: Date; uses: string[]; reason: string },
) {
  return {
    subject: `Taken back: uses of ${title}`,
    body: [
      `${by} took back what ${edition.name} was allowed to do with “${title}”, at ${sayUtc(at)}:`,
      uses.map((use) => `- ${use}`).join('\n'),
      ...(reason ? [quoted(reason)] : []),
      'It counts from that moment on. What is granted now stands here:',
      url,
    ].join('\n\n'),
  };
}

export function takedownLetter(
  { edition, title, url }: Place,
  facts: { by: string; at: Date; what: string[]; reason: string; words: string },
) {
  return {
    subject: `Taken down: ${title}`,
    body: [
      `${facts.by} took down from ${edition.name}, at ${sayUtc(facts.at)}, of “${title}”: ${facts.what.join(', ')}.`,
      ...(facts.reason ? [quoted(facts.reason)] : []),
      'It is hidden from now on. In its place stands:',
      quoted(facts.words),
      url,
    ].join('\n\n'),
  };
}

export function takedownEndLetter(
  { edition, title, url }: Place,
  { by, at, reason }: { by: string; at: Date; reason: string },
) {
  return {
    subject: `No longer taken down: ${title}`,
    body: [
      `${by} ended the takedown of “${title}”, ${edition.name}, at ${sayUtc(at)}. What is granted may be shown again.`,
      quoted(reason),
      url,
    ].join('\n\n'),
  };
}

const quoted = (words: string) =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
