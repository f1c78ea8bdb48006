/** ORCID iDs: sixteen digits with a check digit (ISO 7064 MOD 11-2), as people paste them. */

/** The plain form `0000-0002-1825-0097`, or null where it cannot be one. */
export function readOrcid(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?(sandbox\.)?orcid\.org\//i, '')
    .replace(/[\s‐-―-]/g, '');
  if (!/^\d{15}[\dX]$/i.test(plain) || checkDigit(plain.slice(0, 15)) !== plain[15]!.toUpperCase())
    return null;
  return plain.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
}

function checkDigit(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
