import { createHash, randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A name nobody can guess or count: 120 random bits in 24 letters without look-alikes (Crockford's base 32). */
export function randomId(): string {
  return [...randomBytes(24)].map((byte) => alphabet[byte & 31]).join('');
}

/** A secret for a link or a cookie: 256 bits, URL-safe. Store only its `hashSecret`. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets here are random and long, so one round of SHA-256 is enough; no password is ever hashed with this. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
