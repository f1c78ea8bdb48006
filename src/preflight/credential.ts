/**
 * Owns the look for Content Credentials (C2PA) in the bytes of a picture, a film or a sound: whether there is one and
 * what it says about how it was made. Promises to read no further than the boxes that hold it. Leaves out signatures:
 * what is read here is a claim, and nobody has proved it.
 */

/** IPTC digital source types that the credential names; null where there is no credential. */
export function credentialIn(bytes: Uint8Array): string[] | null {
  const text = new TextDecoder('latin1').decode(joined(partsOf(bytes)).subarray(0, longest));
  if (!text.includes('jumb') || !text.includes('c2pa')) return null;
  const named = text.matchAll(/\/digitalsourcetype\/([A-Za-z]{3,60})/g);
  return [...new Set([...named].map(([, type]) => type!))].sort();
}

/** Thumbnails may make it long; what it says of the making stands beside them. */
const longest = 8 * 1024 * 1024;
const mostParts = 10_000;

function partsOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return inJpeg(bytes);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (word(1).startsWith('PNG')) return chunks(bytes, 8, false, 4, 'caBX');
  if (word(0) === 'RIFF') return chunks(bytes, 12, true, 0, 'C2PA');
  if (word(4) === 'ftyp') return inBoxes(bytes);
  return [];
}

/** Segments APP11 hold pieces of a box, each behind sixteen bytes that say whose piece it is. */
function inJpeg(bytes: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && parts.length < mostParts; ) {
    const [marker, length] = [bytes[at + 1]!, (bytes[at + 2]! << 8) | bytes[at + 3]!];
    if (marker === 0xda || length < 2) break;
    if (marker === 0xeb && bytes[at + 4] === 0x4a && bytes[at + 5] === 0x50)
      parts.push(bytes.subarray(at + (parts.length === 0 ? 12 : 20), at + 2 + length));
    at += 2 + length;
  }
  return parts;
}

/** Chunks of PNG (a name behind the length, four bytes after it all) and of RIFF (a name before it, even lengths). */
function chunks(bytes: Uint8Array, from: number, riff: boolean, after: number, wanted: string): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = from, count = 0; at + 8 <= bytes.length && count < mostParts; count += 1) {
    const length = view.getUint32(riff ? at + 4 : at, riff);
    const name = String.fromCharCode(...bytes.subarray(riff ? at : at + 4, riff ? at + 4 : at + 8));
    if (name === wanted) parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 8 + length + after + (riff ? length % 2 : 0);
  }
  return parts;
}

const boxId = 'd8fec3d61b0e483c92975828877ec481';

/** A box `uuid` of its own in films, and in pictures that are kept like films. */
function inBoxes(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hex = (at: number) =>
    [...bytes.subarray(at, at + 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  for (let at = 0, count = 0; at + 24 <= bytes.length && count < mostParts; count += 1) {
    const length = view.getUint32(at);
    const isOwn = String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'uuid' && hex(at + 8) === boxId;
    if (isOwn) return [bytes.subarray(at + 24, at + length)];
    if (length < 8) break;
    at += length;
  }
  return [];
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
