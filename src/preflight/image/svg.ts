/** Owns the dangers of SVG: what runs, what loads from elsewhere, what grows. It is read as text, never run. */
import { finding } from '../findings.ts';
import type { FileFacts, Finding } from '../report.ts';
import { textOf } from '../text.ts';
import { expansionOf } from './svg-expansion.ts';

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
  if (expansionOf(bare) > 1_000_000)
    findings.push(finding('image.bomb', { name, detail: 'parts that repeat parts' }, where));
  return { facts: sizeIn(bare), findings };
}

const runs = [
  /<([\w-]+:)?script[\s/>]/i,
  /[\s"'/]on[a-z]{3,20}\s*=\s*["']/i,
  /javascript\s*:/i,
  /<([\w-]+:)?(foreignObject|iframe|embed|object)[\s/>]/i,
  /<([\w-]+:)?handler[\s/>]/i,
];
const elsewhere = String.raw`\s*["']?\s*(https?:|ftp:|file:|\/\/|\\\\)`;
const loads = [
  new RegExp(String.raw`<(?![\w-]*:?a[\s>])[\w:-]+\b[^>]*\b(xlink:)?href\s*=${elsewhere}`, 'i'),
  new RegExp(String.raw`url\(${elsewhere}`, 'i'),
  new RegExp(String.raw`@import\s+(url\()?${elsewhere}`, 'i'),
  /<\?xml-stylesheet[^>]*href\s*=\s*["'](https?:|file:|\/\/)/i,
  /<!DOCTYPE[^>[]*SYSTEM\s+["'](?!https?:\/\/www\.w3\.org\/)/i,
  /\bxml:base\s*=\s*["'](https?:|file:)/i,
];

/** Numeric references inside attributes can hide a scheme. */
function unescaped(text: string): string {
  return text.replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
    const point = code[0]?.toLowerCase() === 'x' ? parseInt(code.slice(1), 16) : Number(code);
    return point > 0x1f && point < 0x7f ? String.fromCharCode(point) : whole;
  });
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
