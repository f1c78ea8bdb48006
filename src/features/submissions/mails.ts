/** Letters about a submission, as pure functions of facts. What people wrote is quoted, never linked. */
import { receiptText, type ReceiptFacts } from './receipt.ts';
import { wordsFor } from './submission.ts';
import { sayRule } from './rule-words.ts';

interface Place {
  edition: { name: string };
  kind: 'paper' | 'work';
  title: string;
  url: string;
}

const named = (title: string) => (title ? `“${title}”` : 'a submission without a title yet');

export function receiptLetter(facts: ReceiptFacts, to: { url: string; invited: boolean }) {
  const { one, thing } = wordsFor(facts.call.kind);
  return {
    subject: `Received: ${facts.version.title}`,
    body: [
      `${named(facts.version.title)} was received. This letter is your receipt; keep it.`,
      receiptText(facts),
      to.invited
        ? `You are named as ${one} of this ${thing}. Look at it, correct your name and affiliation, and confirm or object:`
        : 'You can change it until the deadline, or withdraw it:',
      to.url,
    ].join('\n\n'),
  };
}

export function invitationLetter({ edition, kind, title, url }: Place, { by }: { by: string }) {
  const { one, thing } = wordsFor(kind);
  return {
    subject: `You are named as ${one} of ${named(title)}`,
    body: [
      `${by} named you as ${one} of the ${thing} ${named(title)}, for ${edition.name}.`,
      `Look at it, correct your own name and affiliation, and confirm or object. You need no account:`,
      url,
      'If you do not know what this is about, object there with a word, and the organizers will see it.',
    ].join('\n\n'),
  };
}

export function objectionLetter(
  { edition, kind, title, url }: Place,
  { name, words }: { name: string; words: string },
) {
  const { one, thing } = wordsFor(kind);
  return {
    subject: `${name} objects to being named: ${title}`,
    body: [
      `${name} objects to being named as ${one} of the ${thing} ${named(title)}, for ${edition.name}.`,
      words ? quoted(words) : 'Without further words.',
      url,
    ].join('\n\n'),
  };
}

export function messageLetter({ edition, title, url }: Place, { by, words }: { by: string; words: string }) {
  return {
    subject: `A message about ${named(title)}`,
    body: [`${by} wrote about ${named(title)}, ${edition.name}:`, quoted(words), 'Answer here:', url].join(
      '\n\n',
    ),
  };
}

export function clearanceLetter(
  { edition, title, url }: Place,
  { rule, reason, until }: { rule: string; reason: string; until: string | null },
) {
  return {
    subject: `An exception for ${named(title)}`,
    body: [
      `The organizers of ${edition.name} made an exception for ${named(title)}: ${sayRule(rule)}.`,
      quoted(reason),
      until ? `It holds until ${until}.` : 'It holds until they end it.',
      url,
    ].join('\n\n'),
  };
}

export function declineLetter(
  { edition, title, url }: Place,
  { issues, reason, until }: { issues: string[]; reason: string; until: string },
) {
  return {
    subject: `A change is needed: ${named(title)}`,
    body: [
      `${named(title)} was received by ${edition.name} with something outside the rules of the call:`,
      issues.map((issue) => `- ${issue}`).join('\n'),
      'The organizers looked at it and cannot let it stand as it is. They write:',
      quoted(reason),
      `Please change it and submit it again until ${until}. Answer there if you see it otherwise:`,
      url,
    ].join('\n\n'),
  };
}

export function extensionLetter(
  { edition, title, url }: Place,
  { until, reason }: { until: string; reason: string },
) {
  return {
    subject: `A later deadline for ${named(title)}`,
    body: [
      `The organizers of ${edition.name} gave ${named(title)} a later deadline: ${until}.`,
      quoted(reason),
      url,
    ].join('\n\n'),
  };
}

export function withdrawalLetter(
  { edition, title, url }: Place,
  { by, revived }: { by: string; revived: boolean },
) {
  return {
    subject: revived ? `Brought back: ${title}` : `Withdrawn: ${title}`,
    body: [
      revived
        ? `${by} brought ${named(title)} back; it takes part in ${edition.name} again.`
        : `${by} withdrew ${named(title)} from ${edition.name}.`,
      revived ? 'See it here:' : 'It can be brought back until the deadline:',
      url,
    ].join('\n\n'),
  };
}

export function reminderLetter(
  { edition, kind, title, url }: Place,
  { state, until }: { state: 'draft' | 'changed'; until: string },
) {
  const { thing } = wordsFor(kind);
  const it = named(title);
  return {
    subject: `${state === 'draft' ? 'Not submitted yet' : 'Changed and not submitted again'}: ${title ? it : `your ${thing}`}`,
    body: [
      state === 'draft'
        ? `${it} for ${edition.name} is a draft: it takes no part unless you submit it.`
        : `${it} for ${edition.name} was changed since it was submitted. What was received stands; the changes count only once you submit again.`,
      `The deadline is ${until}. Submit it here:`,
      url,
    ].join('\n\n'),
  };
}

export const quoted = (words: string) =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
