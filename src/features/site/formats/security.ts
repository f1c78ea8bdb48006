/** `/.well-known/security.txt` (RFC 9116): where to report a hole in this installation. */

export interface SecurityContact {
  base: string;
  /** A mail address or a full address. */
  contact: string;
  languages?: string[];
  now: Date;
}

/**
 * Expires within the year that the standard recommends. The same bytes all month long, so that nothing is written
 * anew each day: whoever keeps them writes them again when the month changes.
 */
const monthsValid = 11;

export function securityTxt({ base, contact, languages = ['en'], now }: SecurityContact): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsValid, 1));
  return [
    `Contact: ${/^[a-z]+:/.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    // An address of its own must be a safe one; without one, readers go by where they found it.
    ...(base.startsWith('https://') ? [`Canonical: ${base}/.well-known/security.txt`] : []),
    '',
  ].join('\n');
}
