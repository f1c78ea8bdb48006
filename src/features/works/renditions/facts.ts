/** Everything that a rendition may depend on: who is credited, what was granted, which files there are. */
import type { Preference } from '#app/features/works/preference.ts';

export interface Facts {
  submissionId: string;
  /** What a workshop prints of a paper and a creator of a work may differ in what is left of their own file. */
  kind: 'paper' | 'work';
  title: string;
  /** BCP 47. */
  language: string;
  /** Who made it, as they want to be named. */
  creators: string[];
  /** One line: "© 2024 Mina Okafor". */
  credit: string;
  licence: { label: string; url: string };
  preference: Preference;
  /** IPTC digital source type, or empty. */
  sourceType: string;
  /** The longer side of public pictures; null leaves it to the workshop. */
  maxPixels: number | null;
  /** Absolute address of the page that says what is allowed; empty where there is none. */
  page: string;
  files: SourceFile[];
}

/** A file of the accepted version, in the order of the hand-in. */
export interface SourceFile {
  role: string;
  /** As its person named it; only its ending and the kind of text it holds are read from it. */
  name: string;
  mime: string;
  sha256: string;
  bytes: number;
  /** The kind that the checker named (`src/preflight/kinds.ts`); empty where it was not asked. */
  kind: string;
  width: number | null;
  height: number | null;
  seconds: number | null;
  pages: number | null;
  /** Empty where it is decorative, or nobody has said yet. */
  alt: string;
  description: string;
  /** The archive it came in. */
  from?: string | null;
  /** Of a web piece: what its page loads; of a model: what lies beside it. */
  parts?: WebPart[];
}

export interface WebPart {
  /** From the folder of the page, or of the model. */
  path: string;
  sha256: string;
  bytes: number;
  kind: string;
}
