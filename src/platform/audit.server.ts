import type { Db } from './database.server.ts';
import type { Viewer } from './viewer.ts';

/** Who did what to what, when. Written in the transaction of the change, so neither exists without the other. */
export type AuditTables = {
  auditEntry: {
    id: string;
    at: Date;
    operation: string;
    viewerKind: Viewer['kind'];
    /** A person's id, or the system viewer's name. */
    viewerId: string | null;
    editionId: string | null;
    subjectId: string | null;
    /** Facts for the history in words; never secrets, never file contents. */
    detail: string;
  };
};

export interface AuditNote {
  editionId?: string | null;
  subjectId?: string | null;
  detail?: Record<string, unknown>;
}

/** `id` is the entry's own. A visitor is written with no id; `detail` becomes JSON and must hold no secret. */
export async function writeAudit(
  db: Db,
  id: string,
  { operation, viewer, now, note }: { operation: string; viewer: Viewer; now: Date; note: AuditNote },
): Promise<void> {
  await db
    .withTables<AuditTables>()
    .insertInto('auditEntry')
    .values({
      id,
      at: now,
      operation,
      viewerKind: viewer.kind,
      viewerId: viewer.kind === 'person' ? viewer.id : viewer.kind === 'system' ? viewer.name : null,
      editionId: note.editionId ?? null,
      subjectId: note.subjectId ?? null,
      detail: JSON.stringify(note.detail ?? {}),
    })
    .execute();
}

/** What happened to one thing, newest first. */
export async function listAudit(db: Db, subjectId: string) {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('auditEntry')
    .select(['id', 'at', 'operation', 'viewerKind', 'viewerId', 'detail'])
    .where('subjectId', '=', subjectId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(1_000)
    .execute();
  // jsonb is read parsed.
  return rows.map((row) => ({ ...row, detail: row.detail as unknown as Record<string, unknown> }));
}
