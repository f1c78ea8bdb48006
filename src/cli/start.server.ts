import { readSettings } from '#app/platform/settings.server.ts';
import type { Command } from './command.ts';
import { runUntilStopped } from './running.server.ts';

export const start: Command = {
  name: 'start',
  summary: 'Runs Salon.',
  usage: `salon start

Opens the database (its own, or DATABASE_URL), brings it up to date and serves until Ctrl-C.
The first start prints a one-time link that sets up your first edition.`,
  run: (_args, io) =>
    runUntilStopped(readSettings(io.env), io, async () => (address) => ['', `  Salon is at ${address}`, '']),
};
