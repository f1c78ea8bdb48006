import { hasOperator, makeSetUpLink } from '#app/features/people/operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import type { Command } from './command.ts';
import { runUntilStopped } from './running.server.ts';

export const start: Command = {
  name: 'start',
  summary: 'Runs Salon.',
  usage: `salon start

Opens the database (its own, or DATABASE_URL), brings it up to date and serves until Ctrl-C.
Until somebody runs this Salon, each start prints a one-time link that sets up the first edition.`,
  run: (_args, io) =>
    runUntilStopped(readSettings(io.env), io, async () => {
      const link = await firstLink();
      return (address) =>
        link
          ? ['', '  Salon is empty. Set it up here (once, within seven days):', `  ${address}${link}`, '']
          : ['', `  Salon is at ${address}`, ''];
    }),
};

async function firstLink(): Promise<string | null> {
  const { database, clock } = resources();
  const now = clock.now();
  if (await hasOperator({ viewer: systemViewer('salon start'), now }, {})) return null;
  return makeSetUpLink(database.db, now);
}
