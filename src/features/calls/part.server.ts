/**
 * Whether somebody has a part in what is handed in to a call. Submissions come later in the order of features, so
 * they register here how to find out, as in `extended.server.ts`.
 */
import type { Db } from '#app/platform/database.server.ts';
import type { Viewer } from '#app/platform/viewer.ts';

/** `own`: theirs, as they know. `named`: only their mail address stands there, which pages never tell them. */
export type Part = 'own' | 'named' | null;
type Finds = (db: Db, asked: { callId: string; viewer: Viewer }) => Promise<Part>;

/** `name` says who registers; registering again replaces. */
export function registerPart(name: string, find: Finds): void {
  registered().set(name, find);
}

export async function partIn(db: Db, asked: { callId: string; viewer: Viewer }): Promise<Part> {
  let part: Part = null;
  for (const find of registered().values()) {
    const found = await find(db, asked);
    if (found === 'own') return found;
    part ??= found;
  }
  return part;
}

const symbol = Symbol.for('salon.calls.part');

function registered(): Map<string, Finds> {
  return ((globalThis as Record<symbol, unknown>)[symbol] ??= new Map()) as Map<string, Finds>;
}
