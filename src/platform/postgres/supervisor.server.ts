/**
 * The embedded PostgreSQL of one data folder. Several applications may share it: the first starts the server, the last
 * one out stops it, and one that was killed counts for nothing. Leaves out: schema, pools, anything about a workshop.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { enter, oneAtATime, othersAreLeft } from './applications.server.ts';
import { findBinaries } from './binaries.server.ts';
import {
  createCluster,
  launch,
  liveServer,
  type Server,
  serverUrl,
  shutDown,
  SUPERUSER,
} from './cluster.server.ts';
import { createDatabase, databaseExists, withClient } from './databases.server.ts';
import { assertDurable } from './durability.server.ts';
import { launcherFor } from './launcher.server.ts';
import { isAlive } from './process.server.ts';
import { socketFolder } from './socket.server.ts';
import { Trouble } from '../trouble.ts';

export { assertDurable, assertUsable } from './durability.server.ts';
export { copyDatabase, createDatabase, dropDatabase } from './databases.server.ts';
export { Trouble } from '../trouble.ts';

export type Database = { url: string; adopted: boolean; stop(): Promise<void> };

export type Start = {
  dataDir: string;
  log?: (line: string) => void;
  connections?: number;
  /** Only tests may say false: they throw their rows away. */
  durable?: boolean;
};

/**
 * Resolves when the database takes connections; `adopted`: its server ran already. Throws Trouble, in words for
 * whoever runs Salon, where disk, rights or system stand in the way. `stop` may be called twice.
 */
export async function startDatabase(options: Start): Promise<Database> {
  const { durable = true, connections = 40, log = () => {} } = options;
  const home = prepareHome(options.dataDir);
  const alone: Alone = (work) => oneAtATime(join(home, 'lock'), work);
  return alone(async () => {
    const leave = enter(join(home, 'applications'));
    try {
      const live = await liveServer(join(home, 'cluster'));
      const server = live ?? (await startServer(home, durable, connections, log));
      const url = serverUrl(server, SUPERUSER);
      await makeReady(url, durable);
      const again = () =>
        alone(
          async () =>
            (await liveServer(join(home, 'cluster'))) ?? startServer(home, durable, connections, log),
        );
      const rest = keepAlive(server, again, log);
      return { url, adopted: live !== undefined, stop: once(() => depart(home, alone, rest, leave)) };
    } catch (error) {
      leave();
      throw error;
    }
  });
}

async function startServer(home: string, durable: boolean, connections: number, log: (line: string) => void) {
  const cluster = join(home, 'cluster');
  const isNew = !existsSync(cluster);
  const socket = socketFolder(home);
  const launcher = launcherFor(findBinaries(), dirname(home), isNew ? [socket] : [socket, cluster]);
  if (isNew) log('Preparing a new database');
  createCluster(launcher, cluster, durable);
  log('Starting the database');
  return launch(launcher, cluster, { socket, durable, connections });
}

async function makeReady(url: string, durable: boolean): Promise<void> {
  if (!(await databaseExists(url, SUPERUSER))) await createDatabase(url, SUPERUSER);
  if (durable) await withClient(url, assertDurable);
}

/** A server killed under us (by a person, or for want of memory) is started again; pools find it by themselves. */
function keepAlive(
  server: Server,
  again: () => Promise<Server>,
  log: (line: string) => void,
): () => Promise<void> {
  let current = server;
  let restarting: Promise<void> | undefined;
  const look = () => {
    if (restarting || isAlive(current.pid)) return;
    restarting = again()
      .then((next) => void (current = next))
      .catch((error) => log(`The database is gone and does not start again: ${error.message}`))
      .finally(() => (restarting = undefined));
  };
  const timer = setInterval(look, 1000).unref();
  return async () => {
    clearInterval(timer);
    await restarting;
  };
}

type Alone = <T>(work: () => Promise<T>) => Promise<T>;

async function depart(
  home: string,
  alone: Alone,
  rest: () => Promise<void>,
  leave: () => void,
): Promise<void> {
  await rest();
  await alone(async () => {
    leave();
    if (othersAreLeft(join(home, 'applications'))) return;
    const live = await liveServer(join(home, 'cluster'));
    if (live) await shutDown(live.pid);
  });
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
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
