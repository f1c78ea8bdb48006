/**
 * The picture that goes with a link to a public page: what it says and how it looks. Owns its words, measures and
 * address. Promises that it says nothing that its page does not say, and that a changed word is another address.
 * Leaves out how it is drawn (`drawing.server.ts`).
 */
import { accentOf, contrast, grounds } from '#app/ui/accent.ts';
import type { Faces } from '#app/ui/faces.ts';
import type { Page } from '../page.ts';

/** What every program that shows links takes. */
export const size = { width: 1200, height: 630 };
export const type = 'image/png';

/** Beside what the frame of the page says. */
export interface CardWords {
  /** Under the title, one line each or more; without it, where the workshop takes place. */
  foot?: string[];
  /** Where it lies: a record's picture comes and goes with the record's folder, and is answered with its headers. */
  folder?: string;
  /** Says no more than what edition this is. */
  untitled?: true;
}

export interface Card {
  /** Of the edition; empty where the title says it. */
  name: string;
  when: string;
  title: string;
  foot: string[];
  /** Stands there where our faces have letters for nothing else. */
  slug: string;
  accent: string;
  faces: Faces;
  /** Hash of its bytes. */
  logo: string | null;
}

export function cardOf(
  { title, frame, card }: Page,
  { accent, faces }: Pick<Card, 'accent' | 'faces'>,
): Card {
  const said = card?.untitled || title === frame.name ? '' : title;
  return {
    name: said && frame.name,
    when: frame.when,
    title: said || frame.name,
    foot: (card?.foot ?? [frame.where]).filter(Boolean),
    slug: frame.slug,
    accent,
    faces,
    logo: logoIn(frame.logo?.files ?? []),
  };
}

/** `hash`: of all that it is made from. */
export const cardAddress = ({ frame, card }: Page, hash: string) =>
  `${card?.folder ? `${card.folder}/social` : `assets/social/${frame.slug}`}.${hash.slice(0, 10)}.png`;

/** By its address alone. */
export const isCard = (address: string) =>
  /(?:^assets\/social\/[^/]+|\/social)\.[0-9a-f]{10}\.png$/.test(address);

/** In words, for whoever does not see it. */
export const cardAlt = ({ title, name, when, foot }: Card) =>
  [title, ...foot, name, when].filter(Boolean).join(' · ');

export interface Inks {
  ground: string;
  ink: string;
  muted: string;
  accent: string;
}

/**
 * By day, unless the accent is so light that it would have to be darkened there: by night it is itself. A logo was
 * made for paper.
 */
export function inksOf({ accent, logo }: Pick<Card, 'accent' | 'logo'>): Inks {
  const { day, night } = accentOf(accent);
  const isDay = logo !== null || contrast(accent, grounds.day[0]) >= 4.5;
  return isDay
    ? { ground: grounds.day[0], ink: '#16181c', muted: '#565a61', accent: day }
    : { ground: grounds.night[0], ink: '#ecebe6', muted: '#a6a9ae', accent: night };
}

/** The smallest that is large enough, of the kinds that can be clear where nothing is. */
function logoIn(files: { mime: string; height: number; sha256: string }[]): string | null {
  const clear = files.filter(({ mime }) => mime === 'image/webp').sort((a, b) => a.height - b.height);
  return (clear.find(({ height }) => height >= 64) ?? clear.at(-1) ?? files[0])?.sha256 ?? null;
}
