import type { Db } from '#app/platform/database.server.ts';

export type MailingTables = {
  mailing: {
    id: string;
    editionId: string;
    subject: string;
    body: string;
    submissionIds: unknown;
    writtenAt: Date;
    writtenBy: string | null;
    changedAt: Date;
    sentAt: Date | null;
    sentBy: string | null;
    cancelledAt: Date | null;
    cancelledBy: string | null;
  };
};

export const mailingTables = (db: Db) => db.withTables<MailingTables>();
