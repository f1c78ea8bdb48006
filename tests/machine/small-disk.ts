/**
 * A small disk to fill, by the first way that this machine allows: root mounts one in memory; anybody mounts one in a
 * name space of their own, and Salon is started in there; else, as in most containers, the programs are told by
 * `pretended-full.mjs` what a full disk would tell them. Whichever it is, the same is asked of Salon.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface SmallDisk {
  how: 'mounted' | 'in a name space' | 'pretended';
  /** Its folder as Salon knows it, and as this process reaches it. */
  folder: string;
  seen: string;
  /** What a program that shall live on it is started with. */
  through: string[];
  env: Record<string, string>;
  /** Leaves so many bytes free. */
  fill(left: number): void;
  empty(): void;
  close(): void;
}

type Way = (folder: string) => Promise<Omit<SmallDisk, 'empty' | 'folder'> | undefined>;

export async function openSmallDisk(wanted = process.env.SALON_TEST_DISK): Promise<SmallDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'salon-disk-'));
  for (const way of [mounted, inNameSpace, pretended]) {
    if (wanted && way.name !== wanted) continue;
    const disk = await way(folder);
    if (disk) return { ...disk, folder, empty: () => rmSync(join(disk.seen, 'filling'), { force: true }) };
  }
  throw new Error(`There is no way to a small disk by the name ${wanted} here.`);
}

const size = ['-t', 'tmpfs', '-o', 'size=320m,mode=755', 'tmpfs'];

const mounted: Way = async (folder) => {
  if (spawnSync('mount', [...size, folder], { stdio: 'ignore' }).status !== 0) return undefined;
  const close = () => {
    spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  };
  return { how: 'mounted', seen: folder, through: [], env: {}, fill: fillerOf(folder), close };
};

const inNameSpace: Way = async (folder) => {
  const script = `mount ${size.join(' ')} "$1" && echo here && exec sleep infinity`;
  const keeper = spawn('unshare', ['-Urm', 'sh', '-c', script, 'sh', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!(await saidSomething(keeper))) return undefined;
  const seen = `/proc/${keeper.pid}/root${folder}`;
  const through = [
    'nsenter',
    '--preserve-credentials',
    '-U',
    '-m',
    '-t',
    String(keeper.pid),
    `--wd=${process.cwd()}`,
  ];
  const close = () => {
    keeper.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return { how: 'in a name space', seen, through, env: {}, fill: fillerOf(seen), close };
};

const pretended: Way = async (folder) => ({
  how: 'pretended',
  seen: folder,
  through: [],
  env: {
    SALON_PRETENDED_DISK: folder,
    NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'pretended-full.mjs')}`,
  },
  fill: () => writeFileSync(join(folder, 'filling'), ''),
  close: () => rmSync(folder, { recursive: true, force: true }),
});

const fillerOf = (seen: string) => (left: number) => {
  const { bavail, bsize } = statfsSync(seen);
  writeFileSync(join(seen, 'filling'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
};

function saidSomething(child: ChildProcess): Promise<boolean> {
  return new Promise((done) => {
    child.stdout!.once('data', () => done(true));
    child.once('error', () => done(false));
    child.once('close', () => done(false));
  });
}
