/** Salon as `salon start` runs it, with its pages, that also tells at `/cost` what it has spent, and has the door. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { endpoints, openSalon } from '#app/cli/open.server.ts';
import type { Endpoint } from '#app/platform/front.server.ts';
import { loadPages, serve } from '#app/platform/serve.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { door } from '../tests/durability/door.ts';
import { seedOnce } from '../tests/durability/edition.ts';

// Everything that goes to the database passes here, begin and commit too.
let statements = 0;
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statements += 1;
  return query.apply(this, args);
} as never;

const cost: Endpoint = async (request, response) => {
  if (request.url !== '/cost') return false;
  const { user, system } = process.cpuUsage();
  response.end(JSON.stringify({ cpu: user + system, statements, rss: process.memoryUsage().rss }));
  return true;
};

// Jobs run elsewhere: letters and checks of files are not what a row measures.
await openSalon(readSettings({ ...process.env, PORT: '0' }, { demo: true }));
const seeded = await seedOnce(Number(process.env.WRITERS ?? 4));
const pages = await loadPages(pathToFileURL(resolve('build/handler.js')).href);
const { port } = await serve(0, [cost, door, ...endpoints], pages);
process.stdout.write(`${JSON.stringify({ port, ...seeded })}\n`);
