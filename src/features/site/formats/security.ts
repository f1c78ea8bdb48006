/** `/.well-known/security.txt` (RFC 9116): where to report a hole in this installation. */

export interface SecurityContact {
  base: string;
  /** A mail address or a full address. */
  contact: string;
  languages?: string[];
  now: Date;
}

/** Expires within the year that the standard recommends: whoever keeps the bytes has to write them again. */
const daysValid = 300;

export function securityTxt({ base, contact, languages = ['en'], now }: SecurityContact): string {
  const expires = new Date(now.getTime() + daysValid * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: ${/^[a-z]+:/.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${base}/.well-known/security.txt`,
    '',
  ].join('\n');
}
