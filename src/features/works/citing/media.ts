/** Which of a record's files stands for it: the picture that goes with a link, the film or sound that is the work. */
import type { PublicFile, PublicRecord, Rendition } from '../record.ts';

export interface Shown {
  file: PublicFile;
  rendition: Rendition;
}

/**
 * The picture that goes with a link. There is none where a content note would be looked past: whoever shares the link
 * shows it to people who were not asked.
 */
export function preview(record: PublicRecord, maxWidth = 1200, maxHeight = Infinity): Shown | null {
  if (record.tombstone || notesOnPicture(record)) return null;
  for (const file of inOrder(record)) {
    const pictures = file.renditions.filter(({ use }) => use === 'picture' || use === 'still');
    const chosen = best(pictures, maxWidth, maxHeight);
    if (chosen) return { file, rendition: chosen };
  }
  return null;
}

/** One rendition of each file that is to be looked at, heard or read. */
export const shown = (record: PublicRecord): Shown[] =>
  record.tombstone
    ? []
    : inOrder(record).flatMap((file) => {
        const rendition =
          file.renditions.find(({ use }) => played.includes(use)) ??
          best(
            file.renditions.filter(({ use }) => use === 'picture'),
            Infinity,
            Infinity,
          );
        return rendition ? [{ file, rendition }] : [];
      });

/** What runs in a browser has no lasting address of its own: its page is cited. */
const played: Rendition['use'][] = ['film', 'sound', 'document'];

const inOrder = ({ files }: PublicRecord) =>
  [...files].sort((a, b) => Number(b.role === 'main') - Number(a.role === 'main'));

/** The widest that fits; of the same width the format that everybody reads. */
function best(pictures: Rendition[], maxWidth: number, maxHeight: number): Rendition | null {
  const rank = ({ mime }: Rendition) => ['image/jpeg', 'image/png', 'image/webp'].indexOf(mime) + 1 || 9;
  const fitting = pictures.filter(
    ({ width, height }) => (width ?? 0) <= maxWidth && (height ?? 0) <= maxHeight,
  );
  return [...fitting].sort((a, b) => (b.width ?? 0) - (a.width ?? 0) || rank(a) - rank(b))[0] ?? null;
}

/** Flashing and loudness are not in a still picture; everything else may be. */
const notesOnPicture = ({ work }: PublicRecord) =>
  (work?.contentNotes ?? []).some(({ key }) => key !== 'flashing' && key !== 'loud-sound');
