/** Owns the reading of bytes as text: UTF-8, UTF-16 with its mark, and nothing that holds control signs. */

/** The text, or null for what is not text. `cut` says that more bytes follow, so the last sign may be torn. */
export function textOf(bytes: Uint8Array, cut = false): string | null {
  if (bytes.length === 0) return null;
  const marked = utf16(bytes);
  const text = marked ?? decoded(bytes, 'utf-8', cut) ?? decoded(bytes, 'windows-1252', cut);
  if (text === null) return null;
  // A few stray signs are found in honest old texts; a NUL never is.
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return text.includes('\0') || controls * 100 > text.length ? null : text;
}

/** The only web address in a text that holds little else; null where the text is more than a link. */
export function linkIn(text: string): string | null {
  const links = text.match(/https?:\/\/[^\s<>"']+/gi);
  if (!links) return null;
  const rest = text
    .replace(/https?:\/\/[^\s<>"']+/gi, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return rest.length <= 200 ? links[0]! : null;
}

function utf16(bytes: Uint8Array): string | null {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return decoded(bytes, 'utf-16le', true);
  if (mark === 0xfeff) return decoded(bytes, 'utf-16be', true);
  return null;
}

function decoded(bytes: Uint8Array, encoding: string, cut: boolean): string | null {
  // 0x81-0x9d have holes in windows-1252, and binary data is full of them.
  if (encoding === 'windows-1252' && bytes.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)))
    return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
}
