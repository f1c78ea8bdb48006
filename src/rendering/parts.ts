/**
 * The stylesheet of the public site in parts: what all pages need (`a`), what lists of works and papers need (`l`),
 * one work or paper (`r`), and every other page (`p`). Owns which component belongs where; a page links the first
 * part and one other.
 */
export type Part = 'a' | 'l' | 'r' | 'p';

const lists = ['Gallery', 'GalleryItem', 'Facets', 'PaperRows', 'Papers', 'Awards'];
const records = ['WorkPage', 'PaperPage', 'Cite', 'Credits', 'ProcessCard', 'MoreFiles', 'WallLabel'];
const viewed = [
  'DocumentViewer',
  'FilmViewer',
  'LinkPiece',
  'ModelViewer',
  'PictureViewer',
  'SeriesViewer',
  'SoundViewer',
  'Spoken',
  'TextViewer',
  'WebPiece',
  'Zoomer',
];

/** Pages and what only they have; whatever is not named anywhere may stand on any page. */
const others =
  'Home Programme ProgrammeByPlace SessionPage PersonPage People Places Roundtables Dates CallPage Contact News NewsItem Series StandIn Ours Choices Field Problems'.split(
    ' ',
  );

/** By the name of its file. */
export function partOf(path: string): Part {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.svelte'.length);
  if (lists.includes(name)) return 'l';
  if (records.includes(name) || viewed.includes(name)) return 'r';
  return others.includes(name) ? 'p' : 'a';
}

/** The part that a page needs besides the first. */
export const partFor = (component: string): Part | null => {
  const part = partOf(`${component}.svelte`);
  return part === 'a' ? null : part;
};

/** The rules of each part, in the order in which they stood. */
export function splitStyles(css: string): Record<Part, string> {
  const parts: Record<Part, string> = { a: '', l: '', r: '', p: '' };
  for (const { head, body } of rulesOf(css)) {
    if (!/^@(media|supports|container)/.test(head)) {
      parts[scopeOf(head)] += body === null ? `${head};` : `${head}{${body}}`;
      continue;
    }
    for (const [part, inner] of Object.entries(splitStyles(body ?? '')))
      if (inner) parts[part as Part] += `${head}{${inner}}`;
  }
  return parts;
}

/** A selector belongs to the part of the component that wrote it; `a-` and none of these are for all. */
const scopeOf = (selector: string): Part =>
  (/\.([lrp])-[a-z0-9]{3}(?![\w-])/.exec(selector)?.[1] as Part) ?? 'a';

/** Rules at the top, with what stands in their braces. Strings of our own stylesheet hold no braces. */
function rulesOf(css: string): { head: string; body: string | null }[] {
  const found: { head: string; body: string | null }[] = [];
  let from = 0;
  let depth = 0;
  let open = 0;
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '{' && depth++ === 0) open = at;
    if (sign === ';' && depth === 0) {
      found.push({ head: css.slice(from, at).trim(), body: null });
      from = at + 1;
    }
    if (sign === '}' && --depth === 0) {
      found.push({ head: css.slice(from, open).trim(), body: css.slice(open + 1, at) });
      from = at + 1;
    }
  }
  return found;
}
