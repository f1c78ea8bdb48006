/** Owns the front of a paper: its title, its authors, and whether they show themselves. */
import type { Sheet } from './furniture.ts';
import { headingText } from './heading-words.ts';
import type { Line } from './lines.ts';
import type { Style } from './style.ts';

export type Front = {
  title: string | null;
  titleSize: number;
  authors: string[];
  authorsVisible: boolean;
  anonymous: boolean;
};

/** From the upper half of the first page; sizes in points. Title null where nothing is set larger than the text. */
export function frontOf(sheet: Sheet | undefined, style: Style): Front {
  const lines = sheet ? inRows(sheet.lines) : [];
  const top = lines.filter((line) => line.y < (sheet?.page.height ?? 0) * 0.55);
  const named = top.filter((line) => line.text.length > 3 && !opensText(line));
  const largest = Math.max(0, ...named.map((line) => line.size));
  const isTitle = (line: Line) => line.size > largest - 0.6 && largest > style.size + 1 && !opensText(line);
  const start = top.findIndex(isTitle);
  const titleLines: Line[] = [];
  for (const line of start < 0 ? [] : top.slice(start)) {
    if (!isTitle(line)) break;
    titleLines.push(line);
  }
  // A manuscript may set its title like everything else, centred on the first line.
  const [head] = top;
  const centred = head && sheet && Math.abs((head.x0 + head.x1) / 2 - sheet.page.width / 2) < 12;
  if (start < 0 && centred && head.x0 > sheet.page.width * 0.2 && !opensText(head)) titleLines.push(head);
  const rest = top.slice(Math.max(0, start) + titleLines.length);
  const abstract = rest.findIndex(opensText);
  const prose = rest.findIndex(isProse);
  const ends = abstract < 0 ? (prose < 0 ? 6 : prose) : abstract;
  const between = rest.slice(0, Math.min(ends, 60));
  const anonymous = between.some((line) =>
    /anonymous\s+(author|submission)|author\(?s?\)?\s+(names?\s+)?(withheld|hidden|anonymi[sz]ed)/i.test(
      line.text,
    ),
  );
  const authors = anonymous ? [] : authorsIn(between);
  return {
    title: titleLines.length > 0 ? joinedTitle(titleLines) : null,
    titleSize: largest,
    authors,
    authorsVisible: authors.length > 0,
    anonymous,
  };
}

const openingWords =
  'abstract|summary|zusammenfassung|resume|resumen|resumo|resum|riassunto|sommario|' +
  'samenvatting|streszczenie|abstrakt|abstrak|ozet|sammanfattning|sammendrag|tiivistelma|' +
  'kivonat|osszefoglalo|rezumat|tom tat|аннотация|анотация|анотація|анотацiя|резюме|περιληψη|' +
  '摘要|要旨|초록|ملخص|الملخص|چکیده|תקציר|सार|introduction|introduccion|introducao|introduzione|' +
  'einleitung';
const openings = new RegExp(`^(${openingWords.normalize('NFKD')})(?!\\p{L})`, 'u');

/** Where the names end and the text begins. */
function opensText(line: Line): boolean {
  const words = headingText(line.text.slice(0, 60));
  return words !== null && openings.test(words);
}

/** A line of running text: many words, most of them small. */
function isProse(line: Line): boolean {
  const words = line.text.split(' ');
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 8 && small >= words.length * 0.6 && !line.text.includes('@');
}

/** From top to bottom, and from left to right where lines stand side by side, if a little off. */
function inRows(lines: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - line.y) < 2.5) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x0 - b.x0));
}

function joinedTitle(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text)
    .join(' ')
    .replace(/(\p{L})- (?=\p{Ll})/gu, '$1')
    .replace(/[∗*†‡]+$/u, '')
    .trim();
}

const place =
  /universit|institut|college|school|department|\bdept\b|laborator|\blabs?\b|research|academy|center|centre|faculty|foundation|google|microsoft|meta\b|openai|independent|street|avenue|\b(tu|eth|mit|epfl|kth|ucl|ucla|cnrs|inria|nyu)\b|\binc\.?\b|\bltd\b|gmbh|hochschule|école|universidad|corporation|company|studio|museum|equal contribution|corresponding|\b(usa|uk|canada|germany|france|china|japan|india|italy|spain)\b/i;

/** Names stand alone or in rows; affiliations, addresses and cities do not look like them. */
function authorsIn(lines: readonly Line[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    const text = place.test(line.text) ? capitalsOf(line) : line.text;
    if (text === null || /@|https?:/.test(text)) continue;
    for (const part of text.split(/\s*(?:,|;|&|·|\band\b|\bund\b|\bet\b)\s*/)) {
      const name = part
        .replace(/[\d∗*†‡§¶♠♣♡♢,]+|\b[a-c]\b$/gu, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (isName(name) && !names.includes(name)) names.push(name);
    }
  }
  // Cities and countries stand alone on lines of their own; so do people of one name, when nobody has two.
  const whole = names.filter((name) => /\s/.test(name) || /^\p{Lo}+$/u.test(name));
  return (whole.length > 0 ? whole : names).slice(0, 100);
}

/** "ADA BYRON, University of Somewhere", as ACM manuscripts set it: the name in capitals and in a font of its own. */
function capitalsOf({ runs }: Line): string | null {
  const first = runs[0]!;
  const end = runs.findIndex((run) => run.font !== first.font || Math.abs(run.size - first.size) > 0.3);
  const lead = runs
    .slice(0, Math.max(0, end))
    .map((run) => run.text)
    .join(' ');
  if (!/\p{Lu}{2}/u.test(lead) || /\p{Ll}/u.test(lead) || place.test(lead)) return null;
  return lead.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 50 || /[.!?:]$/.test(text)) return false;
  const words = text.split(' ');
  if (words.length > 6) return false;
  if (/^\p{Lo}{2,12}$/u.test(text.replace(/\s/g, ''))) return true;
  return (
    words.length >= 1 &&
    words.every((word) =>
      /^(\p{Lu}[\p{L}'’.-]*|de|da|di|du|van|von|der|den|la|le|bin|ibn|al|el|dos|y|ter|zu)$/u.test(word),
    ) &&
    words.some((word) => word.length > 1)
  );
}
