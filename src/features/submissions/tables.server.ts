import type { Db } from '#app/platform/database.server.ts';
import type { CreditKind } from './submission.ts';

export type SubmissionTables = {
  submission: {
    id: string;
    editionId: string;
    callId: string;
    begunAt: Date;
    begunBy: string | null;
    draftKeyHash: string | null;
    title: string;
    answers: string;
    revision: number;
    changes: number;
    changedAt: Date;
    invented: boolean;
  };
  contributor: {
    id: string;
    submissionId: string;
    position: number;
    kind: CreditKind;
    name: string;
    email: string;
    affiliation: string;
    orcid: string | null;
    pronouns: string;
    role: string;
    personId: string | null;
    invitationHash: string | null;
    invitedAt: Date | null;
    correctedAt: Date | null;
  };
  contributorAnswer: {
    id: string;
    contributorId: string;
    answer: 'confirmed' | 'objected';
    at: Date;
    words: string;
  };
  submissionVersion: {
    id: string;
    submissionId: string;
    number: number;
    receipt: string;
    submittedAt: Date;
    submittedBy: string | null;
    inGrace: boolean;
    changes: number;
    title: string;
    answers: string;
    contributors: string;
    files: string;
    agreements: string;
    report: string;
    finalRequestId: string | null;
  };
  finalRequest: {
    id: string;
    submissionId: string;
    askedAt: Date;
    askedBy: string | null;
    endedAt: Date | null;
    endedBy: string | null;
  };
  withdrawal: {
    id: string;
    submissionId: string;
    at: Date;
    by: string | null;
    reason: string;
    revivedAt: Date | null;
    revivedBy: string | null;
  };
  clearance: {
    id: string;
    submissionId: string;
    rule: string;
    reason: string;
    grantedAt: Date;
    grantedBy: string | null;
    until: Date | null;
    endedAt: Date | null;
    endedBy: string | null;
  };
  personalExtension: {
    id: string;
    submissionId: string;
    deadline: Date;
    reason: string;
    grantedAt: Date;
    grantedBy: string | null;
  };
  decline: {
    id: string;
    submissionId: string;
    versionId: string;
    reason: string;
    until: Date;
    declinedAt: Date;
    declinedBy: string | null;
  };
  versionCheck: {
    id: string;
    versionId: string;
    checkedAt: Date;
    askedBy: string | null;
    issues: string;
  };
  message: {
    id: string;
    submissionId: string;
    at: Date;
    byPerson: string | null;
    byName: string;
    byOrganizer: boolean;
    words: string;
  };
};

export const submissionTables = (db: Db) => db.withTables<SubmissionTables>();
