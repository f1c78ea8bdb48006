/**
 * A rendering: what was made of one file of an accepted submission, so that it may be shown to the world. Owns which
 * bytes may be public. Promises that none of them is an original as it was handed in, and that nothing embedded in
 * one got through. Leaves out whether the creator granted it (`rights`), and where it is served.
 */
import type { PublicFile, Rendition } from '#app/features/works/record.ts';

/** What pages say of a file, beside what was made of it. */
export type FileWords = Omit<PublicFile, 'renditions'> & {
  /** IPTC source types that a content credential in the original names; on no page. */
  credential?: string[];
};

/** A file as it was made for the world, with what is known of it besides. */
export type RenderedFile = PublicFile & Pick<FileWords, 'credential'>;

export type MadeRendition = Rendition & { seconds: number | null };

export interface Rendering {
  id: string;
  submissionId: string;
  sourceSha256: string;
  role: string;
  /** How the names of everything made of it begin, within the record: `main`, `main-2`. */
  stem: string;
  position: number;
  recipe: string;
  file: FileWords;
  askedAt: Date;
  madeAt: Date | null;
  failedAt: Date | null;
  words: string;
  replacedAt: Date | null;
}

export type RenderingState = 'waiting' | 'made' | 'failed';

export const stateOf = ({ madeAt, failedAt }: Pick<Rendering, 'madeAt' | 'failedAt'>): RenderingState =>
  madeAt ? 'made' : failedAt ? 'failed' : 'waiting';
