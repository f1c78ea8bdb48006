/**
 * What a page says to programs that show a link to it (Open Graph). Owns what every page says; what its own head says
 * already, and a picture of its own, stays.
 */
import { size, type } from './cards/card.ts';
import type { HeadData } from './head.ts';
import type { Page } from './page.ts';

export interface Shared {
  /** Of the page itself, absolute. */
  url: string;
  /** Drawn by us, absolute too. */
  picture: { url: string; alt: string } | null;
}

/** `<meta property=… content=…>`, as far as `own` lacks it. */
export function sharedPairs(
  { title, description, frame }: Pick<Page, 'title' | 'description' | 'frame'>,
  own: HeadData['properties'],
  { url, picture }: Shared,
): HeadData['properties'] {
  const said = new Set(own.map(([name]) => name));
  const pairs: HeadData['properties'] = [
    ['og:title', title],
    ['og:type', 'website'],
    ['og:url', url],
    ['og:site_name', frame.name],
    ['og:description', description],
    ['og:locale', frame.language.replace(/-([A-Z]{2})$/, '_$1')],
  ];
  const shown: HeadData['properties'] =
    picture && !said.has('og:image')
      ? [
          ['og:image', picture.url],
          ['og:image:type', type],
          ['og:image:width', String(size.width)],
          ['og:image:height', String(size.height)],
          ['og:image:alt', picture.alt],
        ]
      : [];
  return [...pairs.filter(([name, content]) => content !== '' && !said.has(name)), ...shown];
}
