/**
 * What a public page weighs for somebody who comes for the first time: its words, styles, scripts, sign, and the
 * slices of faces that its letters need, each packed as it is sent; without pictures, films and sounds.
 */
import { faceFiles, usualFaces, type Faces } from '#app/ui/faces.ts';

export interface Weight {
  bytes: number;
  requests: number;
  fonts: number;
}

/** `sizeOf` tells how many bytes are sent for a file of `assets/`, asked by its name with or without its hash. */
export async function weightOf(
  html: string,
  packed: number,
  sizeOf: (name: string) => Promise<number>,
  faces: Faces = usualFaces,
): Promise<Weight> {
  const beside = new Set(
    [...html.matchAll(/(?:href|src)="[^"]*assets\/([^"/]+\.(?:css|js|svg))"/g)].map(([, name]) => name!),
  );
  const slices = await Promise.all(slicesFor(html, faces).map((name) => sizeOf(`${name}.woff2`)));
  const others = await Promise.all([...beside].map(sizeOf));
  const sum = (sizes: number[]) => sizes.reduce((all, one) => all + one, 0);
  return {
    bytes: packed + sum(others) + sum(slices),
    requests: 1 + others.length + slices.length,
    fonts: sum(slices),
  };
}

/**
 * Slanted words and strong ones have files of their own; letters beyond those of English and French too. Rather one
 * slice too many: a letter is taken to stand in each face that the page sets.
 */
export function slicesFor(html: string, faces: Faces = usualFaces): string[] {
  const body = html.slice(html.indexOf('<body'));
  const words = body.replaceAll(/<(script|svg|code|pre)\b[^]*?<\/\1>/g, '');
  const all = (of: string, found: RegExp) => [...of.matchAll(found)].map(([one]) => one).join('');
  const headings = all(body, /<(h[1-4]|cite)\b[^]*?<\/\1>|<(\w+) class="(?:title|lead|notes)\b[^]*?<\/\2>/g);
  // Strong words elsewhere are as light as the others (src/ui/site.css).
  const strong = all(all(body, /<div class="prose"[^]*?<\/div>/g), /<(strong|b)>[^]*?<\/\1>/g);
  const has = (set: string, letters: string) => [...letters].some((one) => readable(set).includes(one));
  return faceFiles(faces)
    .filter(({ style }) => !style || /<(cite|em|i)\b/.test(body))
    .filter(({ name }) => !name.includes('strong') || strong !== '')
    .filter(({ name, family, letters }) => {
      const set = name.includes('strong') ? strong : family === 'Salon Text' ? words : headings;
      return !name.endsWith('-rest') || has(set, letters);
    })
    .map(({ name }) => name);
}

const readable = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');
