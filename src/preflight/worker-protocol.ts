/** Owns the words that the page and the checking worker exchange. */
import type { About } from './check.ts';
import type { Report } from './report.ts';
import type { CheckRules } from './rules.ts';

export type ToWorker =
  | { type: 'check'; id: number; files: { name: string; blob: Blob }[]; rules: CheckRules; about?: About }
  | { type: 'cancel'; id: number };

export type FromWorker =
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'report'; id: number; report: Report }
  | { type: 'cancelled'; id: number };
