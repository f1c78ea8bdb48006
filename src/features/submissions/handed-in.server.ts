/**
 * What else happens when a final version was received, in the same transaction. Public works come later in the order
 * of features, so they register here. The list hangs on `globalThis`: the server wrapper and the page bundle load
 * modules twice.
 */
import type { Scope } from '#app/platform/operation.server.ts';
import type { Case } from './submission.ts';

type After = (scope: Pick<Scope, 'db' | 'now'>, submission: Pick<Case, 'id' | 'editionId'>) => Promise<void>;

/** `name` says who registers; registering again replaces. */
export function registerFinalHandedIn(name: string, after: After): void {
  registered().set(name, after);
}

export async function finalHandedIn(...told: Parameters<After>): Promise<void> {
  for (const after of registered().values()) await after(...told);
}

const symbol = Symbol.for('salon.submissions.finalHandedIn');

function registered(): Map<string, After> {
  return ((globalThis as Record<symbol, unknown>)[symbol] ??= new Map()) as Map<string, After>;
}
