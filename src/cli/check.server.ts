/** `salon check` and `salon pack`: preflight from a terminal, with the report the portal shows. */
import { checkUsage, packUsage, runCheckCommand, runPackCommand } from '#app/preflight/cli.server.ts';
import type { Command, CommandIo } from './command.ts';

export const check: Command = {
  name: 'check',
  summary: 'Check files as the portal does, without sending them anywhere.',
  usage: checkUsage,
  run: (args, io) => runCheckCommand(args, outOf(io)),
};

export const pack: Command = {
  name: 'pack',
  summary: 'Write the .zip that the call for works describes.',
  usage: packUsage,
  run: (args, io) => runPackCommand(args, outOf(io)),
};

const outOf = (io: CommandIo) => ({ write: io.print, error: io.say });
