/**
 * Whether anything was begun in a call. Submissions come later in the order of features, so they register here how
 * to find out, as in `extended.server.ts`.
 */
import type { Db } from '#app/platform/database.server.ts';

type Finds = (db: Db, callId: string) => Promise<boolean>;

/** `name` says who registers; registering again replaces. */
export function registerBegun(name: string, find: Finds): void {
  registered().set(name, find);
}

export async function isBegun(db: Db, callId: string): Promise<boolean> {
  for (const find of registered().values()) if (await find(db, callId)) return true;
  return false;
}

const symbol = Symbol.for('salon.calls.begun');

function registered(): Map<string, Finds> {
  return ((globalThis as Record<symbol, unknown>)[symbol] ??= new Map()) as Map<string, Finds>;
}
