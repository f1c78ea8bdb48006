// A PostgreSQL that is not ours, for the tests about DATABASE_URL: Debian's package, where the machine is one for tests.
import { existsSync } from 'node:fs';
import { hear } from './run.mjs';
import { step, Trouble } from './say.mjs';

const installed = '/usr/lib/postgresql';

/** Only under CI: the package starts a server of its own. Without it the tests run our own as a stranger. */
export async function installForeignDatabase() {
  if (!process.env.CI || process.getuid() !== 0) return;
  if (existsSync(installed) || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing PostgreSQL', async () => {
    await hear('apt-get', ['update', '-qq'], { env });
    await hear('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env });
    if (!existsSync(installed)) throw new Trouble('Debian has no PostgreSQL for here.');
  }).catch(() => undefined);
}
