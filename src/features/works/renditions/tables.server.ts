import type { Db } from '#app/platform/database.server.ts';

export type RenditionTables = {
  rendering: {
    id: string;
    submissionId: string;
    sourceSha256: string;
    role: string;
    stem: string;
    position: number;
    recipe: string;
    file: unknown;
    askedAt: Date;
    madeAt: Date | null;
    failedAt: Date | null;
    words: string;
    replacedAt: Date | null;
  };
  rendition: {
    renderingId: string;
    name: string;
    use: string;
    sha256: string;
    bytes: number;
    mime: string;
    width: number | null;
    height: number | null;
    seconds: number | null;
    madeAt: Date;
  };
};

export const renditionTables = (db: Db) => db.withTables<RenditionTables>();
