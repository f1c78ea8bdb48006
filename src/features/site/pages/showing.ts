/**
 * What a work's page shows first, what after it, and what it only names. Owns the choice of a viewer; promises that
 * a file without bytes that may be public is never shown.
 */
import type { PublicFile, PublicRecord, Rendition } from '#app/features/works/record.ts';

export type Viewer = 'picture' | 'film' | 'sound' | 'document' | 'text' | 'web' | 'model';

export interface Showing {
  /** Several where the work is a series of pictures. */
  first: PublicFile[];
  viewer: Viewer | null;
  more: PublicFile[];
}

/** Bytes of words that a page prints itself, and so has to be given: by their hash. */
export type Contents = Record<string, string>;

const has = (file: PublicFile, ...uses: Rendition['use'][]) =>
  file.renditions.some(({ use }) => uses.includes(use));

export function viewerOf(file: PublicFile): Viewer | null {
  if (has(file, 'film')) return 'film';
  if (has(file, 'sound')) return 'sound';
  if (has(file, 'web')) return 'web';
  if (file.kind === 'model' && has(file, 'picture', 'still', 'document')) return 'model';
  if (file.kind === 'text' && has(file, 'document')) return 'text';
  if (has(file, 'document')) return 'document';
  return has(file, 'picture', 'still') ? 'picture' : null;
}

/** Roles in which a file stands for the work itself, the strongest first. */
const itself = ['public-rendition', 'main', 'video', 'capture', 'poster'];
/** What accompanies another file and is shown with it. */
const companions = ['captions', 'transcript'];

export function showing({ kind, files }: Pick<PublicRecord, 'kind' | 'files'>): Showing {
  const shown = files.filter((file) => viewerOf(file) !== null && !companions.includes(file.role));
  const rank = ({ role }: PublicFile) => itself.indexOf(role);
  const lead = shown.filter((file) => rank(file) >= 0).sort((a, b) => rank(a) - rank(b))[0];
  if (!lead) return { first: [], viewer: null, more: shown };
  const isPicture = viewerOf(lead) === 'picture';
  const series = shown.filter(
    (file) => file !== lead && isPicture && viewerOf(file) === 'picture' && file.role !== 'description',
  );
  const first = [lead, ...series];
  const borrowed = isPicture ? null : pictureOf({ kind, files }, lead);
  const more = shown.filter((file) => !first.includes(file) && file !== borrowed);
  return { first, viewer: viewerOf(lead), more };
}

/** The first file that a list can show in small, and whether it is a picture. */
export function faceOf(record: Pick<PublicRecord, 'kind' | 'files'>): PublicFile | null {
  const { first, more } = showing(record);
  const [lead] = first;
  const own = lead && pictureOf(record, lead);
  return own ?? more.find((file) => has(file, 'picture', 'still')) ?? lead ?? null;
}

/** What a file looks like: its own still, or else what lies beside it for that. The poster of a paper is no still. */
export function pictureOf(
  { kind, files }: Pick<PublicRecord, 'kind' | 'files'>,
  file: PublicFile,
): PublicFile | null {
  const stills = kind === 'work' ? ['poster', 'capture'] : ['capture'];
  const beside = files.filter(({ role }) => stills.includes(role));
  return [file, ...beside].find((one) => has(one, 'picture', 'still')) ?? null;
}

/** Captions and transcripts may lie beside a film as files of their own. */
export function companionsOf(files: readonly PublicFile[], file: PublicFile, use: 'captions' | 'transcript') {
  const own = file.renditions.filter((one) => one.use === use).map((rendition) => ({ file, rendition }));
  const beside = files
    .filter((other) => other !== file && companions.includes(other.role))
    .flatMap((other) =>
      other.renditions.filter((one) => one.use === use).map((rendition) => ({ file: other, rendition })),
    );
  return own.length > 0 ? own : beside;
}

/** What `Contents` has to hold for this record: short texts only. */
export const toBeRead = ({ files }: Pick<PublicRecord, 'files'>): Rendition[] =>
  files.flatMap(({ kind, renditions }) =>
    renditions.filter(
      ({ use, mime, bytes }) =>
        bytes <= longest &&
        (use === 'peaks' ||
          use === 'captions' ||
          (use === 'transcript' && mime.startsWith('text/')) ||
          (use === 'document' && kind === 'text' && mime.startsWith('text/'))),
    ),
  );

/** A novel is handed out as a file, not printed on a page. */
const longest = 400_000;
