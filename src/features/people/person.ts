/**
 * A person: somebody with a name and at least one mail address, known to the whole installation. Owns names,
 * addresses, sessions, passkeys, standing in editions. Leaves out what people hand in, review or attend.
 */

export const linkMinutes = 30;
/** A session that nobody used for this long is over. */
export const sessionDays = 60;

/** A local path to go on to, or the person's own start page when the text is anything else. */
export function localPath(text: string | null | undefined, otherwise = '/my'): string {
  if (!text || text.length > 500 || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(text) || text.includes('\\'))
    return otherwise;
  const base = 'http://salon.invalid';
  if (!URL.canParse(text, base)) return otherwise;
  const { origin, pathname, search, hash } = new URL(text, base);
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : otherwise;
}

/** An ORCID iD as `0000-0002-1825-0097`, or null when its last character does not fit the others (ISO 7064). */
export function orcidFrom(text: string): string | null {
  const digits = text
    .trim()
    .replace(/^https?:\/\/(www\.)?orcid\.org\//i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return null;
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11;
  const last = (12 - total) % 11;
  if (digits[15] !== (last === 10 ? 'X' : String(last))) return null;
  return digits.replace(/(.{4})(?=.)/g, '$1-');
}
