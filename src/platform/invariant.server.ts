/** What must hold on live data, whatever was done to it. Each feature tells its own; `salon doctor` asks all of them. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from './database.server.ts';
import type { FileStore } from './files.server.ts';
import type { Settings } from './settings.server.ts';

export interface Look {
  db: Db;
  files: FileStore;
  settings: Settings;
  now: Date;
  /** Also read every kept file from end to end. */
  hashes: boolean;
}

export interface Invariant {
  /** A sentence that is true of a healthy Salon. */
  says: string;
  /** What breaks it, a line each. */
  broken(look: Look): Promise<string[]>;
}

/** An invariant whose breaches are the rows of one statement; each gives its line as `what`. */
export function noRow(
  says: string,
  statement: RawBuilder<{ what: string }> | ((look: Look) => RawBuilder<{ what: string }>),
): Invariant {
  return {
    says,
    async broken(look) {
      const asked = typeof statement === 'function' ? statement(look) : statement;
      const { rows } = await sql<{ what: string }>`${asked} limit 100`.execute(look.db);
      return rows.map(({ what }) => what);
    },
  };
}
