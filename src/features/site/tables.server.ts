import type { Db } from '#app/platform/database.server.ts';

export type SiteTables = {
  sitePublication: {
    id: string;
    editionId: string;
    number: number;
    document: unknown;
    publishedAt: Date;
    publishedBy: string | null;
    reason: string;
    againOf: string | null;
  };
  siteFile: {
    address: string;
    madeOf: string;
    type: string;
    headers: unknown;
    leadsTo: string | null;
    sha256: string;
    bytes: number;
    plain: Buffer | null;
    gzip: Buffer | null;
    brotli: Buffer | null;
  };
  siteDrawn: {
    onlyOne: boolean;
    number: number;
    drawnAt: Date;
    trueFrom: Date | null;
    trueUntil: Date | null;
  };
  siteProgress: {
    onlyOne: boolean;
    begunAt: Date;
    pages: number;
    drawn: number;
    finishedAt: Date | null;
  };
};

export const siteTables = (db: Db) => db.withTables<SiteTables>();
