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
  return { name: codePage437(withoutHalves(raw)), nameFrom: flagged ? 'invalid' : 'guessed' };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Shift-JIS, Big5 and GBK end some characters with the byte of a backslash. Such a half is no separator where the
 * whole name reads as their pairs; as the part before it ends with a high byte, it cannot lead out of a folder.
 */
function withoutHalves(raw: Uint8Array): Uint8Array {
  const name = raw.slice();
  for (let i = 0; i < raw.length; i++) {
    if (raw[i]! < 0x81) continue;
    const half = raw[i + 1];
    const alone = raw[i]! >= 0xa1 && raw[i]! <= 0xdf && (half === undefined || half < 0x40);
    if (alone) continue;
    if (half === undefined || half < 0x40 || half === 0x7f) return raw;
    if (half === 0x5c) name[i + 1] = yen;
    i += 1;
  }
  return name;
}

/** What a Japanese computer shows in place of a backslash, in code page 437. */
const yen = 0x9d;

const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function codePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80])).join(
    '',
  );
}
