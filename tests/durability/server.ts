/**
 * A whole Salon in a process of its own: its database, its jobs, its uploads, and the door. Says on standard output
 * where it listens. Made to be killed.
 */
import { endpoints, openSalon } from '#app/cli/open.server.ts';
import { serve } from '#app/platform/serve.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { door } from './door.ts';
import { seedOnce } from './edition.ts';

await openSalon(readSettings({ ...process.env, PORT: '0' }, { demo: true }), { work: true });
const seeded = await seedOnce(Number(process.env.WRITERS ?? 4));
const { port } = await serve(0, [door, ...endpoints], null);
process.stdout.write(`${JSON.stringify({ port, ...seeded })}\n`);
