/**
 * A PDF without what its program wrote about it: in place, byte for byte as long as before, so that nothing moves that
 * tables point to. Blanks the Info dictionary (inside of an object stream too), packets of XMP, and the EXIF and
 * Photoshop blocks of JPEGs. Leaves what belongs to the pages: names of annotations, attached files, fonts.
 */
import { deflateSync, inflateSync } from 'node:zlib';

export interface Blanked {
  bytes: Buffer;
  /** False where something about its maker may still be inside. */
  clean: boolean;
}

/** How the blocks of a JPEG begin that hold no picture. */
const segments = [
  'Exif\0\0',
  'Photoshop 3.0\0',
  'http://ns.adobe.com/xap/1.0/\0',
  'http://ns.adobe.com/xmp/extension/\0',
];

const inflatedAtMost = 32 * 1024 * 1024;

export function blanked(original: Uint8Array, xmp: string): Blanked {
  const bytes = Buffer.from(original);
  if (bytes.includes('/Encrypt')) return { bytes, clean: false };
  const info = blankInfo(bytes);
  const metadata = blankMetadata(bytes, Buffer.from(xmp));
  for (const mark of segments) for (const at of places(bytes, mark)) blankSegment(bytes, at);
  return { bytes, clean: info && metadata };
}

function blankInfo(bytes: Buffer): boolean {
  const numbers = new Set<string>();
  for (const at of places(bytes, '/Info')) {
    const [all, number, generation] = /^\/Info\s+(\d+)\s+(\d+)\s+R/.exec(words(bytes, at, 40)) ?? [];
    if (all) numbers.add(`${number} ${generation}`);
  }
  return [...numbers].every((reference) => {
    const plain = objectsAt(bytes, reference).map((at) => blankObject(bytes, at));
    return plain.length > 0 ? plain.every(Boolean) : blankPacked(bytes, reference.split(' ')[0]!);
  });
}

/** Its entries, and texts that it keeps as objects of their own. False where one of those is packed away. */
function blankObject(bytes: Buffer, from: number): boolean {
  const end = bytes.indexOf('endobj', from);
  const begins = bytes.indexOf('<<', from);
  const ends = bytes.lastIndexOf('>>', end < 0 ? bytes.length : end);
  if (begins < 0 || begins >= ends) return true;
  const entries = words(bytes, begins, ends - begins);
  bytes.fill(' ', begins + 2, ends);
  return [...entries.matchAll(/(\d+)\s+(\d+)\s+R/g)].every(([, number, generation]) => {
    const places = objectsAt(bytes, `${number} ${generation}`);
    for (const at of places) blankString(bytes, at);
    return places.length > 0;
  });
}

/** An object that is a text alone stays one, of spaces. */
function blankString(bytes: Buffer, from: number): void {
  const end = bytes.indexOf('endobj', from);
  const [, opening, closing] = /^\s*([(<])(?!<)[^]*([)>])\s*$/.exec(words(bytes, from, end - from)) ?? [];
  if (opening && closing) bytes.fill(' ', bytes.indexOf(opening, from) + 1, bytes.lastIndexOf(closing, end));
}

/** Where the insides of every revision of an object begin. */
function objectsAt(bytes: Buffer, reference: string): number[] {
  return places(bytes, `${reference} obj`)
    .filter((at) => !/\d/.test(words(bytes, at - 1, 1)))
    .map((at) => at + reference.length + 4);
}

/** The dictionary as one of many in a compressed stream: the stream is packed anew into the room it had. */
function blankPacked(bytes: Buffer, number: string): boolean {
  for (const { dictionary, from, to } of streams(bytes, '/ObjStm')) {
    if (!/\/Filter\s*\[?\s*\/FlateDecode/.test(dictionary) || dictionary.includes('/DecodeParms')) continue;
    const objects = inflated(bytes.subarray(from, to));
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
    if (!objects || !(first > 0)) continue;
    const heads = words(objects, 0, first).trim().split(/\s+/);
    const at = heads.findIndex((head, place) => place % 2 === 0 && head === number);
    if (at < 0) continue;
    const next = heads[at + 3];
    const begins = first + Number(heads[at + 1]);
    const ends = next === undefined ? objects.length : first + Number(next);
    const open = objects.indexOf('<<', begins);
    const close = objects.lastIndexOf('>>', ends);
    if (open < begins || close <= open) return false;
    // A text kept apart from it would stay packed.
    if (/\d\s+R\b/.test(words(objects, open, close - open))) return false;
    objects.fill(' ', open + 2, close);
    const packed = deflateSync(objects, { level: 9 });
    if (packed.length > to - from) return false;
    packed.copy(bytes, from);
    bytes.fill(0, from + packed.length, to);
    return true;
  }
  return false;
}

/** Our packet takes the place of the first that is long enough; a packed one cannot be read by anybody afterwards. */
function blankMetadata(bytes: Buffer, packet: Buffer): boolean {
  let said = false;
  for (const begins of places(bytes, '<?xpacket begin')) {
    const end = bytes.indexOf('<?xpacket end', begins);
    const ends = end < 0 ? -1 : bytes.indexOf('?>', end) + 2;
    if (ends < begins + 2) return false;
    bytes.fill(' ', begins, ends);
    if (said || packet.length > ends - begins) continue;
    packet.copy(bytes, begins);
    said = true;
  }
  for (const { dictionary, from, to } of streams(bytes, '/Metadata'))
    if (/\/Type\s*\/Metadata/.test(dictionary)) {
      if (dictionary.includes('/Filter')) bytes.fill(0, from, to);
      else if (!bytes.subarray(from, to).includes('<?xpacket begin')) bytes.fill(' ', from, to);
    }
  return true;
}

/** Streams whose dictionary holds this mark. */
function* streams(bytes: Buffer, mark: string) {
  for (const at of places(bytes, mark)) {
    const opens = bytes.lastIndexOf(' obj', at);
    const starts = bytes.indexOf('stream', at);
    const closes = bytes.indexOf('endobj', at);
    if (opens < 0 || starts < 0 || (closes >= 0 && closes < starts)) continue;
    const from = starts + 6 + (bytes[starts + 6] === 13 ? 2 : 1);
    const to = bytes.indexOf('endstream', from);
    if (to > from) yield { dictionary: words(bytes, opens, starts - opens), from, to };
  }
}

/** The payload of a JPEG's segment whose mark stands here; its length stands before it. */
function blankSegment(bytes: Buffer, at: number): void {
  const marker = bytes.readUInt16BE(Math.max(0, at - 4));
  if (at < 4 || (marker !== 0xffe1 && marker !== 0xffed)) return;
  bytes.fill(0, at, Math.min(bytes.length, at - 2 + bytes.readUInt16BE(at - 2)));
}

function inflated(bytes: Buffer): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: inflatedAtMost });
  } catch {
    return null;
  }
}

function places(bytes: Buffer, mark: string): number[] {
  const found: number[] = [];
  for (
    let at = bytes.indexOf(mark, 0, 'latin1');
    at >= 0;
    at = bytes.indexOf(mark, at + mark.length, 'latin1')
  )
    found.push(at);
  return found;
}

const words = (bytes: Buffer, from: number, length: number) =>
  bytes.toString('latin1', Math.max(0, from), Math.max(0, from) + length);
