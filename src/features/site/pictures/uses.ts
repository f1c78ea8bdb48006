/** Where an edition uses its pictures, and what is wrong with that: told before a draft is published. */
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { askedPictures } from '#app/ui/markdown.ts';
import type { SitePicture } from './picture.ts';
import { textsOf, type OwnText } from '../texts.ts';

interface Written {
  settings: EditionSettings;
  /** In force the moment it is decided; its pictures wait for publication all the same. */
  calls: readonly { title: string; text: string }[];
}

export interface PictureUse {
  where: string;
  key: string;
}

/** What may be used, and whether somebody has said what it shows. */
export interface KnownPicture {
  key: string;
  words: { alt: string } | null;
}

export function pictureUses(written: Written): PictureUse[] {
  const inTexts = allTexts(written).flatMap(({ where, text }) =>
    askedPictures(text).flatMap(({ address }) => {
      const key = keyIn(address);
      return key ? [{ where, key }] : [];
    }),
  );
  return [...inTexts, ...inFields(written.settings).filter(({ key }) => key !== '')];
}

export function pictureProblems(
  written: Written,
  library: KnownPicture[],
): { where: string; words: string }[] {
  const known = new Map(library.map((one) => [one.key, one]));
  const outside = allTexts(written).flatMap(({ where, text }) =>
    askedPictures(text)
      .filter(({ address }) => !address.startsWith('picture:'))
      .map(({ address }) => ({
        where,
        words: `The picture at ${address || 'no address'} is not shown: pages load nothing from elsewhere. Bring it to Pictures first.`,
      })),
  );
  const own = pictureUses(written).flatMap(({ where, key }) => {
    const found = known.get(key);
    if (!found) return [{ where, words: `There is no picture called “${key}”, so nothing is shown there.` }];
    if (!found.words)
      return [{ where, words: `Nobody has said yet what the picture “${key}” shows, so it is not shown.` }];
    return [];
  });
  const unread = mapsIn(written.settings.places)
    .filter(({ key }) => known.get(key)?.words?.alt === '')
    .map(({ where, key }) => ({
      where,
      words: `The picture “${key}” is said to be decorative, so its map tells nothing to whoever does not see it. Say what it shows.`,
    }));
  return [...outside, ...own, ...unread];
}

/** Chosen for a place of their own. */
function inFields({ about, people, places }: EditionSettings): PictureUse[] {
  return [
    { where: 'About › Logo', key: about.logo },
    { where: 'About › Picture on the first page', key: about.hero },
    ...people.map(({ name, photo }) => ({ where: `People › ${name} › Photo`, key: photo })),
    ...mapsIn(places),
  ];
}

const mapsIn = (places: EditionSettings['places']): PictureUse[] =>
  places.map(({ name, map }) => ({ where: `Places › ${name} › Map`, key: map }));

/** Of these, the pictures that a page shows which is told this; a page is drawn anew only where one of its own changed. */
export function picturesIn(data: object, pictures: SitePicture[]): SitePicture[] {
  if (pictures.length === 0) return [];
  const told = JSON.stringify(data);
  // Quotation marks within people's words are escaped here: no text is taken for a field.
  return pictures.filter(
    ({ key }) =>
      told.includes(`(picture:${key})`) ||
      ['photo', 'map', 'hero'].some((field) => told.includes(`"${field}":"${key}"`)),
  );
}

const allTexts = ({ settings, calls }: Written): OwnText[] => [
  ...textsOf({ settings }),
  ...calls.map(({ title, text }) => ({ where: `Calls › ${title}`, text })),
];

/** What is no possible key is told as one that does not exist. */
const keyIn = (address: string) => /^picture:(.*)$/.exec(address)?.[1];
