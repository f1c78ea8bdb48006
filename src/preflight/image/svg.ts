/** Owns the dangers of SVG: what runs, what loads from elsewhere, what grows. It is read as text, never run. */
import { finding } from '../findings.ts';
import type { FileFacts, Finding } from '../report.ts';
import { textOf } from '../text.ts';
import { expansionOf } from './svg-expansion.ts';

/** Readers of XML give up far earlier; no program that draws nests a tenth of this. */
const deepest = 2_000;

/** The size an SVG states, in its own units, and what it would run, load or grow to. Never throws over its text. */
export function inspectSvg(name: string, bytes: Uint8Array): { facts: FileFacts; findings: Finding[] } {
  const where = { where: { file: name } };
  const text = unescaped(textOf(bytes) ?? '');
  const findings: Finding[] = [];
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ' ');
  if (/<!ENTITY/i.test(text)) findings.push(finding('type.xml-entity', { name }, where));
  if (runs.some((sign) => sign.test(text)))
    findings.push(finding('type.active-content', { name, kind: 'an SVG drawing' }, where));
  if (loads.some((sign) => sign.test(text)))
    findings.push(finding('type.external-reference', { name }, where));
  if (!/<\/([\w-]+:)?svg\s*>\s*$|<([\w-]+:)?svg\b[^>]*\/>\s*$/i.test(bare)) {
    findings.push(finding('image.corrupt', { name, detail: 'its end is missing', main: true }, where));
  }
  const { elements, depth } = expansionOf(bare);
  if (elements > 1_000_000)
    findings.push(finding('image.bomb', { name, detail: 'parts that repeat parts' }, where));
  else if (depth > deepest)
    findings.push(finding('image.bomb', { name, detail: 'parts inside parts without end' }, where));
  return { facts: sizeIn(bare), findings };
}

const runs = [
  /<([\w-]+:)?script[\s/>]/i,
  /[\s"'/]on[a-z]{3,20}\s*=\s*["']/i,
  /\battributeName\s*=\s*["']\s*on[a-z]/i,
  // Readers skip line ends and tabs inside a scheme.
  new RegExp(`${[...'javascript'].join(String.raw`[\0-\x1f]*`)}\\s*:`, 'i'),
  /<([\w-]+:)?(foreignObject|iframe|embed|object)[\s/>]/i,
  /<([\w-]+:)?handler[\s/>]/i,
  /\bhref\s*=\s*["']?\s*data:(?!image\/(png|jpe?g|gif|webp|avif|bmp)\b|font\/|application\/(x-)?font|text\/css)/i,
  /<\?xml-stylesheet[^>]*type\s*=\s*["'][^"']*xsl/i,
];
const elsewhere = String.raw`\s*(?:["']|&quot;|&apos;)?\s*(https?:|ftp:|file:|\/\/|\\\\)`;
/** Of these a picture is made, so what they name beside this drawing is missing from it. */
const drawn =
  'use|image|feImage|link|pattern|linearGradient|radialGradient|filter|textPath|tref|mpath|cursor|font-face-uri|color-profile|video|audio|img';
const loads = [
  new RegExp(String.raw`<(?![\w-]*:?a[\s>])[\w:-]+\b[^>]*\b(xlink:)?href\s*=${elsewhere}`, 'i'),
  new RegExp(
    String.raw`<(?:[\w-]+:)?(?:${drawn})\s(?:[^>]*\s)?(?:xlink:)?href\s*=\s*["']\s*(?!#|data:)[^\s"']`,
    'i',
  ),
  new RegExp(String.raw`url\(${elsewhere}`, 'i'),
  /@import\b/i,
  /<\?xml-stylesheet[^>]*href\s*=\s*["'](?!#)/i,
  /<!DOCTYPE[^>[]*SYSTEM\s+["'](?!https?:\/\/www\.w3\.org\/)/i,
  /\bxml:base\s*=\s*["'](https?:|file:)/i,
];

/** Numeric references and the escapes of style sheets can hide a scheme or a word. */
function unescaped(text: string): string {
  return text
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const point = code[0]?.toLowerCase() === 'x' ? parseInt(code.slice(1), 16) : Number(code);
      return point < 0x7f ? String.fromCharCode(point) : whole;
    })
    .replace(/\\0{0,4}([2-7][0-9a-f])\s?/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function sizeIn(text: string): FileFacts {
  const root = /<([\w-]+:)?svg\b[^>]*>/i.exec(text)?.[0] ?? '';
  const number = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(px)?\\s*["']`, 'i').exec(root)?.[1] ?? NaN);
  const box =
    /viewBox\s*=\s*["']([^"']*)["']/i
      .exec(root)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const width = number('width') || box[2];
  const height = number('height') || box[3];
  return width && height ? { width, height } : {};
}
