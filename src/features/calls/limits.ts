/**
 * The limits of a call in plain words, made from the same data that the checks use (`call.rules`):
 * what the page says and what the checker does cannot part ways.
 */
import type { PaperRules, WorkRules } from '#app/preflight/rules.ts';
import { sayExactSize } from '#app/preflight/size.ts';
import { isOwnFormat, sayFormat } from './format.ts';
import type { CallSettings } from './settings.ts';

/** One sentence for each limit that the rules hold. */
export function limitsOf(call: Pick<CallSettings, 'rules' | 'abstract'>): string[] {
  const { rules } = call;
  const said = rules.kind === 'paper' ? paperLimits(rules) : workLimits(rules);
  const { label, maxLength } = call.abstract;
  return [...said, `${label}: at most ${count(maxLength)} characters.`];
}

/** The call's text with its limits, as a list in Markdown, where `{{limits}}` stands. */
export function withLimits(call: Pick<CallSettings, 'rules' | 'abstract' | 'text'>): string {
  const list = limitsOf(call)
    .map((limit) => `- ${limit}`)
    .join('\n');
  return call.text.replaceAll(/^[ \t]*\{\{\s*limits\s*\}\}[ \t]*$/gm, () => list);
}

function paperLimits({ maxBodyPages, maxBytes, authorsVisible, format, supplement }: PaperRules): string[] {
  return [
    `The paper is one PDF of at most ${many(maxBodyPages, 'page')}, references not counted.`,
    `It follows the format: ${format.label}${isOwnFormat(format) ? `, ${sayFormat(format)}` : ''}.`,
    authorsVisible ? 'The names of the authors stand on the paper.' : 'The paper does not name its authors.',
    `The PDF is at most ${sayExactSize(maxBytes)}.`,
    supplement
      ? `Supplementary material: at most ${many(supplement.maxFiles, 'file')}, together at most ${sayExactSize(supplement.maxBytes)}.`
      : 'There is no supplementary material.',
  ];
}

function workLimits(rules: WorkRules): string[] {
  const { requireOneOf, maxVideoSeconds, filmMayBeLonger, requireDescription } = rules;
  const { descriptionMaxPages, maxSupplementary, maxBytes } = rules;
  const [main, video] = [requireOneOf.includes('main'), requireOneOf.includes('video')];
  const length = `of at most ${duration(maxVideoSeconds)}`;
  const whole = video
    ? `The work itself as one file, or a video ${length} that shows it, or both.`
    : 'The work itself as one file.';
  return [
    main ? whole : `A video ${length} that shows the work.`,
    ...(video && filmMayBeLonger ? ['A film that is itself the work may be longer.'] : []),
    `A description${requireDescription ? '' : ', if you like'}: at most ${many(descriptionMaxPages, 'page')}.`,
    maxSupplementary === 0
      ? 'There is no supplementary material.'
      : `Supplementary material: at most ${many(maxSupplementary, 'file')}.`,
    `Everything together is at most ${sayExactSize(maxBytes)}.`,
  ];
}

const count = (number: number) => number.toLocaleString('en');
const many = (number: number, what: string) => `${count(number)} ${what}${number === 1 ? '' : 's'}`;
const duration = (seconds: number) =>
  seconds % 60 === 0 ? many(seconds / 60, 'minute') : many(seconds, 'second');
