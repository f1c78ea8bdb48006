/** Owns a small typesetter for tests: papers whose true body length is known because they are laid out here. */
import { madePdf, type Line, type PdfParts } from './pdfs.ts';

export type Block =
  | { heading: string; size?: number }
  | { text: number }
  | { words: string }
  | { small: number }
  | { entries: number; style?: 'numbered' | 'names' | 'bare' }
  | { caption: string }
  | { figure: number }
  | { table: string[][] }
  | { runIn: string; goesOn: string }
  | 'page';

export type Layout = {
  pageSize?: [number, number];
  left?: number;
  top?: number;
  bottom?: number;
  size?: number;
  leading?: number;
  columns?: 1 | 2;
  title?: string | null;
  authors?: string[];
  notice?: string;
  lineNumbers?: boolean;
  pageNumbers?: boolean;
  extra?: (page: number) => Line[];
};

const filler =
  'the makers of pictures and of programs met in one room and asked each other what a tool may take and what it owes to those who fed it';

/** The paper as PDF bytes; `text: n` is n full lines of prose. */
export function paper(blocks: readonly Block[], layout: Layout = {}, parts: PdfParts = {}): Uint8Array {
  const {
    pageSize = [612, 792],
    left = 108,
    top = 72,
    bottom = 72,
    size = 10,
    leading = 11,
    columns = 1,
    title = 'A Modest Paper',
    authors = ['Ada Byron'],
  } = layout;
  const [width, height] = pageSize;
  const pages: Line[][] = [];
  const gutter = 24;
  const whole = width - 2 * left;
  const columnWidth = columns === 2 ? (whole - gutter) / 2 : whole;
  const signs = Math.floor(columnWidth / (size * 0.415));
  let page: Line[] = [];
  let column = 0;
  let y = 0;
  let start = height - top - size;
  const x = () => left + column * (columnWidth + gutter);
  const newPage = () => {
    page = [];
    pages.push(page);
    column = 0;
    start = height - top - size;
    y = start;
  };
  const room = (needed: number) => {
    if (y - needed >= bottom - 1) return;
    if (columns === 2 && column === 0) {
      column = 1;
      y = start;
    } else newPage();
  };
  const put = (line: Omit<Line, 'y'>, step = leading) => {
    room(0);
    page.push({ ...line, y });
    y -= step;
  };
  newPage();
  if (title !== null) {
    page.push({ text: title, x: width / 2 - title.length * 4, y, size: 17, bold: true });
    y -= 40;
    for (const author of authors) {
      page.push({ text: author, x: width / 2 - author.length * 2.5, y, size, bold: true });
      y -= leading;
      page.push({ text: 'University of Somewhere', x: width / 2 - 50, y, size });
      y -= leading * 2;
    }
    page.push({ text: 'Abstract', x: width / 2 - 20, y, size: 12, bold: true });
    y -= 20;
    start = y;
  }
  if (layout.notice) page.push({ text: layout.notice, x: left, y: 60, size: 9 });
  for (const block of blocks) {
    if (block === 'page') newPage();
    else if ('heading' in block) {
      room(30);
      y -= 8;
      put({ text: block.heading, x: x(), size: block.size ?? 12, bold: true }, leading + 6);
    } else if ('text' in block) {
      for (let i = 0; i < block.text; i++) put({ text: prose(i, signs), x: x(), size });
    } else if ('small' in block) {
      for (let i = 1; i <= block.small; i++)
        for (const text of entry(i)) put({ text, x: x(), size: size - 1 });
    } else if ('words' in block) put({ text: block.words, x: x(), size });
    else if ('entries' in block) {
      for (let i = 1; i <= block.entries; i++)
        for (const text of entry(i, block.style)) put({ text, x: x(), size });
    } else if ('caption' in block) put({ text: block.caption, x: x(), size: size - 1 });
    else if ('runIn' in block) {
      room(0);
      page.push({ text: block.runIn, x: x(), y, size, bold: true });
      put({ text: block.goesOn, x: x() + block.runIn.length * size * 0.56, size });
    } else if ('figure' in block) {
      room(block.figure);
      y -= block.figure;
      page.push({ text: '', x: x() + 20, y, box: [columnWidth - 40, block.figure - 10] });
      y -= leading;
    } else {
      for (const row of block.table) {
        room(0);
        row.forEach((cell, i) => page.push({ text: cell, x: x() + 20 + i * 110, y, size }));
        y -= leading;
      }
    }
  }
  const finished = pages.map((lines, i) => [
    ...lines,
    ...(layout.pageNumbers === false ? [] : [{ text: String(i + 1), x: width / 2, y: 40, size }]),
    ...(layout.lineNumbers
      ? lines
          .filter((line) => line.text.length > 40)
          .map((line, k) => ({ text: String(i * 60 + k + 1), x: left - 30, y: line.y, size: 6 }))
      : []),
    ...(layout.extra?.(i + 1) ?? []),
  ]);
  return madePdf(finished, { pageSize, ...parts });
}

function prose(seed: number, signs: number): string {
  const long = `${filler.slice((seed * 7) % 60)} ${filler} ${filler}`.trim();
  return long.slice(0, signs).trim();
}

function entry(number: number, style: 'numbered' | 'names' | 'bare' = 'numbered'): string[] {
  const body = [
    'A. Byron and B. Gill. On the loom that counts.',
    'Journal of Invented Studies, 12(3):45-67, 1999.',
  ];
  if (style === 'numbered') return [`[${number}] ${body[0]}`, body[1]!];
  if (style === 'names')
    return [
      `Byron, A. and Gill, B. (20${String(number).padStart(2, '0')}). On the loom that`,
      'counts. Invented Press.',
    ];
  return body;
}
