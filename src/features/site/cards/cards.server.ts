/** The picture of each page as a file of the site: named by all that it is made from, and made when that is new. */
import { createHash } from 'node:crypto';
import { lookOf, type Drawer } from '../drawer.server.ts';
import type { EditionSite } from '../edition-pages.ts';
import type { Page } from '../page.ts';
import type { Wanted } from '../wanted.ts';
import { cardAddress, cardAlt, cardOf, type as png } from './card.ts';
import { drawCard } from './drawing.server.ts';

/** To be raised when the same card is drawn differently: whoever has a picture by its name never asks for it again. */
const drawing = 1;

export interface CardFile {
  alt: string;
  file: Wanted;
}

/** Null for a page that has a picture of its own to show. */
export function cardsOf(editions: EditionSite[], drawer: Drawer): (page: Page) => CardFile | null {
  const looks = new Map(editions.map(({ slug, settings }) => [slug, lookOf(settings)]));
  return (page) => {
    if (page.card === null) return null;
    const card = cardOf(page, looks.get(page.frame.slug)!);
    const madeOf = createHash('sha256')
      .update(JSON.stringify([drawing, card]))
      .digest('hex');
    const make = () => drawCard(card, drawer);
    const address = cardAddress(page, madeOf);
    return { alt: cardAlt(card), file: { address, type: png, madeOf, headers: [], leadsTo: null, make } };
  };
}
