import type { Db } from '#app/platform/database.server.ts';

export type WorkTables = {
  acceptance: {
    id: string;
    editionId: string;
    submissionId: string;
    versionId: string;
    reason: string;
    acceptedAt: Date;
    acceptedBy: string | null;
    endedAt: Date | null;
    endedBy: string | null;
    endReason: string | null;
  };
  archivedSubmission: { submissionId: string; cameAt: Date; orcids: unknown };
  publicSlug: {
    editionId: string;
    slug: string;
    submissionId: string | null;
    givenAt: Date;
    leadsSince: Date;
  };
};

export const workTables = (db: Db) => db.withTables<WorkTables>();
