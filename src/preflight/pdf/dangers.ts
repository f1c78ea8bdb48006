/** Owns what a PDF may do or carry besides its pages, found in its structure and never run. */
import { finding, type Code } from '../findings.ts';
import type { Finding } from '../report.ts';
import type { Structure } from './structure.ts';

type Simple = Extract<
  Code,
  'pdf.javascript' | 'pdf.xfa' | 'pdf.embedded-file' | 'pdf.portfolio' | 'pdf.richmedia' | 'pdf.launch'
>;

const marks: [Simple, RegExp][] = [
  ['pdf.launch', /\/S\s*\/Launch\b/],
  ['pdf.javascript', /\/S\s*\/JavaScript\b|\/JS\s*[(<\d]|\/JavaScript\s*(<<|\d+\s+\d+\s+R)/],
  ['pdf.xfa', /\/XFA\s*[[(<\d]/],
  ['pdf.portfolio', /\/Collection\s*(<<|\d+\s+\d+\s+R)/],
  ['pdf.richmedia', /\/(Subtype|S)\s*\/(RichMedia|Screen|Movie|3D|Sound|Rendition|RichMediaExecute)\b/],
];

/** Each kind once, in a fixed order. Looks for the keys of ISO 32000 in the raw structure, whether reachable or not. */
export function dangersIn(structure: Structure, name: string): Finding[] {
  const where = { where: { file: name } };
  const { text } = structure;
  const found = marks.filter(([, mark]) => mark.test(text)).map(([code]) => finding(code, { name }, where));
  const portfolio = found.some((one) => one.code === 'pdf.portfolio');
  if (!portfolio && /\/Type\s*\/EmbeddedFile\b|\/EF\s*<<|\/EmbeddedFiles\s*(<<|\d)/.test(text)) {
    found.push(finding('pdf.embedded-file', { name }, where));
  }
  if (opensItself(text)) found.push(finding('pdf.open-action', { name }, where));
  if (
    structure.streamDictionaries.some((one) =>
      /\/F\s*(\(|<<|<[0-9A-Fa-f]|\d+\s+\d+\s+R)|\/FFilter\b/.test(ownEntries(one)),
    ) ||
    /\/Ref\s*<<[^>]*\/F\b/.test(text)
  ) {
    found.push(finding('pdf.external-stream', { name }, where));
  }
  const fonts = text.matchAll(/\/FontMatrix\s*\[([^\]]{0,400})\]/g);
  if ([...fonts].some(([, inner]) => !/^[\s\d.eE+-]*$/.test(inner ?? '')))
    found.push(finding('pdf.malformed-font', { name }, where));
  const empty = emptyPage(text);
  if (empty !== null) found.push(finding('pdf.page-size', { name, detail: empty }, where));
  const link = strangeLink(text);
  if (link !== null) found.push(finding('pdf.suspicious-link', { name, link }, where));
  if (structure.leadingBytes > 0)
    found.push(finding('pdf.leading-bytes', { name, bytes: structure.leadingBytes }, where));
  if (structure.trailingBytes > 0)
    found.push(finding('pdf.trailing-bytes', { name, bytes: structure.trailingBytes }, where));
  return found;
}

/** Of a dictionary without those inside it: a font or a form may be called /F. */
function ownEntries(dictionary: string): string {
  let depth = 0;
  return dictionary
    .split(/(<<|>>)/)
    .filter((part) => {
      depth += part === '<<' ? 1 : part === '>>' ? -1 : 0;
      return depth <= 1 || (part === '<<' && depth === 2);
    })
    .join('');
}

/** Readers put a page of their own choice in place of a page without any area. */
function emptyPage(text: string): string | null {
  for (const [, inner] of text.matchAll(/\/MediaBox\s*\[([-+.\d\s]{7,80})\]/g)) {
    const [x0, y0, x1, y1] = inner!.trim().split(/\s+/).map(Number);
    if (x0 === x1 || y0 === y1) return 'a page without any area';
  }
  return null;
}

/** A typesetter's "open at page 1" is a destination, not an action. */
function opensItself(text: string): boolean {
  if (/\/AA\s*(<<|\d+\s+\d+\s+R)/.test(text)) return true;
  const open = /\/OpenAction\s*(?:(\d+)\s+(\d+)\s+R|(<<[\s\S]{0,300}))/.exec(text);
  if (!open) return false;
  const [, number, generation, inline] = open;
  const action =
    inline ??
    new RegExp(`(?:^|\\s)${number}\\s+${generation}\\s+obj\\s*([\\s\\S]{0,300})`).exec(text)?.[1] ??
    '';
  const kind = /\/S\s*\/(\w+)/.exec(action.split(/endobj/)[0] ?? '')?.[1];
  return kind !== undefined && !['GoTo', 'D'].includes(kind);
}

function strangeLink(text: string): string | null {
  for (const [, link = ''] of text.matchAll(/\/URI\s*\(((?:[^()\\]|\\.){0,300})\)/g)) {
    const plain = link.replace(/\\(.)/g, '$1').trim();
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
    if (
      plain.startsWith('\\\\') ||
      (scheme && !['http', 'https', 'mailto', 'doi', 'ftp', 'tel', 'arxiv', 'urn', 'orcid'].includes(scheme))
    )
      return plain;
  }
  const other = /\/S\s*\/(GoToR|GoToE|SubmitForm|ImportData)\b/.exec(text)?.[1];
  return other ?? null;
}
