/**
 * Who is told when a deadline moves. Submissions come later in the order of features, so they register here how
 * to find them. The list hangs on `globalThis`: the server wrapper and the page bundle load modules twice.
 */
import type { Db } from '#app/platform/database.server.ts';
import type { Round } from './final.ts';

export interface DraftHolder {
  personId: string | null;
  address: string;
  name: string;
}

/** In the final round, those who were asked for a final version. */
type FindHolders = (db: Db, callId: string, round: Round) => Promise<DraftHolder[]>;

/** `name` says who registers; registering again replaces. */
export function registerDraftHolders(name: string, find: FindHolders): void {
  registered().set(name, find);
}

/** Everybody with something begun in this call, each address once. */
export async function draftHolders(
  db: Db,
  callId: string,
  round: Round = 'submission',
): Promise<DraftHolder[]> {
  const byAddress = new Map<string, DraftHolder>();
  for (const find of registered().values()) {
    for (const holder of await find(db, callId, round)) byAddress.set(holder.address.toLowerCase(), holder);
  }
  return [...byAddress.values()];
}

const symbol = Symbol.for('salon.calls.draftHolders');

function registered(): Map<string, FindHolders> {
  return ((globalThis as Record<symbol, unknown>)[symbol] ??= new Map()) as Map<string, FindHolders>;
}
