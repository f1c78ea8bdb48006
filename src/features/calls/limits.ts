/**
 * The limits of a call in plain words, made from the same data that the checks use (`call.rules`):
 * what the page says and what the checker does cannot part ways.
 */
import type { CallSettings } from './settings.ts';

/** One sentence for each limit that the rules hold; a rule that is not set says nothing. */
export function limitsOf(call: Pick<CallSettings, 'rules' | 'abstract'>): string[] {
  const rules = call.rules as unknown as Partial<Limits> & { kind: string };
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

/** 104857600 as "100 MiB"; sizes that are no round number keep one decimal. */
export function sayBytes(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  const step = Math.max(0, Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const value = bytes / 1024 ** step;
  if (bytes === 1) return '1 byte';
  return `${Number.isInteger(value) ? count(value) : value.toFixed(1)} ${units[step]}`;
}

interface Limits {
  maxBytes: number;
  maxBodyPages: number;
  authorsVisible: boolean;
  format: { label: string };
  supplement: { maxFiles: number; maxBytes: number } | null;
  requireOneOf: string[];
  requireDescription: boolean;
  descriptionMaxPages: number;
  maxVideoSeconds: number;
  filmMayBeLonger: boolean;
  maxSupplementary: number;
}

function paperLimits({
  maxBodyPages,
  maxBytes,
  authorsVisible,
  format,
  supplement,
}: Partial<Limits>): string[] {
  return [
    maxBodyPages && `The paper is one PDF of at most ${many(maxBodyPages, 'page')}, references not counted.`,
    format && `It follows the format: ${format.label}.`,
    authorsVisible === true && 'The names of the authors stand on the paper.',
    authorsVisible === false && 'The paper does not name its authors.',
    maxBytes && `The PDF is at most ${sayBytes(maxBytes)}.`,
    supplement &&
      `Supplementary material: at most ${many(supplement.maxFiles, 'file')}, together at most ${sayBytes(supplement.maxBytes)}.`,
    supplement === null && 'There is no supplementary material.',
  ].filter((sentence) => typeof sentence === 'string');
}

function workLimits(rules: Partial<Limits>): string[] {
  const { requireOneOf, maxVideoSeconds, filmMayBeLonger, requireDescription } = rules;
  const { descriptionMaxPages, maxSupplementary, maxBytes } = rules;
  const main = requireOneOf?.includes('main') ?? false;
  const video = requireOneOf?.includes('video') ?? false;
  const length = maxVideoSeconds ? ` of at most ${duration(maxVideoSeconds)}` : '';
  return [
    main && video && `The work itself as one file, or a video${length} that shows it, or both.`,
    main && !video && 'The work itself as one file.',
    video && !main && `A video${length} that shows the work.`,
    filmMayBeLonger && maxVideoSeconds && 'A film that is itself the work may be longer.',
    descriptionMaxPages &&
      `A description${requireDescription ? '' : ', if you like'}: at most ${many(descriptionMaxPages, 'page')}.`,
    maxSupplementary === 0 && 'There is no supplementary material.',
    maxSupplementary && `Supplementary material: at most ${many(maxSupplementary, 'file')}.`,
    maxBytes && `Everything together is at most ${sayBytes(maxBytes)}.`,
  ].filter((sentence) => typeof sentence === 'string');
}

const count = (number: number) => number.toLocaleString('en');
const many = (number: number, what: string) => `${count(number)} ${what}${number === 1 ? '' : 's'}`;
const duration = (seconds: number) =>
  seconds % 60 === 0 ? many(seconds / 60, 'minute') : many(seconds, 'second');
