import { readSettings } from '#app/platform/settings.server.ts';
import type { Command } from './command.ts';
import { resources } from '#app/platform/resources.server.ts';
import { seedDemo } from './demo-edition.server.ts';
import { arrange } from './demo-journey.server.ts';
import { runUntilStopped } from './running.server.ts';

export const demo: Command = {
  name: 'demo',
  summary: 'Runs the 2024 reference workshop, with an invented cast and a time machine.',
  usage: `salon demo

Loads the reference edition into a data folder of its own (.salon/demo unless SALON_DATA says otherwise)
and serves it. Everything handed in there is invented and marked as such. Ctrl-C stops it.`,
  run: (_args, io) =>
    runUntilStopped(readSettings(io.env, { demo: true }), io, async () => {
      await seedDemo((line) => io.say(`  ${line}`));
      resources().arrange = arrange;
      return (address) => [
        '',
        `  The demo is open: ${address}`,
        '  Sign in as one of its invented cast. Ctrl-C stops it.',
        '',
      ];
    }),
};
