/**
 * A picture of the organizers: brought for the pages of one edition, with what it shows and who made it. Owns its
 * names and addresses. Promises that a page shows none without words. Leaves out the files of papers and works, which
 * their creators grant (`works/rights`), and how it is drawn on a page (`ui/drawn-picture.ts`).
 */
import * as v from 'valibot';
import type { DrawnPicture } from '#app/ui/drawn-picture.ts';
import { spokenFor } from '#app/ui/language.ts';
import { uiWords } from '#app/ui/words.ts';
import type { To } from '../page.ts';

export interface PictureWords {
  /** Empty where whoever brought it said that it is decorative. */
  alt: string;
  credit: string;
  licence: string;
  link: string;
}

/** As a publication holds it. */
export interface UsedPicture extends PictureWords {
  key: string;
  revision: number;
}

export interface PictureFile {
  name: string;
  mime: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
}

/** With everything that a page needs. */
export interface SitePicture extends UsedPicture {
  files: PictureFile[];
}

/** What is stated by whoever brings a picture, and kept with who and when. */
export const statement =
  'We may publish this: we made it, or whoever made it lets us, and whoever can be recognized in it agrees.';

export const mostPictures = { bytes: 30_000_000, atOnce: 10 };

/** Named by its bytes, so that it may be kept for ever by whoever has it. */
export function pictureAddress(slug: string, key: string, { name, sha256 }: PictureFile): string {
  return `assets/pictures/${slug}/${key}${name.replace(/^picture/, '').replace(/\.(\w+)$/, `.${sha256.slice(0, 10)}.$1`)}`;
}

/** The line that shows it in a text. Brackets would end the words too early. */
export const pictureLine = (key: string, alt: string) =>
  `![${alt.replace(/[[\]\s]+/g, ' ').trim()}](picture:${key})`;

/** The largest that every program reads. */
export function absolutePicture({ key, files }: SitePicture, slug: string, base: string): string | undefined {
  const largest = files.filter(({ mime }) => mime === 'image/jpeg').sort((a, b) => b.width - a.width)[0];
  return largest && `${base}/${pictureAddress(slug, key, largest)}`;
}

/** With links that lead from the page that shows it. */
export function drawnFrom(
  { files, ...words }: SitePicture,
  { slug, language }: { slug: string; language: string },
  to: To,
): DrawnPicture {
  const { picture: what } = uiWords[spokenFor(language)];
  const set = (mime: string) =>
    files
      .filter((file) => file.mime === mime)
      .sort((a, b) => a.width - b.width)
      .map((file) => ({
        link: to(pictureAddress(slug, words.key, file)),
        width: file.width,
        height: file.height,
      }));
  return {
    ...words,
    what,
    sets: { avif: set('image/avif'), webp: set('image/webp'), jpeg: set('image/jpeg') },
  };
}

type AtDesk = Pick<DrawnPicture, 'alt' | 'credit' | 'licence' | 'link'> | null;

/** For a look at a text before it is saved: one size is enough there. */
export function drawnAtDesk(
  slug: string,
  pictures: readonly { key: string; width: number; height: number; words: AtDesk }[],
): (key: string) => DrawnPicture | undefined {
  const shown = new Map(pictures.map((one) => [one.key, one]));
  return (key) => {
    const { words, width, height } = shown.get(key) ?? { words: null };
    if (!words) return undefined;
    const jpeg = [{ link: `/desk/${slug}/pictures/${key}`, width: width!, height: height! }];
    return { ...words, what: uiWords.en.picture, sets: { avif: [], webp: [], jpeg } };
  };
}

const line = (most: number) =>
  v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, `Keep this under ${most} characters.`));

export const wordsForm = v.pipe(
  v.object({
    alt: v.pipe(
      line(500),
      v.regex(
        /^(?!\S+\.(jpe?g|png|webp|avif|gif|svg|heic)$)/i,
        'This is the name of a file. Say what the picture shows.',
      ),
    ),
    decorative: v.optional(v.boolean(), false),
    credit: v.pipe(line(200), v.minLength(1, 'Say who made it.')),
    licence: line(120),
    link: v.pipe(line(300), v.regex(/^(https?:\/\/\S+)?$/, 'Write a full address, https://…')),
  }),
  v.forward(
    v.check(
      ({ alt, decorative }) => decorative !== (alt !== ''),
      'Say what it shows, or tick that it is decorative: one of the two.',
    ),
    ['alt'],
  ),
);
