/**
 * A bag (BagIt 1.0, RFC 8493): a folder whose manifests name every file in it by its hash. Owns the words of its
 * tag files and the names that may stand in it. Leaves out files and hashing (`write.server.ts`, `verify.server.ts`)
 * and what lies in one.
 */

/** What manifests are written with; a bag with another one only cannot be proved here. */
export const algorithms = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];

export type Hashes = Record<Algorithm, string>;

export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The name of a manifest: of what lies in `data/`, or of the files that speak about it. */
export const manifestName = (kind: 'manifest' | 'tagmanifest', algorithm: string) =>
  `${kind}-${algorithm}.txt`;

/** By path, so that the same files give the same bytes. One space, which every reader of manifests takes. */
export function manifestText(lines: { path: string; hash: string }[]): string {
  return lines
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, hash }) => `${hash} ${encodePath(path)}\n`)
    .join('');
}

/** Path and hash of each line, and every line that is none. */
export function readManifest(text: string): { lines: { path: string; hash: string }[]; wrong: string[] } {
  const found = { lines: [] as { path: string; hash: string }[], wrong: [] as string[] };
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (line === '') continue;
    const [, hash, path] = /^([0-9a-f]+)[ \t]+\*?(.+)$/i.exec(line) ?? [];
    if (hash && path) found.lines.push({ hash: hash.toLowerCase(), path: decodePath(path) });
    else found.wrong.push(line.slice(0, 200));
  }
  return found;
}

/** RFC 8493, 2.1.3: a line feed, a carriage return and the sign that tells of them. */
export const encodePath = (path: string) =>
  path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** What `encodePath` wrote; any other use of the sign stands for itself. */
export const decodePath = (path: string) =>
  path.replaceAll(/%(25|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Whether a path stays in the bag wherever the bag lies, also on Windows. */
export function staysInside(path: string): boolean {
  if (path === '' || path.length > 4_096 || /^[/~]|^[a-z]:|\\|\0/i.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part.length <= 255);
}

/** One line for each value that there is; a value is one line, whatever was in it. */
export function bagInfoText(info: [label: string, value: string][]): string {
  return info
    .map(([label, value]) => [label, value.replaceAll(/\s+/g, ' ').trim()])
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** By label in small letters; a line that begins with a space goes on with the one before. */
export function readBagInfo(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/(\r\n|\n|\r)[ \t]+/g, ' ');
  for (const line of lines.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    if (colon > 0) found.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return found;
}

/** Bytes and files of `data/` in one value, which tells at a glance that something is missing. */
export const oxumOf = (files: { bytes: number }[]) =>
  `${files.reduce((sum, { bytes }) => sum + bytes, 0)}.${files.length}`;
