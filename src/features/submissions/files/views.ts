/** What people see of files. Original names are shown to those whose files they are, and to organizers. */
import { waiverFor, type WaiverView } from '#app/features/calls/waiver.ts';
import type { Analysis } from '#app/preflight/analysis/analysis.ts';
import { sayAnalysis } from '#app/preflight/analysis/words.ts';
import { kindNamed } from '#app/preflight/kinds.ts';
import type { Finding, Report, Verdict } from '#app/preflight/report.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import {
  baseOf,
  canonicalNames,
  countedBytes,
  inOrder,
  type FileRole,
  type SubmissionFile,
  type TypedDescription,
} from './file.ts';

export interface FileView {
  id: string;
  name: string;
  canonical: string;
  role: FileRole;
  /** Nobody said so yet; it is our proposal. */
  proposed: boolean;
  bytes: number;
  /** In words: a PDF, a PNG image. */
  kind: string;
  sha256: string;
  /** How a browser may show it without fetching a copy. */
  shown: 'image' | 'video' | 'audio' | null;
  pages: number | null;
  seconds: number | null;
  findings: Finding[];
  /** Of films and sounds: what a decoder measured, in sentences. */
  analysis: string[];
  /** Of a film: a still of it is to be had. */
  poster: boolean;
  /** Of a film: light that may harm, by our estimate. */
  flashes: 'possible' | 'likely' | null;
  fromArchive: string | null;
  typed: TypedDescription | null;
}

export interface HandInView {
  kind: 'paper' | 'work';
  files: FileView[];
  /** What concerns the files together. */
  findings: Finding[];
  verdict: Verdict | null;
  limit: number;
  left: number;
  /** Begun and not whole: what would go on if the same file were chosen again. */
  uploads: UnfinishedUpload[];
  roles: FileRole[];
  rules: CheckRules;
  /** New files may come; what is there may be arranged. */
  mayAdd: boolean;
  mayArrange: boolean;
}

export interface UnfinishedUpload {
  id: string;
  name: string;
  bytes: number;
  /** How much of it lies here. */
  arrived: number;
  /** The file's own date in milliseconds, where its browser told it. */
  modified: number | null;
}

export function fileViews(
  files: readonly SubmissionFile[],
  title: string,
  analyses: ReadonlyMap<string, Analysis> = new Map(),
  posters: ReadonlySet<string> = new Set(),
): FileView[] {
  const names = canonicalNames(files, title);
  const archives = new Map(files.filter(({ role }) => role === 'archive').map(({ id, name }) => [id, name]));
  return inOrder(files).map((file) => {
    const facts = file.report.facts ?? {};
    return {
      id: file.id,
      name: file.name,
      canonical: names.get(file.id) ?? baseOf(file.name),
      role: file.role,
      proposed: file.roleChosenAt === null,
      bytes: file.bytes,
      kind: sentenceCase(kindNamed(String(facts.kind ?? '')).label),
      sha256: file.sha256,
      shown: shownAs(file),
      pages: typeof facts.pages === 'number' ? facts.pages : null,
      seconds: typeof facts.duration === 'number' ? facts.duration : null,
      findings: file.report.findings ?? [],
      analysis: sayAnalysis(kindNamed(String(facts.kind ?? '')).family, analyses.get(file.sha256)),
      // Only what this submission measured itself: a still that is there at once would tell that others have the film.
      poster: analyses.has(file.sha256) && posters.has(file.sha256),
      flashes: flashesIn(analyses.get(file.sha256)),
      fromArchive: file.fromFileId ? (archives.get(file.fromFileId) ?? null) : null,
      typed: file.typed,
    };
  });
}

/** What the checker said about the hand-in that no single file shows. */
export function findingsTogether(report: Report | undefined, files: readonly FileView[]): Finding[] {
  const shown = new Set(
    files.flatMap(({ findings }) => findings.map(({ code, message }) => `${code} ${message}`)),
  );
  return (report?.findings ?? []).filter(({ code, message }) => !shown.has(`${code} ${message}`));
}

/** What is waived for the whole call is said all the same, with the reason, and asks for nothing. */
export function softenedBy(waivers: readonly WaiverView[], findings: readonly Finding[]): Finding[] {
  return findings.map((one) => {
    const waiver = waiverFor(one, waivers);
    if (!waiver) return one;
    return {
      ...one,
      severity: 'note',
      next: `The organizers waive this for the whole call: ${waiver.reason}`,
    };
  });
}

/** Our checker came to no end with something that lies here. */
export const isUnread = ({ files, findings }: Pick<HandInView, 'files' | 'findings'>): boolean =>
  [...findings, ...files.flatMap((file) => file.findings)].some(({ code }) => code === 'file.unreadable');

export const leftOf = (files: readonly SubmissionFile[], limit: number) =>
  Math.max(0, limit - countedBytes(files));

function flashesIn(found: Analysis | undefined): FileView['flashes'] {
  if (!found || 'notMeasured' in found.flashing) return null;
  const { risk } = found.flashing.measured;
  return risk === 'none seen' ? null : risk;
}

const pictures = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
  'image/svg+xml',
];
const films = ['video/mp4', 'video/webm', 'video/quicktime'];
const sounds = ['audio/mpeg', 'audio/mp4', 'audio/wav', 'audio/flac', 'audio/ogg', 'audio/aac', 'audio/webm'];

export function shownAs({ mime }: Pick<SubmissionFile, 'mime'>): FileView['shown'] {
  if (pictures.includes(mime)) return 'image';
  if (films.includes(mime)) return 'video';
  return sounds.includes(mime) ? 'audio' : null;
}

/** Only these are ever answered with a type that a browser plays. */
export const playable = new Set([...films, ...sounds]);

function sentenceCase(label: string): string {
  const plain = label.replace(/^(a|an|the) /, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
