/** Owns what a name may be: which are refused, which are odd, which are left by a computer and not by a person. */
import { finding } from './findings.ts';
import { archiveLimits } from './limits.ts';
import type { Finding } from './report.ts';

/** NFC, no dot segments, no doubled or trailing slashes; the name as people read it, not as a path to write to. */
export function tidyPath(name: string): string {
  return name
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** "24_main .png" gives "24_main" and "png": trimmed at the ends and before the dot; no ending gives ''. */
export function stemAndExtension(name: string): { stem: string; extension: string } {
  const trimmed = baseName(name).normalize('NFC').trim();
  const dot = trimmed.lastIndexOf('.');
  const extension = dot > 0 ? trimmed.slice(dot + 1).trim() : '';
  if (extension === '' || !/^[A-Za-z0-9_-]{1,12}$/.test(extension)) return { stem: trimmed, extension: '' };
  return { stem: trimmed.slice(0, dot).trim(), extension: extension.toLowerCase() };
}

/** Left behind by Finder, Explorer and editors; never part of a work. */
export function isJunk(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '');
  const base = parts.at(-1) ?? '';
  return (
    parts.includes('__MACOSX') ||
    base.startsWith('._') ||
    /^(\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|\.localized|\.spotlight-v100|\.trashes|\.fseventsd|~\$.*)$/i.test(
      base,
    )
  );
}

/** Refusals of a path inside an archive, which must never lead anywhere. */
export function pathFindings(path: string): Finding[] {
  const found: Finding[] = [];
  // Some services write an entry for the folder that everything stands in.
  if (path === '/' || path === './') return [];
  if (path === '' || (/^[/.]*$/.test(path) && !path.includes('..'))) return [finding('name.empty', {})];
  const parts = path.split('/');
  const leads =
    parts.includes('..') || path.startsWith('/') || path.includes('\\') || /^[A-Za-z]:/.test(path);
  if (leads) found.push(finding('zip.path-traversal', { name: path }, { where: { file: path } }));
  const depth = parts.filter((part) => part !== '' && part !== '.').length;
  if (depth > archiveLimits.depth) {
    found.push(
      finding('name.too-deep', { name: path, depth, limit: archiveLimits.depth }, { where: { file: path } }),
    );
  }
  return [...found, ...nameFindings(path)];
}

/** What any name, in an archive or alone, has to say: hostile signs are refused, odd ones are noted. */
export function nameFindings(name: string): Finding[] {
  const where = { where: { file: name } };
  if (name.trim() === '') return [finding('name.empty', {})];
  const found: Finding[] = [];
  if (/\p{Cc}/u.test(name)) found.push(finding('name.control-char', { name }, where));
  if (/[\uD800-\uDFFF\uFFFE\uFFFF]/u.test(name)) found.push(finding('name.encoding', { name }, where));
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > archiveLimits.nameBytes) {
    found.push(finding('name.too-long', { name, bytes, limit: archiveLimits.nameBytes }, where));
  }
  if (/[\u202A-\u202E\u2066-\u2069]/.test(name)) found.push(finding('name.bidi-control', { name }, where));
  const parts = name.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts.some((part) => deviceName.test(part.trim())))
    found.push(finding('name.reserved', { name }, where));
  if (parts.some((part) => /[. ]$/.test(part))) found.push(finding('name.trailing', { name }, where));
  if (parts.some((part) => commandLike.test(part)) || /^[a-z]{3,6}:\/\//i.test(name))
    found.push(finding('name.suspicious', { name }, where));
  return found;
}

/** Whether a name betrays something private that was zipped along. */
export function looksSecret(path: string): boolean {
  const parts = path.toLowerCase().split('/');
  const base = parts.at(-1) ?? '';
  return (
    parts.slice(0, -1).some((part) => ['.git', '.ssh', '.aws', '.gnupg', '.svn', '.hg'].includes(part)) ||
    /^(\.env(\..+)?|\.git|id_(rsa|dsa|ecdsa|ed25519)|\.npmrc|\.netrc|\.htpasswd|\.pgpass|credentials(\.json)?|secrets?\.(json|ya?ml|txt|env))$/.test(
      base,
    ) ||
    /\.(pem|p12|pfx|kdbx|ppk|keystore|jks)$/.test(base)
  );
}

/** Two names that some file system would take for one. */
export function foldedName(path: string): string {
  return tidyPath(path).normalize('NFKC').toLowerCase().normalize('NFC');
}

const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i;
const commandLike = /[`<>|\u200B\u2060\uFEFF]|\$\(|\$\{|^[-=@]|%00|%2e%2e|^~$|;\s*(rm|curl|wget)\b|&&/i;
