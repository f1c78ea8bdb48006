/** A picture as markup: in the formats and widths there are, its place kept before it arrives, its credit in sight. */

interface Offer {
  link: string;
  width: number;
  height: number;
}

export interface DrawnPicture {
  alt: string;
  credit: string;
  licence: string;
  link: string;
  /** Narrowest first. */
  sets: { avif: Offer[]; webp: Offer[]; jpeg: Offer[] };
}

/** Wide enough for most lines. */
const usual = 960;

/** `alt` says other words than its own; `sizes` as HTML has them. */
export function pictureMarkup(
  { alt: own, sets }: DrawnPicture,
  { alt = own, sizes = 'min(100vw, 40rem)', eager = false } = {},
): string {
  const { jpeg } = sets;
  const largest = jpeg.at(-1);
  if (!largest) return '';
  const plain = jpeg.find(({ width }) => width >= usual) ?? largest;
  const set = (all: Offer[]) => escaped(all.map(({ link, width }) => `${link} ${width}w`).join(', '));
  const sources = (['avif', 'webp'] as const)
    .filter((format) => sets[format].length > 0)
    .map((format) => `<source type="image/${format}" srcset="${set(sets[format])}" sizes="${sizes}">`);
  const loading = eager ? '' : ' loading="lazy"';
  return `<picture>${sources.join('')}<img src="${escaped(plain.link)}" srcset="${set(jpeg)}" sizes="${sizes}" width="${largest.width}" height="${largest.height}" alt="${escaped(alt)}"${loading} decoding="async"></picture>`;
}

/** Who made it, and under which terms it is here. */
export function creditMarkup({ credit, licence, link }: DrawnPicture): string {
  const name = link ? `<a href="${escaped(link)}">${escaped(credit)}</a>` : `<bdi>${escaped(credit)}</bdi>`;
  return `Picture: ${name}${licence ? `, ${escaped(licence)}` : ''}`;
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
