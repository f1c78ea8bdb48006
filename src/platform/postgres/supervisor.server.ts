/**
 * The embedded PostgreSQL of one data folder. Several applications may share it: the first starts the server, the last
 * one out stops it, and one that was killed counts for nothing. Leaves out: schema, pools, anything about a workshop.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { enter, oneAtATime, othersAreLeft } from './applications.server.ts';
import { findBinaries } from './binaries.server.ts';
import { createCluster, launch, liveServer, shutDown, SUPERUSER } from './cluster.server.ts';
import { createDatabase, databaseExists, withClient } from './databases.server.ts';
import { assertDurable } from './durability.server.ts';
import { giveTo, launcherFor } from './launcher.server.ts';
import { socketFolder } from './socket.server.ts';
import { Trouble } from './trouble.ts';

export { assertDurable } from './durability.server.ts';
export { copyDatabase, createDatabase, dropDatabase } from './databases.server.ts';
export { Trouble } from './trouble.ts';

export type Database = { url: string; adopted: boolean; stop(): Promise<void> };

export type Start = {
  dataDir: string;
  log?: (line: string) => void;
  connections?: number;
  /** Only tests may say false: they throw their rows away. */
  durable?: boolean;
};

export async function startDatabase({
  dataDir,
  log = () => {},
  durable = true,
  connections = 40,
}: Start): Promise<Database> {
  const home = prepareHome(dataDir);
  const cluster = join(home, 'cluster');
  const applications = join(home, 'applications');
  return oneAtATime(join(home, 'lock'), async () => {
    const socket = socketFolder(home);
    const url = `postgresql://${SUPERUSER}@localhost/${SUPERUSER}?host=${encodeURIComponent(socket)}`;
    const leave = enter(applications);
    try {
      const live = await liveServer(cluster);
      if (!live) await startServer(home, cluster, { socket, durable, connections }, log);
      await makeReady(url, durable);
      return { url, adopted: live !== undefined, stop: stopOnce(home, leave) };
    } catch (error) {
      leave();
      throw error;
    }
  });
}

async function startServer(
  home: string,
  cluster: string,
  settings: Parameters<typeof launch>[2],
  log: (line: string) => void,
) {
  const launcher = launcherFor(findBinaries(), resolve(home, '..'), [
    settings.socket,
    ...(existsSync(cluster) ? [cluster] : []),
  ]);
  if (!existsSync(cluster)) log('Preparing a new database');
  createCluster(launcher, cluster, settings.durable);
  giveTo(launcher.owner, cluster);
  log('Starting the database');
  await launch(launcher, cluster, settings);
}

async function makeReady(url: string, durable: boolean): Promise<void> {
  if (!(await databaseExists(url, SUPERUSER))) await createDatabase(url, SUPERUSER);
  if (durable) await withClient(url, assertDurable);
}

function stopOnce(home: string, leave: () => void): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = () =>
    oneAtATime(join(home, 'lock'), async () => {
      leave();
      if (othersAreLeft(join(home, 'applications'))) return;
      const live = await liveServer(join(home, 'cluster'));
      if (live) await shutDown(live);
    });
  return () => (stopping ??= stop());
}

function prepareHome(dataDir: string): string {
  if (process.platform === 'win32')
    throw new Trouble(
      'Salon brings no database for Windows yet; use its Linux subsystem (WSL), or name a PostgreSQL in DATABASE_URL.',
    );
  const home = join(resolve(dataDir), 'database');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    enter(join(home, 'applications'))();
    return realpathSync(home);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC')
      throw new Trouble(
        `The disk of ${resolve(dataDir)} is full; make room (about 200 MB), then start again.`,
      );
    throw new Trouble(
      `Salon cannot write in ${resolve(dataDir)} (${code ?? message}); give that folder to the user who runs Salon, or set SALON_DATA to another one.`,
    );
  }
}
