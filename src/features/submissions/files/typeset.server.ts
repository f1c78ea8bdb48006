/** Sets a typed description on A4 pages. Owns the measures; knows nothing of calls and their limits. */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { cuts, face, type Cut, type Face } from './typeface.server.ts';
import type { Piece } from './typed.ts';

/** Lengths in points. */
const paper = { width: 595.28, height: 841.89, margin: 64 };
const measures = {
  title: { size: 18, leading: 24, before: 0 },
  heading: { size: 12, leading: 17, before: 14 },
  text: { size: 10.5, leading: 15, before: 4 },
};

interface Line {
  /** What it is a line of. */
  piece: Piece;
  text: string;
  size: number;
  /** Of the baseline, from the lower edge. */
  y: number;
}

export interface Typeset {
  pages: Line[][];
  /** Signs the face does not have, each once. */
  lacking: string[];
}

export async function typeset(pieces: readonly Piece[]): Promise<Typeset> {
  const { widthOf, cutFor } = await face();
  const pages: Line[][] = [[]];
  let y = paper.height - paper.margin;
  for (const piece of pieces) {
    const { kind, text } = piece;
    const { size, leading, before } = measures[kind];
    y -= before;
    for (const line of linesOf(text, (paper.width - 2 * paper.margin) / size, widthOf)) {
      // A heading does not stay behind alone.
      const room = kind === 'heading' ? 3 * leading : leading;
      if (y - room < paper.margin) {
        pages.push([]);
        y = paper.height - paper.margin;
      }
      // An empty line parts paragraphs; at the head of a page there is nothing to part.
      if (line === '') y -= pages.at(-1)!.length > 0 ? leading / 2 : 0;
      else pages.at(-1)!.push({ piece, text: line, size, y: (y -= leading) });
    }
  }
  const signs = new Set(pieces.flatMap(({ text }) => [...text]).filter((sign) => sign !== '\n'));
  return { pages, lacking: [...signs].filter((sign) => cutFor(sign) === null) };
}

/** A full line of text in this face; headings and gaps take the room of lines too. */
const signsALine = 90;

/** About how many signs of text would have to go so that `limit` pages are enough. */
export function signsBeyond({ pages }: Typeset, limit: number): number {
  const top = paper.height - paper.margin;
  const height = pages.slice(limit).reduce((sum, lines) => sum + top - (lines.at(-1)?.y ?? top), 0);
  return height === 0 ? 0 : (Math.ceil(height / measures.text.leading) + 1) * signsALine;
}

/** Tagged, so that who listens to it hears headings and paragraphs; the same words at the same time give the same bytes. */
export async function pdfOf(
  { pages }: Typeset,
  { title, now }: { title: string; now: Date },
): Promise<Uint8Array> {
  const letters = await face();
  const document = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    pdfVersion: '1.7',
    autoFirstPage: false,
    tagged: true,
    displayTitle: true,
    info: { Title: title, CreationDate: now, ModDate: now, Producer: 'Salon', Creator: 'Salon' },
  });
  const written = buffer(document);
  for (const cut of cuts) document.registerFont(cut, letters.bytes[cut]);
  const whole = document.struct('Document');
  document.addStructure(whole);
  const parts: Parts = { whole, of: new Map() };
  for (const lines of pages) {
    document.addPage();
    for (const line of lines) drawTagged(document, line, letters, parts);
  }
  whole.end();
  document.end();
  return new Uint8Array(await written);
}

interface Parts {
  whole: PDFKit.PDFStructureElement;
  of: Map<Piece, PDFKit.PDFStructureElement>;
}

const tags = { title: 'H1', heading: 'H2', text: 'P' } as const;

function drawTagged(document: PDFKit.PDFDocument, line: Line, letters: Face, parts: Parts) {
  const tag = tags[line.piece.kind];
  const part = parts.of.get(line.piece) ?? document.struct(tag);
  if (!parts.of.has(line.piece)) parts.whole.add(part);
  parts.of.set(line.piece, part);
  part.add(document.markStructureContent(tag));
  draw(document, line, letters);
  document.endMarkedContent();
}

function draw(document: PDFKit.PDFDocument, line: Line, letters: Face) {
  let x = paper.margin;
  for (const { cut, text } of runsOf(line.text, letters)) {
    document.font(cut, line.size).text(text, x, paper.height - line.y, asMeasured);
    for (const sign of text) x += letters.widthOf(sign) * line.size;
  }
}

/** Sign by sign, as `linesOf` measures: nothing joined, nothing moved together. */
const asMeasured = {
  lineBreak: false,
  baseline: 'alphabetic',
  features: { liga: false, kern: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[],
} as const;

/** Neighbours that one cut has, together. */
function runsOf(text: string, { cutFor }: Face): { cut: Cut; text: string }[] {
  const runs: { cut: Cut; text: string }[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    const cut = cutFor(sign, last?.cut) ?? 'latin';
    if (last?.cut === cut) last.text += sign;
    else runs.push({ cut, text: sign });
  }
  return runs;
}

/** Breaks at spaces, and inside a word only where it is wider than a line. `width` in ems. */
function linesOf(text: string, width: number, widthOf: (sign: string) => number): string[] {
  const wide = (part: string) => [...part].reduce((sum, sign) => sum + widthOf(sign), 0);
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of paragraph
      .split(' ')
      .filter(Boolean)
      .flatMap((word) => cutUp(word, width, widthOf))) {
      const more = wide(word);
      if (line !== '' && used + widthOf(' ') + more > width) {
        lines.push(line);
        [line, used] = [word, more];
      } else if (line === '') [line, used] = [word, more];
      else [line, used] = [`${line} ${word}`, used + widthOf(' ') + more];
    }
    return [...lines, line];
  });
}

function cutUp(word: string, width: number, widthOf: (sign: string) => number): string[] {
  const pieces = [''];
  let used = 0;
  for (const sign of word) {
    used += widthOf(sign);
    if (used > width && pieces.at(-1) !== '') {
      pieces.push('');
      used = widthOf(sign);
    }
    pieces[pieces.length - 1] += sign;
  }
  return pieces;
}
