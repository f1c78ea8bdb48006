import { resolve } from 'node:path';
import { type Database, startDatabase } from './supervisor.server.ts';

/** One server for a whole test run, kept in the checkout: a run that was killed leaves it to the next one. */
export function openTestServer({ durable = true, dataDir = resolve('.salon/test') } = {}): Promise<Database> {
  return startDatabase({ dataDir, durable, connections: 100 });
}
