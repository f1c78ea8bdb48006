/** The views of a turntable: how many there are, what they are called, and how their pictures are named. */

/** So many steps all around; the first is from the front, and they go on to the right. */
export const around = 24;

/** By the number of the view, from one; the two last are from above and from below. */
export const viewCount = around + 2;

export type Side =
  | 'front'
  | 'front-right'
  | 'right'
  | 'back-right'
  | 'back'
  | 'back-left'
  | 'left'
  | 'front-left'
  | 'above'
  | 'below';

const sides: Side[] = [
  'front',
  'front-right',
  'right',
  'back-right',
  'back',
  'back-left',
  'left',
  'front-left',
];

/** The nearest of eight sides; of two that are as near, the later. */
export const sideOf = (view: number): Side =>
  view > around
    ? view === around + 1
      ? 'above'
      : 'below'
    : sides[Math.round(((view - 1) * 8) / around) % 8]!;

/** What is seen without a script: from each side, from above and from below. */
export const mainViews = [1, 1 + around / 4, 1 + around / 2, 1 + (around * 3) / 4, around + 1, around + 2];

/** In radians: around the thing, and up from its ground. */
export function angleOf(view: number): { turn: number; rise: number } {
  const degree = Math.PI / 180;
  if (view > around) return { turn: 0, rise: (view === around + 1 ? 75 : -60) * degree };
  return { turn: ((view - 1) * 2 * Math.PI) / around, rise: 14 * degree };
}

/** `main-view-07.avif`; the first is the file's picture, and is named as pictures are. */
export const viewName = (stem: string, view: number, ending: string) =>
  `${stem}-view-${String(view).padStart(2, '0')}.${ending}`;

/** Which view it is by its name; null where it is none. */
export function viewNumber(name: string): number | null {
  const number = Number(/-view-(\d\d)\.\w+$/.exec(name)?.[1]);
  return number >= 1 && number <= viewCount ? number : null;
}

/** What is asked of the child that draws views (`turning.server.ts`), and what it says. */
export interface ViewOrder {
  path: string;
  /** As the checker named it. */
  kind: string;
  /** Files that came with it, by the names it may call them. */
  beside: { name: string; path: string }[];
  stem: string;
  xmp: string;
  maxPixels: number | null;
  views: number[];
}

export type ViewSaid =
  | { undrawable: string }
  | { triangles: number }
  | { view: number; name: string; mime: string; width: number; height: number };
