/** What was handed in, each time: the receipt speaks of exactly this, and it never changes afterwards. */
import type { Finding } from '#app/preflight/report.ts';
import type { Agreed } from './agreement.ts';
import type { Draft } from './draft.ts';
import type { Credit, HandedFile } from './submission.ts';

export interface Version extends Draft {
  id: string;
  submissionId: string;
  number: number;
  receipt: string;
  submittedAt: Date;
  submittedBy: string | null;
  inGrace: boolean;
  /** The request for a final version that it answers; versions of an older Salon answer none. */
  finalRequestId: string | null;
  contributors: Credit[];
  files: VersionFile[];
  agreements: Agreed[];
  report: {
    findings: Finding[];
    issues: Finding[];
    clearances: { rule: string; reason: string }[];
    /** Of its findings, those that were waived for the whole call; versions of an older Salon do not say. */
    waivers?: { code: string; reason: string }[];
  };
}

export type VersionFile = Pick<HandedFile, 'id' | 'role' | 'name' | 'mime' | 'sha256' | 'bytes'>;
