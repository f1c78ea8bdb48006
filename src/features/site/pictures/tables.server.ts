import type { Db } from '#app/platform/database.server.ts';

export type PictureTables = {
  sitePicture: {
    id: string;
    editionId: string;
    key: string;
    sourceSha256: string | null;
    width: number;
    height: number;
    addedAt: Date;
    addedBy: string | null;
    statement: string;
    removedAt: Date | null;
    removedBy: string | null;
  };
  sitePictureWords: {
    pictureId: string;
    revision: number;
    alt: string;
    credit: string;
    licence: string;
    link: string;
    saidAt: Date;
    saidBy: string | null;
  };
  sitePictureFile: {
    pictureId: string;
    revision: number;
    name: string;
    mime: string;
    width: number;
    height: number;
    bytes: number;
    sha256: string;
  };
};

export const pictureTables = (db: Db) => db.withTables<PictureTables>();
