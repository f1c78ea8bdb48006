/** Owns the decoding of entry names, which archives write in three ways and rarely say which. */
import { latin1, u32le } from '../bytes.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './entry.ts';
import { extraField } from './extra.ts';

type Named = Pick<ZipEntry, 'name' | 'nameFrom'>;

/** UTF-8 where flagged or where it is valid (macOS does not flag it), else the old code page 437. */
export function nameOf(raw: Uint8Array, flags: number, extra: Uint8Array): Named {
  const flagged = (flags & 0x0800) !== 0;
  const path = extraField(extra, 0x7075);
  if (path && path !== 'broken' && path[0] === 1 && u32le(path, 1) === crc32(raw)) {
    const text = utf8(path.subarray(5));
    if (text !== null) return { name: text, nameFrom: 'utf8' };
  }
  if (raw.every((byte) => byte < 0x80)) return { name: latin1(raw, 0, raw.length), nameFrom: 'ascii' };
  const text = utf8(raw);
  if (text !== null) return { name: text, nameFrom: 'utf8' };
  return { name: codePage437(raw), nameFrom: flagged ? 'invalid' : 'guessed' };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function codePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80])).join(
    '',
  );
}
