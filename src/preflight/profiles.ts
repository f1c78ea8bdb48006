/** Owns the ready-made rules: three paper formats and the two calls of the 2024 reference workshop. */
import type { FormatProfile, PaperRules, WorkRules } from './rules.ts';

const inch = 72;
const letter = { width: 8.5 * inch, height: 11 * inch };

/** NeurIPS style file: US letter, 5.5 x 9 in, 10/11 pt, title of 17 pt between two rules. */
export const neurips: FormatProfile = {
  name: 'neurips',
  label: 'NeurIPS camera-ready',
  pageSize: letter,
  textBlock: { width: 5.5 * inch, height: 9 * inch },
  columns: 1,
  bodyFontSize: 10,
  leading: 11,
  titleFontSize: 17,
  tolerance: { page: 4, block: 12, fontSize: 0.3, leading: 0.5 },
  titleRules: true,
  notices: {
    final: ['neural information processing systems', 'neurips'],
    preprint: ['preprint. under review', 'preprint.'],
    anonymous: ['anonymous author', 'do not distribute'],
  },
};

/** ACM sigconf: US letter, two columns in 7 x 9 in, 9/11 pt. */
export const acmSigconf: FormatProfile = {
  name: 'acm-sigconf',
  label: 'ACM sigconf',
  pageSize: letter,
  textBlock: { width: 506, height: 9.1 * inch },
  columns: 2,
  bodyFontSize: 9,
  leading: 11,
  titleFontSize: 17.3,
  tolerance: { page: 4, block: 18, fontSize: 0.4, leading: 0.7 },
  titleRules: false,
  notices: { final: ['acm'], preprint: [], anonymous: ['anonymous author'] },
};

/** A plain article on A4: one column, 10 to 12 pt, generous margins. */
export const a4Article: FormatProfile = {
  name: 'a4-article',
  label: 'A4 article',
  pageSize: { width: 595.28, height: 841.89 },
  textBlock: { width: 430, height: 690 },
  columns: 1,
  bodyFontSize: 11,
  leading: 13.6,
  titleFontSize: 17,
  tolerance: { page: 4, block: 50, fontSize: 1.1, leading: 2.5 },
  titleRules: false,
  notices: { final: [], preprint: [], anonymous: ['anonymous author'] },
};

/** By name, so that a call can be set up by naming its format. */
export const formatProfiles = { neurips, 'acm-sigconf': acmSigconf, 'a4-article': a4Article };

/** 100 MiB, as the call of 2024 printed it. */
const hundredMebibytes = 104_857_600;

export const paperRules2024: PaperRules = {
  kind: 'paper',
  maxBodyPages: 2,
  maxBytes: hundredMebibytes,
  authorsVisible: true,
  format: neurips,
  supplement: { maxFiles: 20, maxBytes: hundredMebibytes },
};

export const workRules2024: WorkRules = {
  kind: 'work',
  maxBytes: hundredMebibytes,
  requireOneOf: ['main', 'video'],
  requireDescription: true,
  descriptionMaxPages: 2,
  maxVideoSeconds: 60,
  videoToleranceSeconds: 0.1,
  filmMayBeLonger: true,
  maxSupplementary: 40,
};
