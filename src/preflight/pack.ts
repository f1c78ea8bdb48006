/**
 * Owns the canonical .zip of a work, exactly as the call describes it, and its opposite: the files of an
 * archive as bytes under their hashes, never under a path.
 */
import { check } from './check.ts';
import { digestOf } from './digest.ts';
import { portableEngine, type Engine } from './engine.ts';
import type { Report, Role } from './report.ts';
import type { WorkRules } from './rules.ts';
import { allOf, type ByteSource, type NamedSource } from './sources.ts';
import { tidyPath } from './names.ts';
import { openZip } from './zip/open.ts';
import { unpacked } from './zip/inflate.ts';
import { writtenZip } from './zip/write.ts';
import { joined } from './bytes.ts';
import { canonicalName, endingOf } from './canonical.ts';
import { kindOf } from './inspect.ts';

export type Part = { name: string; role: Role; blob: ByteSource };
export type UnpackedFile = { name: string; sha256: string; bytes: Uint8Array };

/** The deterministic archive of these parts under canonical names; main, video, description, then supplements. */
export async function packWork(parts: readonly Part[], title: string): Promise<Uint8Array<ArrayBuffer>> {
  const order: Role[] = ['main', 'video', 'description', 'supplementary'];
  const sorted = parts
    .filter((part) => order.includes(part.role))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
  const counts = new Map<Role, number>();
  const files = [];
  for (const part of sorted) {
    const kind = await kindOf(part.name, part.blob);
    const number = (counts.get(part.role) ?? 0) + 1;
    counts.set(part.role, number);
    const only = part.role !== 'supplementary' && sorted.filter((one) => one.role === part.role).length === 1;
    const name = canonicalName(title, part.role, endingOf(part.name, kind), only ? null : number);
    files.push({ name, bytes: await allOf(part.blob) });
  }
  return writtenZip(files);
}

/** Checks loose files or an archive and packs what the check proposed; `zip` is null when it was rejected. */
export async function checkAndPack(
  handIn: readonly NamedSource[],
  rules: WorkRules,
  title?: string,
): Promise<{ report: Report; zip: Uint8Array | null }> {
  const report = await check(handIn, rules, title === undefined ? {} : { about: { title } });
  if (report.verdict === 'reject') return { report, zip: null };
  const contents = await contentsOf(handIn);
  const parts = report.files.map((file) => {
    const found = contents.find((one) => one.name === file.name && one.sha256 === file.sha256);
    if (!found) throw new Error('a checked file is no longer there');
    const { bytes } = found;
    return {
      name: file.name,
      role: file.role,
      blob: { size: bytes.length, read: async (from: number, to: number) => bytes.subarray(from, to) },
    };
  });
  return { report, zip: await packWork(parts, title ?? String(report.facts.title ?? '')) };
}

/** The files of an archive that passed the check, as bytes; throws Refused where the archive breaks a promise. */
export async function unpackWork(
  archive: ByteSource,
  engine: Engine = portableEngine,
): Promise<UnpackedFile[]> {
  const { entries } = await openZip(archive, 'archive.zip');
  const files: UnpackedFile[] = [];
  for (const entry of entries) {
    const pieces = [];
    for await (const piece of unpacked(archive, entry, engine)) pieces.push(piece.slice());
    const bytes = joined(pieces);
    const digest = await digestOf(
      { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) },
      engine.sha256,
    );
    files.push({ name: tidyPath(entry.name), sha256: digest, bytes });
  }
  return files;
}

/** Loose files stay as they are, a lone archive gives its entries; names without a wrapping folder. */
async function contentsOf(handIn: readonly NamedSource[]): Promise<UnpackedFile[]> {
  const single = handIn.length === 1 ? handIn[0]! : null;
  const archive = single && (await kindOf(single.name, single.blob)).id === 'zip';
  const files = archive
    ? await unpackWork(single.blob)
    : await Promise.all(
        handIn.map(async ({ name, blob }) => ({
          name: tidyPath(name),
          sha256: await digestOf(blob),
          bytes: await allOf(blob),
        })),
      );
  const folder = files[0]?.name.split('/')[0];
  const wrapped = folder && files.every((file) => file.name.startsWith(`${folder}/`));
  return wrapped ? files.map((file) => ({ ...file, name: file.name.slice(folder.length + 1) })) : files;
}
