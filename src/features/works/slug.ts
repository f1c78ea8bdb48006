/**
 * The last part of a public address, made from a title. Promises plain letters, digits and hyphens whatever the
 * script, so that it is the same in an address, on a disk and read aloud; never one that was taken before.
 */
import { inLatin } from './letters.ts';

const longest = 64;

/** Names that a folder or a disk keeps for itself, and that of a page beside the works. */
const kept = /^(index|ours|con|prn|aux|nul|com\d|lpt\d)$/;

export interface Naming {
  title: string;
  kind: 'paper' | 'work';
  /** What it was called in addresses before, the newest first. */
  own: readonly string[];
  /** Every one that was ever given in the edition, also its own. */
  taken: ReadonlySet<string>;
}

/** The one it has, where that still says its title; else a new one. */
export function slugFor({ title, kind, own, taken }: Naming): string {
  const base = slugFrom(title) || kind;
  const still = own.find((slug) => slug === base || numbered(slug, base));
  if (still) return still;
  if (!taken.has(base) && !kept.test(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

/** Empty where nothing of the title can be written in plain letters. */
export function slugFrom(title: string): string {
  const plain = [...title.toLowerCase().normalize('NFKC')]
    .map((letter) => inLatin.get(letter) ?? [...letter.normalize('NFKD')].map(alone).join(''))
    .join('')
    .replace(/[\p{M}\u0640'’ʼ]/gu, '')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return shortened(words);
}

const alone = (letter: string) => inLatin.get(letter) ?? letter;

/** Whole words up to the limit; a single longer one is cut. */
function shortened(words: string[]): string {
  let slug = words[0]?.slice(0, longest) ?? '';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}

const numbered = (slug: string, base: string) =>
  slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1));
