/**
 * Wall labels to print: A4 sheets of eight, each with title, makers, medium, year, how AI was used, and a QR code of
 * the work's page. Owns their measures. Promises the same bytes for the same works. Leaves out who may print them.
 */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { cuts, face, type Face } from '#app/features/submissions/files/typeface.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { drawnWords, linesOf, runsOf } from './label-words.server.ts';
import { namesOf, sayLength } from './pages/record-words.ts';

const mm = 72 / 25.4;
const sheet = { width: 210 * mm, height: 297 * mm };
/** Two beside each other, four under each other, cut along hairlines. */
const label = {
  width: 95 * mm,
  height: 67 * mm,
  left: 10 * mm,
  top: 14.5 * mm,
  padding: 6 * mm,
  code: 22 * mm,
};
const across = 2;
const down = 4;

interface Part {
  words: string;
  size: number;
  /** Beyond them, words end with an ellipsis. */
  lines: number;
  grey: boolean;
}

/** `base` is the public address of the edition, such as https://workshop.example/2024. */
export async function wallLabels(records: readonly PublicRecord[], base: string): Promise<Uint8Array> {
  const works = records.filter(({ kind, tombstone }) => kind === 'work' && tombstone === null);
  const changed = new Date(Math.max(0, ...works.map(({ changedAt }) => Date.parse(changedAt))));
  const document = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    displayTitle: true,
    info: {
      Title: 'Wall labels',
      CreationDate: changed,
      ModDate: changed,
      Producer: 'Salon',
      Creator: 'Salon',
    },
  });
  const written = buffer(document);
  const letters = await face();
  for (const cut of cuts) document.registerFont(cut, letters.bytes[cut]);
  if (works.length === 0) document.addPage();
  for (const [at, work] of works.entries()) {
    const place = at % (across * down);
    if (place === 0) document.addPage();
    const x = label.left + (place % across) * label.width;
    const y = label.top + Math.floor(place / across) * label.height;
    await drawLabel(document, letters, work, `${base}/works/${encodeURIComponent(work.slug)}`, { x, y });
  }
  document.end();
  return new Uint8Array(await written);
}

async function drawLabel(
  document: PDFKit.PDFDocument,
  letters: Face,
  record: PublicRecord,
  address: string,
  { x, y }: { x: number; y: number },
) {
  document.lineWidth(0.25).strokeColor('#999').rect(x, y, label.width, label.height).stroke();
  const width = label.width - 2 * label.padding;
  const foot = y + label.height - label.padding;
  let top = y + label.padding;
  for (const part of partsOf(record)) {
    // What stands beside the code is narrower than what stands above it.
    const room = top + part.size * 1.35 > foot - label.code ? width - label.code - 4 * mm : width;
    top += await drawPart(document, letters, part, { x: x + label.padding, y: top, width: room, foot });
  }
  drawCode(document, address, x + label.width - label.padding - label.code, foot - label.code);
}

/** From what is read across the room to what is read from near. */
function partsOf(record: PublicRecord): Part[] {
  const { title, work, award } = record;
  const length = work?.seconds ? sayLength(work.seconds) : '';
  const facts = [work?.medium, work?.size, length === work?.size ? '' : length, work?.edition];
  return [
    { words: title, size: 13, lines: 3, grey: false },
    { words: namesOf(record), size: 10, lines: 2, grey: false },
    { words: [work?.year, ...facts].filter(Boolean).join(', '), size: 8.5, lines: 3, grey: true },
    { words: award?.name ?? '', size: 8.5, lines: 1, grey: false },
    {
      words: work?.ai ? [`AI: ${work.ai.level.label}.`, work.ai.words].filter(Boolean).join(' ') : '',
      size: 7.5,
      lines: 6,
      grey: true,
    },
  ].filter(({ words }) => words !== '');
}

/** How far it reaches down. Signs that our face lacks are set by the system's own, as a picture. */
async function drawPart(
  document: PDFKit.PDFDocument,
  letters: Face,
  { words, size, lines: most, grey }: Part,
  { x, y, width, foot }: { x: number; y: number; width: number; foot: number },
): Promise<number> {
  const leading = size * 1.35;
  const many = Math.min(most, Math.floor((foot - y) / leading));
  if (many < 1) return 0;
  const gap = size * 0.45;
  const colour = grey ? '#444' : '#000';
  if ([...words].some((sign) => sign.trim() !== '' && letters.cutFor(sign) === null)) {
    const drawn = await drawnWords(words, { size, width, height: many * leading, colour });
    if (drawn) {
      document.image(drawn.bytes, x, y, { width: drawn.width, height: drawn.height });
      return drawn.height + gap;
    }
  }
  const lines = linesOf(words, { width: width / size, most: many, widthOf: letters.widthOf });
  for (const [at, line] of lines.entries()) {
    let left = x;
    for (const { cut, text } of runsOf(line, letters)) {
      document.fillColor(colour).font(cut, size);
      document.text(text, left, y + (at + 0.8) * leading, { lineBreak: false, baseline: 'alphabetic' });
      left += document.widthOfString(text);
    }
  }
  return lines.length * leading + gap;
}

/** Neighbouring points of a row as one bar: printers leave no seams between them. */
function drawCode(document: PDFKit.PDFDocument, address: string, x: number, y: number) {
  const { bars, size } = codeOf(address);
  const point = label.code / size;
  for (const { row, from, length } of bars)
    document.rect(x + from * point, y + row * point, length * point, point);
  document.fill('#000');
}

interface Code {
  size: number;
  bars: { row: number; from: number; length: number }[];
}

/** An address is coded once: one title that changes makes a sheet of a thousand labels anew. */
const codes = new Map<string, Code>();

function codeOf(address: string): Code {
  const known = codes.get(address);
  if (known) return known;
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const bars = data.flatMap((points, row) =>
    [
      ...points
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ 0: bar, index }) => ({
      row,
      from: index,
      length: bar.length,
    })),
  );
  if (codes.size >= 5000) codes.clear();
  codes.set(address, { size, bars });
  return { size, bars };
}
