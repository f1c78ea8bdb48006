/** A description as typed: its parts in the order in which they are read, and the same as plain text. */
import type { TypedDescription } from './file.ts';

export interface Piece {
  kind: 'title' | 'heading' | 'text';
  text: string;
}

export const typedParts = {
  about: 'The work',
  people: 'Who made it',
  ai: 'How AI was used',
} as const satisfies Partial<Record<keyof TypedDescription, string>>;

/** Leaves out what is empty; a part alone needs no heading. */
export function piecesOf(typed: TypedDescription): Piece[] {
  const parts = (Object.keys(typedParts) as (keyof typeof typedParts)[])
    .map((key) => ({ key, text: printable(typed[key]) }))
    .filter(({ text }) => text !== '');
  const title = printable(typed.title).replaceAll('\n', ' ');
  return [
    ...(title === '' ? [] : [{ kind: 'title' as const, text: title }]),
    ...parts.flatMap(({ key, text }) => [
      ...(key === 'about' && parts.length === 1 ? [] : [{ kind: 'heading' as const, text: typedParts[key] }]),
      { kind: 'text' as const, text },
    ]),
  ];
}

export const plainText = (typed: TypedDescription): string =>
  `${[typed.title, ...Object.entries(typedParts).flatMap(([key, heading]) => (typed[key as keyof TypedDescription].trim() === '' ? [] : [`${heading}\n\n${typed[key as keyof TypedDescription].trim()}`]))].filter(Boolean).join('\n\n')}\n`;

export const saysNothing = ({ about, people, ai }: TypedDescription) =>
  `${about}${people}${ai}`.trim() === '';

/** What no page shows goes; spaces and hyphens of every width are the common ones. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .trim();
}
