import type { Generated } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';

export type InterestTables = {
  interest: {
    id: string;
    editionId: string;
    email: string;
    name: string;
    /** JSON; written as text, read parsed. */
    topics: unknown;
    askedAt: Date;
    confirmedAt: Date | null;
    /** That of the page on which it was asked; null is the edition's. */
    language: Generated<string | null>;
  };
  interestLink: { secretHash: string; interestId: string; madeAt: Date };
  interestLetter: {
    id: string;
    editionId: string;
    topic: string | null;
    subject: string;
    body: string;
    people: number;
    sentAt: Date;
    sentBy: string | null;
  };
};

export const interestTables = (db: Db) => db.withTables<InterestTables>();
