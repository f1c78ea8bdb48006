/** Elements as data, and their one way to text: whatever stands in them is escaped, and nothing breaks the document. */

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

type Given<T> = T | null | undefined | false | '';

/** What is empty is left out, attributes and children alike. */
export const element = (
  name: string,
  attributes: Record<string, Given<string>>,
  ...children: Given<Element | string>[]
): Element => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ),
  children: children.filter((child): child is Element | string => Boolean(child)),
});

export const xmlDocument = (root: Element) => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;

/** Elements stand on lines of their own; text keeps its spaces. */
export function written({ name, attributes, children }: Element, indent = ''): string {
  let open = name;
  for (const key in attributes) open += ` ${key}="${escapedXml(attributes[key]!)}"`;
  if (children.length === 0) return `${indent}<${open}/>`;
  if (children.some((child) => typeof child === 'string'))
    return `${indent}<${open}>${children.map((child) => (typeof child === 'string' ? escapedXml(child) : written(child))).join('')}</${name}>`;
  const inner = children.map((child) => written(child as Element, `${indent}  `)).join('\n');
  return `${indent}<${open}>\n${inner}\n${indent}</${name}>`;
}

/** Characters that XML 1.0 has no way to write (most controls, halves of pairs) are dropped. */
export const escapedXml = (text: string) =>
  plain.test(text)
    ? text
    : text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
        .replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** Most of what is written: a thousand records are a hundred thousand pieces of text. */
const plain = /^[ !#-%'-;=?-~]*$/;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
