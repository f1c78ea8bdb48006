/**
 * Owns the opening of a .zip that may be hostile: only what every program reads in the same way gets through.
 * Nothing is ever written under a name from the archive. Source: preflight.md, "Archives: hostile until proven".
 */
import { finding } from '../findings.ts';
import { archiveLimits } from '../limits.ts';
import { foldedName, isJunk, pathFindings, tidyPath } from '../names.ts';
import type { Finding } from '../report.ts';
import type { ByteSource } from '../sources.ts';
import { directoryOf } from './directory.ts';
import { endRecordOf } from './end-record.ts';
import { isEncrypted, type PlacedEntry, type ZipEntry } from './entry.ts';
import { placed } from './placement.ts';
import { asWork, type ArchiveWays } from './ways.ts';

export type OpenedZip = { entries: PlacedEntry[]; findings: Finding[]; listed: string[] };

/** The files of an archive (no folders, no junk) in its order, and everything its structure gives cause to say. */
export async function openZip(
  source: ByteSource,
  name: string,
  ways: ArchiveWays = asWork,
): Promise<OpenedZip> {
  const end = await endRecordOf(source, name);
  if (!end.record) return { entries: [], findings: end.findings, listed: [] };
  const weighed = (found: Finding[]) =>
    found.map((one): Finding => (ways.soft.has(one.code) ? { ...one, severity: 'warning' } : one));
  const directory = await directoryOf(source, end.record, name, ways);
  const findings = [...end.findings, ...weighed(directory.findings)];
  const listed = directory.entries.map((entry) => entry.name).filter((one) => !isJunk(one));
  const refused = () => findings.some((one) => one.severity === 'reject');
  if (refused() || end.record.count > ways.listed) return { entries: [], findings, listed };
  for (const entry of directory.entries) findings.push(...weighed(entryFindings(entry)));
  findings.push(...boundFindings(directory.entries, name));
  if (refused()) return { entries: [], findings, listed };
  const located = await placed(source, directory.entries, end.record, name);
  findings.push(...located.findings);
  const twins = twinsIn(located.entries);
  findings.push(...weighed(twins.findings));
  const entries = twins.entries.filter((entry) => !entry.isDirectory && !isJunk(entry.name));
  if (entries.length === 0 && !refused()) findings.push(finding('zip.empty', { name }));
  return { entries: refused() ? [] : entries, findings, listed };
}

function entryFindings(entry: ZipEntry): Finding[] {
  const { name } = entry;
  const where = { where: { file: name } };
  // The icon file of a Mac folder really has a carriage return in its name.
  const found = isJunk(name) && /(^|\/)Icon\r$/.test(name) ? [] : pathFindings(name);
  if (entry.nameFrom === 'invalid') found.push(finding('name.encoding', { name }, where));
  if (entry.nameFrom === 'guessed' && !isJunk(name))
    found.push(finding('name.encoding-unknown', { name }, where));
  const special = specialKind(entry);
  if (special) found.push(finding('zip.special-file', { name, kind: special }, where));
  if (isEncrypted(entry)) found.push(finding('zip.encrypted', { name }, where));
  else if (entry.method !== 0 && entry.method !== 8) {
    found.push(finding('zip.unsupported-method', { name, method: entry.method }, where));
  }
  if (entry.disk !== 0) found.push(finding('zip.multi-part', { name }));
  if (entry.method === 0 && !isEncrypted(entry) && entry.size !== entry.compressedSize) {
    found.push(finding('zip.size-mismatch', { name }, where));
  }
  if (entry.isDirectory && entry.size > 0) {
    found.push(finding('zip.ambiguous', { name, detail: 'a folder with content' }, where));
  }
  return found;
}

export const linkElsewhere = 'a link to another place';

/** Null for a file or a folder; else in words, from the Unix mode (S_IFMT) or the mark of Windows. */
export function specialKind(entry: ZipEntry): string | null {
  if (entry.reparsePoint) return 'a link of Windows to another place';
  const kind = (entry.mode ?? 0) & 0xf000;
  if (kind === 0xa000) return linkElsewhere;
  if (kind === 0x2000 || kind === 0x6000) return 'a device';
  if (kind === 0x1000 || kind === 0xc000) return 'a pipe or socket';
  return null;
}

function boundFindings(entries: readonly ZipEntry[], name: string): Finding[] {
  const large = entries.find((entry) => entry.size > archiveLimits.entryBytes);
  if (large) return [finding('zip.bomb', { name: large.name, detail: 'over 500 MB in one file' })];
  const whole = {
    name,
    size: entries.reduce((sum, entry) => sum + entry.size, 0),
    compressedSize: entries.reduce((sum, entry) => sum + entry.compressedSize, 0),
  };
  if (whole.size > archiveLimits.expandedBytes)
    return [finding('zip.bomb', { name, detail: 'over 1 GiB in all' })];
  const { ratio, ratioAppliesBeyond } = archiveLimits;
  const dense = [...entries, whole].find(
    (one) => one.size > ratioAppliesBeyond && one.size > ratio * one.compressedSize,
  );
  return dense
    ? [finding('zip.bomb', { name: dense.name, detail: `more than ${ratio} times its size` })]
    : [];
}

/** One copy of identical twins stays; twins that differ are refused, as is a file where a folder must be. */
function twinsIn(entries: readonly PlacedEntry[]): { entries: PlacedEntry[]; findings: Finding[] } {
  const seen = new Map<string, PlacedEntry>();
  const folders = new Set<string>();
  const findings: Finding[] = [];
  const kept: PlacedEntry[] = [];
  for (const entry of entries) {
    const folded = foldedName(entry.name);
    const parts = folded.split('/');
    for (let i = 1; i < parts.length; i++) folders.add(parts.slice(0, i).join('/'));
    const twin = seen.get(folded);
    if (twin && !(twin.isDirectory && entry.isDirectory)) {
      const identical =
        twin.crc === entry.crc && twin.size === entry.size && twin.isDirectory === entry.isDirectory;
      const severity = identical ? 'warning' : 'reject';
      findings.push(finding('zip.duplicate-name', { name: tidyPath(entry.name), identical }, { severity }));
      if (!identical) kept.push(entry);
      continue;
    }
    seen.set(folded, entry);
    kept.push(entry);
  }
  for (const entry of kept) {
    if (!entry.isDirectory && folders.has(foldedName(entry.name))) {
      findings.push(finding('zip.duplicate-name', { name: tidyPath(entry.name), identical: false }));
    }
  }
  return { entries: kept, findings };
}
