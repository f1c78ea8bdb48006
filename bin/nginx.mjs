// A server of plain files that is not ours, for the tests about the site as a folder: Debian's nginx, where the machine is one for tests.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hear, root } from './run.mjs';
import { step, Trouble } from './say.mjs';

const folder = join(root, '.salon', 'nginx');
const unpacked = join(folder, 'usr/sbin/nginx');

/** Unpacked and not installed, since the package starts a server of its own. Null where there is none to be had. */
export async function findNginx() {
  const known = [process.env.SALON_NGINX, '/usr/sbin/nginx', '/opt/homebrew/bin/nginx', unpacked];
  const found = known.find((path) => path && existsSync(path));
  if (found) return found;
  if (!existsSync('/usr/bin/apt-get')) return null;
  mkdirSync(folder, { recursive: true });
  const fetched = await step('Fetching nginx', async () => {
    if (process.getuid() === 0) await hear('apt-get', ['update', '-qq']);
    const { output } = await hear('sh', ['-c', `cd '${folder}' && apt-get download -qq nginx`]);
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (!archive) throw new Trouble(`Debian has no nginx for here: ${output.trim()}`);
    await hear('dpkg', ['-x', join(folder, archive), folder]);
  }).catch(() => undefined);
  return fetched === undefined && !existsSync(unpacked) ? null : unpacked;
}
