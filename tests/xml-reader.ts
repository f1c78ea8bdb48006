/** Reads XML strictly enough to be sure that what was written is well-formed, into the elements it was written from. */
import type { Element } from '#app/features/works/citing/xml.ts';

export function readXml(text: string): Element {
  const declared = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(text);
  if (!declared) throw new Error('The declaration is missing.');
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('There is a character that XML cannot hold.');
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = declared[0].length;
  while (at < text.length) {
    const token = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/y;
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) throw new Error(`Not well-formed: ${text.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [whole, closes, name, attributes, empty] = found;
    const here = open.at(-1)!;
    if (name === undefined) {
      const words = unescaped(whole);
      if (words.trim() !== '') here.children.push(words);
    } else if (closes) {
      if (here.name !== name) throw new Error(`${name} closes ${here.name}`);
      open.pop();
    } else {
      const child: Element = { name, attributes: readAttributes(attributes ?? ''), children: [] };
      here.children.push(child);
      if (!empty) open.push(child);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('There must be one whole element.');
  return root.children[0] as Element;
}

/** Every element of this name, from the outside in. */
export const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name))),
];

/** The text in it, as one piece. */
export const textOf = (element: Element | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, unescaped(value!)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length)
    throw new Error('An attribute stands twice.');
  return Object.fromEntries(pairs);
}

function unescaped(text: string): string {
  if (/&(?!(amp|lt|gt|quot);)/.test(text)) throw new Error(`Unknown entity: ${text}`);
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name]!);
}
