import type { Db } from '#app/platform/database.server.ts';
import type { Preference } from '../preference.ts';
import type { Capacity, Scope, TakedownScope } from './ledger.ts';

export type RightsTables = {
  rightsGrant: {
    id: string;
    submissionId: string;
    receipt: string;
    grantedAt: Date;
    grantedBy: string | null;
    grantedName: string;
    capacity: Capacity;
    textKey: string;
    textSha256: string;
    credit: string;
    versionReceipt: string;
    files: string;
  };
  rightsGrantScope: { grantId: string; scope: Scope; expiresAt: Date | null };
  rightsScopeEnd: {
    grantId: string;
    scope: Scope;
    endedAt: Date;
    endedBy: string | null;
    endedName: string;
    reason: string;
  };
  rightsChoice: {
    id: string;
    submissionId: string;
    chosenAt: Date;
    chosenBy: string | null;
    chosenName: string;
    licence: string;
    preference: Preference;
    maxPixels: number | null;
    credit: string;
  };
  rightsEmbargo: {
    id: string;
    submissionId: string;
    until: Date;
    reason: string;
    setAt: Date;
    setBy: string | null;
    setName: string;
    liftedAt: Date | null;
    liftedBy: string | null;
  };
  rightsTakedown: {
    id: string;
    submissionId: string;
    scopes: TakedownScope[];
    reason: string;
    words: string;
    titleStays: boolean;
    creditStays: boolean;
    takenAt: Date;
    takenBy: string | null;
    takenName: string;
    byOrganizer: boolean;
    endedAt: Date | null;
    endedBy: string | null;
    endedName: string | null;
    endedReason: string | null;
  };
  rightsPicture: {
    id: string;
    submissionId: string;
    sha256: string;
    alt: string;
    decorative: boolean;
    saidAt: Date;
    saidBy: string | null;
  };
};

export const rightsTables = (db: Db) => db.withTables<RightsTables>();
