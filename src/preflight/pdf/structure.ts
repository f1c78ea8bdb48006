/**
 * Owns the raw structure of a PDF: everything outside its streams as text, object streams unpacked within
 * bounds, and the size of what the other streams would grow to. Read before any parser opens the file.
 */
import { at, latin1 } from '../bytes.ts';
import { inflatedUpTo } from '../inflate-count.ts';
import { mapsTooMuch } from './character-maps.ts';
import { DrawingCost } from './drawing-cost.ts';
import { filtersOf, grownBy } from './filters.ts';
import { inflatedLeniently } from './lenient-inflate.ts';

export type Structure = {
  /** Dictionaries and objects, names with their escapes undone; contents of streams are not in it. */
  text: string;
  /** Dictionaries that belong to a stream. */
  streamDictionaries: string[];
  leadingBytes: number;
  trailingBytes: number;
  /** The pointer at the end leads to a cross-reference, as it should. */
  sound: boolean;
  bomb: boolean;
  /** What the largest stream that is no picture unpacks to, in bytes. */
  heaviest: number;
  /** Whether any object is there at all. */
  hasObjects: boolean;
};

const mebibyte = 1024 * 1024;
const streamLimit = 48 * mebibyte;
const totalLimit = 512 * mebibyte;
const objectStreamLimit = 16 * mebibyte;
const pieceLimit = 8 * mebibyte;
/** Character maps are smaller than this, packed. */
const smallStream = 64 * 1024;
const objectTextLimit = 48 * mebibyte;
/** A poster of A0 has 140 million. */
const pixelsAtMost = 150_000_000;

/**
 * Goes from stream to stream, not by the cross-reference, so that nothing hides from it (ISO 32000-1, 7.3.8 and
 * 7.5.7). `bomb`: a bound on growth was passed.
 */
export async function structureOf(bytes: Uint8Array): Promise<Structure> {
  const parts: string[] = [];
  const streamDictionaries: string[] = [];
  let position = 0;
  let text = 0;
  let grown = 0;
  let bomb = false;
  let heaviest = 0;
  const cost = new DrawingCost();
  for (;;) {
    const found = nextStream(bytes, position);
    const end = found?.keyword ?? bytes.length;
    // Between streams stand dictionaries; what is longer than this is not one.
    const piece =
      end - position > pieceLimit ? latin1(bytes, end - pieceLimit, end) : latin1(bytes, position, end);
    parts.push(piece);
    text += piece.length;
    if (!found || text > objectTextLimit) break;
    const object = Math.max(0, piece.lastIndexOf(' obj'));
    const dictionary = unescapedNames(piece.slice(object));
    const number = Number(/(\d+)\s+\d+$/.exec(piece.slice(Math.max(0, object - 24), object))?.[1] ?? NaN);
    streamDictionaries.push(dictionary);
    const dataEnd = streamEnd(bytes, found.data, dictionary);
    const data = bytes.subarray(found.data, dataEnd);
    position = dataEnd;
    const filters = filtersOf(dictionary, data);
    const early = !/\/EarlyChange\s+0\b/.test(dictionary);
    const binary =
      /\/Length1\b|\/Subtype\s*\/(Type1C|CIDFontType0C|OpenType)\b|\/Type\s*\/XRef\b/.test(dictionary) ||
      pixelsIn(dictionary) > 0;
    const small = data.length <= smallStream && !binary;
    if (/\/(Encrypt)\b/.test(dictionary)) continue;
    if (filters.length === 0) {
      bomb ||= small && mapsTooMuch(data);
      if (!binary && !/\/Filter\b/.test(dictionary)) {
        cost.stream(number, dictionary)(data);
        heaviest = Math.max(heaviest, data.length);
      }
    } else if (/\/Type\s*\/ObjStm\b/.test(dictionary) && filters.length === 1 && filters[0] === 'flate') {
      const inner = await inflatedUpTo(data, objectStreamLimit);
      bomb ||= inner.length >= objectStreamLimit;
      const objects = objectsIn(latin1(inner, 0, inner.length), dictionary);
      parts.push(objects);
      text += objects.length;
    } else {
      const look = binary ? undefined : cost.stream(number, dictionary);
      const one = small && filters.length === 1 && filters[0] === 'flate';
      const inner = one ? inflatedLeniently(data, smallStream * 8) : null;
      if (inner) bomb ||= mapsTooMuch(inner);
      if (inner && inner.length < smallStream * 8) look?.(inner);
      else if (inner || data.length > 16_384 || filters.length > 1 || filters[0] !== 'flate') {
        const limit = Math.max(streamLimit, bytesOfPicture(dictionary));
        const { size } = await grownBy(data, filters, { limit, early, ...(look ? { look } : {}) });
        if (pixelsIn(dictionary) === 0) heaviest = Math.max(heaviest, size);
        grown += pixelsIn(dictionary) > 0 ? 0 : size;
        bomb ||= size > limit || grown > totalLimit;
      }
    }
    if (bomb) break;
  }
  const whole = unescapedNames(parts.join('\n'));
  bomb ||= cost.tooMuch(whole);
  const hasObjects = /\d\s+\d+\s+obj\b/.test(whole);
  return { text: whole, streamDictionaries, bomb, heaviest, hasObjects, ...edges(bytes) };
}

function nextStream(bytes: Uint8Array, from: number): { keyword: number; data: number } | null {
  for (let i = bytes.indexOf(0x73, from); i >= 0; i = bytes.indexOf(0x73, i + 1)) {
    if (!at(bytes, i, 'stream') || at(bytes, i - 3, 'end')) continue;
    if (at(bytes, i + 6, '\r\n')) return { keyword: i, data: i + 8 };
    if (at(bytes, i + 6, '\n') || at(bytes, i + 6, '\r')) return { keyword: i, data: i + 7 };
  }
  return null;
}

/** The stated length where it leads to the end mark, else the mark itself. */
function streamEnd(bytes: Uint8Array, start: number, dictionary: string): number {
  const stated = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? NaN);
  if (Number.isFinite(stated) && start + stated <= bytes.length) {
    const after = latin1(bytes, start + stated, start + stated + 14);
    if (after.trimStart().startsWith('endstream')) return start + stated;
  }
  for (let i = bytes.indexOf(0x65, start); i >= 0; i = bytes.indexOf(0x65, i + 1))
    if (at(bytes, i, 'endstream')) return i;
  return bytes.length;
}

/** The objects of an object stream, written as if they stood in the file. */
function objectsIn(content: string, dictionary: string): string {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const count = Math.min(Number(/\/N\s+(\d+)/.exec(dictionary)?.[1] ?? 0), 100_000);
  const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
  const objects: string[] = [];
  for (let i = 0; i < count; i++) {
    const [number, offset, next] = [numbers[2 * i], numbers[2 * i + 1], numbers[2 * i + 3]];
    if (number === undefined || offset === undefined) break;
    objects.push(
      `${number} 0 obj\n${content.slice(first + offset, next === undefined ? undefined : first + next)}\nendobj`,
    );
  }
  return objects.length > 0 ? objects.join('\n') : content;
}

function pixelsIn(dictionary: string): number {
  if (!/\/Subtype\s*\/Image\b/.test(dictionary)) return 0;
  const number = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0);
  return Math.min(number('Width') * number('Height'), pixelsAtMost);
}

/** At most four colours, of 16 bits where the picture says so. */
function bytesOfPicture(dictionary: string): number {
  const bits = Number(/\/BitsPerComponent\s+(\d+)/.exec(dictionary)?.[1] ?? 8);
  return pixelsIn(dictionary) * 4 * (bits > 8 ? 2 : 1) + mebibyte;
}

function unescapedNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function edges(bytes: Uint8Array): Pick<Structure, 'leadingBytes' | 'trailingBytes' | 'sound'> {
  const head = latin1(bytes, 0, 1024);
  const leadingBytes = Math.max(0, head.indexOf('%PDF-'));
  const tailStart = Math.max(0, bytes.length - 65_536);
  const tail = latin1(bytes, tailStart, bytes.length);
  const mark = tail.lastIndexOf('%%EOF');
  const after = mark < 0 ? '' : tail.slice(mark + 5).replace(/[\s\0]+/g, '');
  const pointer = /startxref\s+(\d+)\s*(?:%%EOF|$)/.exec(tail.slice(tail.lastIndexOf('startxref')));
  const target = pointer ? Number(pointer[1]) : NaN;
  const there = latin1(bytes, target + leadingBytes, target + leadingBytes + 24).trimStart();
  const exact = latin1(bytes, target, target + 24).trimStart();
  const sound = mark >= 0 && [there, exact].some((text) => /^(xref|\d+\s+\d+\s+obj)/.test(text));
  return { leadingBytes, trailingBytes: after.length > 0 ? tail.length - mark - 5 : 0, sound };
}
