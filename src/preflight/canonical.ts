/** Owns the canonical names: <title>_main.png and its like, as the call of 2024 wants them, written by us. */
import type { Kind } from './kinds.ts';
import { stemAndExtension } from './names.ts';
import type { Role } from './report.ts';

/** One word of any script, safe as a file name everywhere; 'work' where a title has no letters. */
export function slugOf(title: string): string {
  const joinedWords = title
    .normalize('NFC')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  let slug = '';
  for (const sign of joinedWords) {
    if (new TextEncoder().encode(slug + sign).length > 120) break;
    slug += sign;
  }
  return slug === '' ? 'work' : slug;
}

/** The ending that fits the content: the person's own where it is one of the kind's. */
export function endingOf(name: string, kind: Kind): string {
  const { extension } = stemAndExtension(name);
  if (kind.extensions.length === 0 || kind.extensions.includes(extension)) return extension;
  const loose = kind.family === 'text' && extension !== '';
  return loose ? extension : kind.extensions[0]!;
}

/** `number` is given for supplements, and where two files would otherwise share a name. */
export function canonicalName(
  title: string,
  role: Role | 'poster' | 'slides',
  ending: string,
  number: number | null,
): string {
  const tail = number === null ? '' : `_${number}`;
  return `${slugOf(title)}_${role}${tail}${ending === '' ? '' : `.${ending}`}`;
}
