/** What must be there before a submission counts: each lack is a sentence at its field. */
import { besideFinal } from '#app/features/calls/final.ts';
import type { CallSettings, Question } from '#app/features/calls/settings.ts';
import type { FieldProblems } from '#app/platform/refusal.ts';
import { askedOf, isAnswered, otherIn, type Answer, type Disclosure } from './draft.ts';
import { linkAllowed, wordsFor, type Submission } from './submission.ts';

export const titleLimit = 300;

/** Fields are named as on the form: `title`, `topics`, `answers.stage`, `contributors`, `files`. */
export function lacks(submission: Submission, settings: CallSettings, now: Date): FieldProblems {
  const people = wordsFor(settings.kind);
  const { title, abstract, topics, kinds, answers, contributors } = submission;
  const found: FieldProblems = {};
  if (!title) found.title = `Give the ${people.thing} a title.`;
  else if (title.length > titleLimit) found.title = tooLong('The title', title, titleLimit);
  const { label, required, maxLength } = settings.abstract;
  if (required && !abstract.trim()) found.abstract = `“${label}” is still empty.`;
  else if (abstract.length > maxLength) found.abstract = tooLong(`“${label}”`, abstract, maxLength);
  if (settings.topics && topics.length === 0) found.topics = 'Choose at least one topic, or write your own.';
  if (settings.kinds && kinds.length === 0) found.kinds = `Choose: ${settings.kinds.label.toLowerCase()}.`;
  if (settings.kinds && !settings.kinds.several && kinds.length > 1)
    found.kinds = `Choose one: ${settings.kinds.label.toLowerCase()}.`;
  for (const question of askedOf(settings, answers)) {
    const lack = lackOf(question, answers[question.key]);
    if (lack) found[`answers.${question.key}`] = lack;
  }
  if (contributors.length === 0) found.contributors = `Name at least one ${people.one}.`;
  else if (!contributors.some(({ email }) => email))
    found.contributors = `Give the e-mail address of at least one ${people.one}: the receipt goes there.`;
  const lack = lackOfFiles(submission, settings, now);
  if (lack) found.files = lack;
  return found;
}

function lackOf(question: Question, answer: Answer | undefined): string | null {
  const { label, type, maxLength } = question;
  if (!isAnswered(answer)) return question.required ? `“${label}” needs an answer.` : null;
  if (typeof answer === 'string' && answer.length > maxLength)
    return tooLong(`“${label}”`, answer, maxLength);
  if (type === 'choice' && typeof answer === 'string' && !isChoice(question, answer))
    return `“${label}”: choose one of the answers shown.`;
  if (type === 'choices' && Array.isArray(answer)) {
    if ((answer as string[]).some((one) => !isChoice(question, one)))
      return `“${label}”: choose among the answers shown.`;
  }
  if (
    type === 'appearances' &&
    Array.isArray(answer) &&
    answer.some((one) => typeof one !== 'string' && !one.venue)
  )
    return `“${label}”: name the place or venue of each entry.`;
  if (type === 'disclosure' && isDisclosure(answer)) {
    if (answer.roles.includes('none') && answer.roles.length > 1)
      return `“${label}”: “None” stands beside other answers. Take one or the other.`;
    if (answer.systems.some(({ name }) => !name)) return `“${label}”: name each system.`;
    if (answer.share.length > maxLength) return tooLong(`“${label}”`, answer.share, maxLength);
  }
  return null;
}

const isDisclosure = (answer: Answer | undefined): answer is Disclosure =>
  typeof answer === 'object' && !Array.isArray(answer);

function isChoice({ options, other }: Question, answer: string): boolean {
  return options.some(({ key }) => key === answer) || (other && otherIn([answer]) !== '');
}

function lackOfFiles(submission: Submission, settings: CallSettings, now: Date): string | null {
  const { files, link, finalAsked } = submission;
  const { rules } = settings;
  const asked = finalAsked ? besideFinal(settings) : [];
  const has = (role: string) => files.some((file) => file.role === role);
  if (linkAllowed(submission, now)) {
    if (link?.url && !/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(link.url))
      return 'Give the full address of the link, starting with https://';
    if (link?.url || files.length > 0) return null;
    return 'Give the link that stands in for the file.';
  }
  if (rules.kind === 'paper') {
    if (!has('paper')) return 'Add the PDF of the paper.';
    const lacking = asked.find(({ role, needed }) => needed && !has(role));
    return lacking ? `Add the ${lacking.role}, and say which file it is.` : null;
  }
  // Which pieces there must be is a rule of the call: the check says so, and organizers may clear it.
  return files.length > 0 ? null : 'Add the work itself, or a video that shows it.';
}

function tooLong(what: string, text: string, limit: number): string {
  const over = (text.length - limit).toLocaleString('en');
  return `${what} is ${over} characters too long: at most ${limit.toLocaleString('en')}.`;
}
