/**
 * A file of a submission: the name its person gave it, the role it plays, the hash under which its bytes are
 * kept. Promises that nobody has to rename anything: canonical names are made here. Leaves out what the checker
 * thinks of it and how its bytes arrive.
 */
import { canonicalName, endingOf } from '#app/preflight/canonical.ts';
import { kindNamed } from '#app/preflight/kinds.ts';
import { stemAndExtension } from '#app/preflight/names.ts';
import type { FileFacts, Finding } from '#app/preflight/report.ts';

export type FileRole =
  | 'paper'
  | 'main'
  | 'video'
  | 'description'
  | 'poster'
  | 'slides'
  | 'supplementary'
  | 'archive';

export interface TypedDescription {
  title: string;
  about: string;
  people: string;
  ai: string;
}

export interface SubmissionFile {
  id: string;
  submissionId: string;
  role: FileRole;
  position: number;
  /** As given, with folders where there are any; data, never a path. */
  name: string;
  mime: string;
  sha256: string;
  bytes: number;
  report: { facts?: FileFacts; findings?: Finding[] };
  begunAt: Date;
  uploadedAt: Date;
  removedAt: Date | null;
  roleChosenAt: Date | null;
  /** The archive it came in. */
  fromFileId: string | null;
  /** An archive whose entries have become files. */
  openedAt: Date | null;
  typed: TypedDescription | null;
}

/** 100 MiB, where a call says nothing else. */
export const defaultMaxBytes = 104_857_600;
export const maxFiles = 200;

export const roleWords: Record<FileRole, string> = {
  paper: 'Paper',
  main: 'Main work',
  video: 'Video',
  description: 'Description',
  poster: 'Poster',
  slides: 'Slides',
  supplementary: 'Supplement',
  archive: 'Archive as handed in',
};

/** The roles a person can choose, in the order in which files stand. */
export function rolesOf(kind: 'paper' | 'work', beside: readonly FileRole[] = []): FileRole[] {
  return kind === 'paper'
    ? ['paper', ...beside, 'supplementary']
    : ['main', 'video', 'description', 'supplementary'];
}

/** Told by its name, until its person says what it is: what comes beside a final version is no mere supplement. */
export function besideByName(role: FileRole, name: string, beside: readonly FileRole[]): FileRole {
  if (role !== 'supplementary') return role;
  const { stem } = stemAndExtension(baseOf(name));
  const [, word = ''] = /(?:^|[\s_-])(poster|slides)(?:$|[\s_.-])/i.exec(stem) ?? [];
  return beside.find((one) => one === word.toLowerCase()) ?? role;
}

const order: FileRole[] = [
  'paper',
  'main',
  'video',
  'description',
  'poster',
  'slides',
  'supplementary',
  'archive',
];

const placeOf = (role: string) => order.indexOf(role as FileRole);

/** By role, then as their person ordered them, then as they came. */
export function inOrder<F extends Pick<SubmissionFile, 'position' | 'uploadedAt' | 'id'> & { role: string }>(
  files: readonly F[],
): F[] {
  return [...files].sort(
    (a, b) =>
      placeOf(a.role) - placeOf(b.role) ||
      a.position - b.position ||
      a.uploadedAt.getTime() - b.uploadedAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}

/** What counts against the limit: what was sent. Entries came inside their archive. */
export function countedBytes(
  files: readonly Pick<SubmissionFile, 'bytes' | 'fromFileId' | 'removedAt'>[],
): number {
  return files.reduce((sum, file) => (file.fromFileId || file.removedAt ? sum : sum + file.bytes), 0);
}

type Named = Pick<SubmissionFile, 'id' | 'role' | 'position' | 'uploadedAt' | 'name' | 'report'>;

/** The name under which organizers find each file, by its id; an archive keeps its own. */
export function canonicalNames(files: readonly Named[], title: string): Map<string, string> {
  const sorted = inOrder(files);
  const names = new Map<string, string>();
  const counts = new Map<FileRole, number>();
  for (const file of sorted) {
    if (file.role === 'archive') {
      names.set(file.id, baseOf(file.name));
      continue;
    }
    const number = (counts.get(file.role) ?? 0) + 1;
    counts.set(file.role, number);
    const alone =
      file.role !== 'supplementary' && sorted.filter((one) => one.role === file.role).length === 1;
    const kind = kindNamed(String(file.report.facts?.kind ?? ''));
    const ending =
      kind.extensions.length > 0 ? endingOf(file.name, kind) : stemAndExtension(file.name).extension;
    names.set(file.id, canonicalName(title, file.role, ending, alone ? null : number));
  }
  return names;
}

/** The last part of a name that may hold folders. */
export const baseOf = (name: string) => name.split('/').at(-1) ?? name;

/** A name as typed or sent, without what a database cannot hold. */
export function keptName(name: string): string {
  const tidy = name.replaceAll('\0', '\ufffd').toWellFormed().normalize('NFC').trim();
  return tidy === '' ? 'unnamed' : tidy;
}
