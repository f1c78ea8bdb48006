/** A picture as markup: in the formats and widths there are, its place kept before it arrives, its credit in sight. */

interface Offer {
  link: string;
  width: number;
  height: number;
}

export interface DrawnPicture {
  /** What stands before the credit, in the language of the page: “Picture:”. */
  what: string;
  alt: string;
  credit: string;
  licence: string;
  link: string;
  /** Narrowest first. */
  sets: { avif: Offer[]; webp: Offer[]; jpeg: Offer[] };
}

/** Wide enough for most lines. */
const usual = 960;

/** What of it goes into markup; undefined where no browser could show it. */
export function offersOf({ sets }: Pick<DrawnPicture, 'sets'>) {
  const { jpeg } = sets;
  const largest = jpeg.at(-1);
  if (!largest) return undefined;
  const set = (all: Offer[]) => all.map(({ link, width }) => `${link} ${width}w`).join(', ');
  return {
    largest,
    plain: jpeg.find(({ width }) => width >= usual) ?? largest,
    srcset: set(jpeg),
    sources: (['avif', 'webp'] as const)
      .filter((format) => sets[format].length > 0)
      .map((format) => ({ type: `image/${format}`, srcset: set(sets[format]) })),
  };
}

/** `alt` says other words than its own. */
export function pictureMarkup(picture: DrawnPicture, alt = picture.alt): string {
  const offers = offersOf(picture);
  if (!offers) return '';
  const { largest, plain, srcset } = offers;
  const sizes = 'min(100vw, 40rem)';
  const sources = offers.sources.map(
    (one) => `<source type="${one.type}" srcset="${escaped(one.srcset)}" sizes="${sizes}">`,
  );
  return `<picture>${sources.join('')}<img src="${escaped(plain.link)}" srcset="${escaped(srcset)}" sizes="${sizes}" width="${largest.width}" height="${largest.height}" alt="${escaped(alt)}" loading="lazy" decoding="async"></picture>`;
}

/** Who made it, and under which terms it is here. */
export function creditMarkup({ what, credit, licence, link }: Omit<DrawnPicture, 'sets'>): string {
  const name = link ? `<a href="${escaped(link)}">${escaped(credit)}</a>` : `<bdi>${escaped(credit)}</bdi>`;
  return `${what} ${name}${licence ? `, ${escaped(licence)}` : ''}`;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
