import type { Db } from '#app/platform/database.server.ts';

export type EditionTables = {
  edition: { id: string; slug: string; createdAt: Date; createdBy: string | null };
  editionSection: {
    editionId: string;
    name: string;
    revision: number;
    /** JSON; written as text, read parsed. */
    body: unknown;
    changedAt: Date;
    changedBy: string | null;
    reason: string;
  };
  editionDraft: { personId: string; body: unknown; savedAt: Date };
  /** `endedAt` is null while it is archived. */
  editionFreeze: {
    editionId: string;
    at: Date;
    by: string;
    reason: string;
    endedAt: Date | null;
    endedBy: string | null;
    endedReason: string;
  };
};

export const editionTables = (db: Db) => db.withTables<EditionTables>();
