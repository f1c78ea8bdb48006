/**
 * Owns the shapes of what a call demands of its files. Rules are data: a call stores them, exports them and
 * edits them; nothing in the checker knows a limit of its own except the safety caps in limits.ts.
 */

/** Lengths in PostScript points (72 to the inch). */
export type Size = { width: number; height: number };

/** What a template looks like on the page, as measured; every phrase is matched in lower case as plain text. */
export type FormatProfile = {
  name: string;
  label: string;
  pageSize: Size;
  textBlock: Size;
  columns: 1 | 2;
  bodyFontSize: number;
  leading: number;
  titleFontSize: number;
  tolerance: { page: number; block: number; fontSize: number; leading: number };
  /** A horizontal rule above and below the title, which tells this template from its imitations. */
  titleRules: boolean;
  notices: { final: string[]; preprint: string[]; anonymous: string[] };
};

export type SupplementRules = { maxFiles: number; maxBytes: number };

export type PaperRules = {
  kind: 'paper';
  /** Pages of body: what stands before the references. */
  maxBodyPages: number;
  maxBytes: number;
  authorsVisible: boolean;
  format: FormatProfile;
  supplement: SupplementRules | null;
};

export type WorkRules = {
  kind: 'work';
  /** Of the whole hand-in: the .zip as it is, or the files together. */
  maxBytes: number;
  requireOneOf: ('main' | 'video')[];
  requireDescription: boolean;
  descriptionMaxPages: number;
  maxVideoSeconds: number;
  videoToleranceSeconds: number;
  /** A film handed in as the main piece may be of any length. */
  filmMayBeLonger: boolean;
  maxSupplementary: number;
};

export type CheckRules = PaperRules | WorkRules;
