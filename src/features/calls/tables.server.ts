import type { Db } from '#app/platform/database.server.ts';

export type CallTables = {
  call: { id: string; editionId: string; key: string; position: number };
  callRevision: {
    callId: string;
    revision: number;
    body: unknown;
    changedAt: Date;
    changedBy: string | null;
    reason: string;
  };
  callRemoval: {
    id: string;
    callId: string;
    removedAt: Date;
    removedBy: string | null;
    reason: string;
    revivedAt: Date | null;
    revivedBy: string | null;
  };
  callWaiver: {
    id: string;
    callId: string;
    code: string;
    reason: string;
    waivedAt: Date;
    waivedBy: string | null;
  };
  callWaiverEnd: { waiverId: string; reason: string; endedAt: Date; endedBy: string | null };
  callExtension: {
    id: string;
    callId: string;
    deadline: Date;
    asSet: unknown;
    reason: string;
    extendedAt: Date;
    extendedBy: string | null;
    round: string;
  };
};

export const callTables = (db: Db) => db.withTables<CallTables>();
