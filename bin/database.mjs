// A PostgreSQL that is not ours, for the tests about DATABASE_URL: Debian's package, where the machine is one for tests.
import { existsSync } from 'node:fs';
import { hear } from './run.mjs';
import { step } from './say.mjs';

/** Only under CI: the package starts a server of its own. Without it the tests run our own as a stranger. */
export async function installForeignDatabase() {
  if (!process.env.CI || process.getuid() !== 0) return;
  if (existsSync('/usr/lib/postgresql') || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing PostgreSQL', async () => {
    await hear('apt-get', ['update', '-qq'], { env });
    await hear('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env });
  });
}
