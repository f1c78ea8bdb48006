/**
 * What one running Salon holds: database, files, clock, settings. The server wrapper and the page bundle
 * load this module twice, so the one copy hangs on `globalThis` under a symbol both know.
 */
import type { Clock } from './clock.ts';
import type { Database, Db } from './database.server.ts';
import type { FileStore } from './files.server.ts';
import type { Settings } from './settings.server.ts';
import type { Log } from './log.server.ts';

export interface Resources {
  database: Database;
  files: FileStore;
  clock: Clock;
  settings: Settings;
  log: Log;
  /** Asked before every change that somebody makes to what belongs to an edition; refuses where it is read-only. */
  refuseChange?: (db: Db, editionId: string) => Promise<void>;
  /** A sentence of a refusal in another language; undefined where nobody has said it there. */
  say?: (sentence: string, language: string) => string | undefined;
  /**
   * Only in the demo: what happens by the hour, and what the example holds, brought from one moment to another; or,
   * without moments, in step with the clock as it stands.
   */
  arrange?: (from?: Date, to?: Date) => Promise<void>;
}

const symbol = Symbol.for('salon.resources');

/** Once per process, before the first request; null when Salon closes. */
export function provideResources(resources: Resources | null): void {
  (globalThis as Record<symbol, unknown>)[symbol] = resources;
}

/** Throws where Salon is not open: never call it while a module loads. */
export function resources(): Resources {
  const held = (globalThis as Record<symbol, unknown>)[symbol] as Resources | null | undefined;
  if (!held) throw new Error('Salon is not open: provideResources was not called.');
  return held;
}
