/** Once per test run: one server, and one template with every migration run; each test file copies it. */
import { Pool } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateJobs } from '../src/platform/jobs.server.ts';
import { fingerprint, migrate, readMigrations } from '../src/platform/migrate.server.ts';
import {
  createDatabase,
  databaseExists,
  dropDatabase,
  urlOf,
} from '../src/platform/postgres/databases.server.ts';
import { openTestServer } from '../src/platform/postgres/test-server.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    template: string;
  }
}

export default async function setup(project: TestProject) {
  // Fast and forgetful: what a test database holds is thrown away. Durability has tests of its own.
  const server = await openTestServer({ durable: false });
  const migrations = readMigrations();
  const template = `template_${fingerprint(migrations)}`;
  if (!(await databaseExists(server.url, template))) {
    const half = `${template}_${process.pid}`;
    const pool = new Pool({ connectionString: await createDatabase(server.url, half) });
    await migrate(pool, migrations);
    await migrateJobs(pool);
    await pool.end();
    const admin = new Pool({ connectionString: urlOf(server.url, 'postgres'), max: 1 });
    await admin
      .query(`alter database "${half}" rename to "${template}"`)
      .catch(() => dropDatabase(server.url, half));
    await admin.end();
  }
  project.provide('databaseUrl', server.url);
  project.provide('template', template);
  return () => server.stop();
}
