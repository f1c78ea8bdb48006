/** What the app and its database hold after everything above. The database by PSS, for its processes share pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mebibytes, type Row } from './row.ts';

export function memoryRows(app: number, dataDir: string): Row[] {
  const rss = kilobytes(`/proc/${app}/status`, 'VmRSS') * 1024;
  const postmaster = Number(
    readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  );
  const family = [postmaster, ...childrenOf(postmaster)];
  const pss = family.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss') * 1024, 0);
  return [
    { what: 'app after the bench', bar: '<= 250 MiB RSS', found: mebibytes(rss), met: rss <= 250 * 2 ** 20 },
    {
      what: 'database after the bench',
      bar: '<= 120 MiB PSS',
      found: `${mebibytes(pss)} in ${family.length} processes`,
      met: pss <= 120 * 2 ** 20,
    },
  ];
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => kilobytes(`/proc/${pid}/status`, 'PPid') === parent);
}

/** A number behind a name in one of the kernel's tables; 0 when the process is gone. */
function kilobytes(path: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(path, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
