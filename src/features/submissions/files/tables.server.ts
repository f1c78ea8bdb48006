import type { Db } from '#app/platform/database.server.ts';

export type FileTables = {
  submissionFile: {
    id: string;
    submissionId: string;
    role: string;
    position: number;
    name: string;
    mime: string;
    sha256: string;
    bytes: number;
    report: unknown;
    begunAt: Date;
    uploadedAt: Date;
    removedAt: Date | null;
    roleChosenAt: Date | null;
    roleChosenBy: string | null;
    removedBy: string | null;
    fromFileId: string | null;
    openedAt: Date | null;
    typed: unknown;
  };
  upload: {
    id: string;
    submissionId: string;
    name: string;
    bytes: number;
    begunAt: Date;
    begunBy: string | null;
    modifiedAt: Date | null;
    finishedAt: Date | null;
    droppedAt: Date | null;
  };
  handInReport: { submissionId: string; fits: string; report: unknown; checkedAt: Date };
  fileDerivative: {
    ofSha256: string;
    kind: string;
    sha256: string;
    bytes: number;
    mime: string;
    madeAt: Date;
  };
  fileAnalysis: { submissionId: string; sha256: string; found: unknown; madeAt: Date };
  fileDeletion: { submissionId: string; dueOn: string; announcedAt: Date; deletedAt: Date | null };
};

export const fileTables = (db: Db) => db.withTables<FileTables>();
