/**
 * Owns the archive that comes beside a paper: opened to see that it is safe and whole, never to be taken apart. Code
 * and data are many files in deep folders, so what is only untidy warns, and names are nobody's concern but theirs.
 */
import { portableEngine } from './engine.ts';
import { finding } from './findings.ts';
import type { Inspection, InspectIo, Subject } from './inspect.ts';
import { headBytes, supplementLimits } from './limits.ts';
import { looksSecret, tidyPath } from './names.ts';
import type { Finding } from './report.ts';
import { kindOfContent } from './sniff.ts';
import type { ByteSource } from './sources.ts';
import type { PlacedEntry } from './zip/entry.ts';
import { passingUnpacked, Refused } from './zip/inflate.ts';
import { linkElsewhere, openZip, specialKind } from './zip/open.ts';
import { asSupplement } from './zip/ways.ts';

/** Each finding once for the whole archive; `expanded` in bytes. Throws when `io.signal` says stop. */
export async function inspectSupplement({ name, source }: Subject, io: InspectIo): Promise<Inspection> {
  const opened = await openZip(source, name, asSupplement);
  const findings = opened.findings.filter(({ code, severity }) => severity === 'reject' || !untidy.has(code));
  const secret = opened.listed.find(looksSecret);
  if (secret) findings.push(finding('privacy.secrets', { name: secret }));
  for (const entry of opened.entries) {
    io.signal?.throwIfAborted();
    const found = await entryFinding(source, entry, io);
    if (found) findings.push(found);
    if (found?.severity === 'reject') break;
  }
  const names = opened.entries.map((entry) => tidyPath(entry.name));
  const expanded = opened.entries.reduce((sum, { size }) => sum + size, 0);
  return {
    facts: { entries: names.length, expanded, names: names.slice(0, supplementLimits.named) },
    findings: oneOfEach(findings).map((one) => ({ ...one, where: { file: name } })),
  };
}

const oneOfEach = (findings: readonly Finding[]) =>
  findings.filter((one, i) => findings.findIndex(({ code }) => code === one.code) === i);

/** What is odd about a name matters where we give files their names, which we do not do here; links are weighed below. */
const untidy = new Set(
  'name.reserved name.trailing name.suspicious name.encoding-unknown name.too-deep name.too-long zip.special-file'.split(
    ' ',
  ),
);

async function entryFinding(source: ByteSource, entry: PlacedEntry, io: InspectIo): Promise<Finding | null> {
  const { name } = entry;
  const special = specialKind(entry);
  const read = await headOf(source, entry, io);
  if ('code' in read) return read;
  if (special === linkElsewhere && staysWithin(name, new TextDecoder().decode(read))) return null;
  if (special) return finding('zip.special-file', { name, kind: special });
  const { family } = kindOfContent(read, entry.size);
  if (family === 'program') return finding('zip.executable', { name });
  if (family !== 'archive') return null;
  return finding('zip.nested-archive', { name, whole: false }, { severity: 'warning' });
}

/** Its first bytes, once all of it came out as promised. */
async function headOf(source: ByteSource, entry: PlacedEntry, io: InspectIo): Promise<Uint8Array | Finding> {
  const head = new Uint8Array(Math.min(headBytes, entry.size));
  let filled = 0;
  try {
    for await (const piece of passingUnpacked(source, entry, io.engine ?? portableEngine)) {
      io.seen?.(piece.length);
      const room = piece.subarray(0, head.length - filled);
      head.set(room, filled);
      filled += room.length;
    }
  } catch (cause) {
    if (cause instanceof Refused) return cause.finding;
    throw cause;
  }
  return head;
}

/** A link from one file of the archive to another, as trees of packages have them. */
function staysWithin(name: string, target: string): boolean {
  if (/^[/\\]|^[A-Za-z]:|\0/.test(target) || target.length > 1024) return false;
  let depth = tidyPath(name).split('/').length - 1;
  for (const part of target.split(/[/\\]/)) {
    depth += part === '..' ? -1 : part === '' || part === '.' ? 0 : 1;
    if (depth < 0) return false;
  }
  return true;
}
