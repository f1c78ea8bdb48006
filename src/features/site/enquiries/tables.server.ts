import type { Generated } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';

export type EnquiryTables = {
  enquiry: {
    id: string;
    editionId: string;
    begunAt: Date;
    name: string;
    email: string;
    topic: string;
    about: string;
    aboutTitle: string;
    /** That of the page on which it was written; null is the edition's. */
    language: Generated<string | null>;
  };
  enquiryMessage: {
    id: string;
    enquiryId: string;
    at: Date;
    byPerson: string | null;
    byName: string;
    byOrganizer: boolean;
    words: string;
  };
  enquiryLink: { secretHash: string; enquiryId: string; madeAt: Date };
  enquiryEnd: {
    id: string;
    enquiryId: string;
    kind: 'closed' | 'spam';
    endedAt: Date;
    endedBy: string | null;
    undoneAt: Date | null;
    undoneBy: string | null;
  };
};

export const enquiryTables = (db: Db) => db.withTables<EnquiryTables>();
