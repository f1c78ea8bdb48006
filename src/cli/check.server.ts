/** `salon check` and `salon pack`: preflight from a terminal, with the report the portal shows. */
import { checkUsage, packUsage, runCheckCommand, runPackCommand } from '#app/preflight/cli.server.ts';
import type { Command, CommandIo } from './command.ts';

export const check: Command = {
  name: 'check',
  summary: 'Check files as the portal does, without sending them anywhere.',
  usage: asOthers(checkUsage),
  run: (args, io) => runCheckCommand(args, outOf(io)),
};

export const pack: Command = {
  name: 'pack',
  summary: 'Write the .zip that the call for works describes.',
  usage: asOthers(packUsage),
  run: (args, io) => runPackCommand(args, outOf(io)),
};

function asOthers(usage: string): string {
  return usage.replace(/^usage: /, '');
}

const outOf = (io: CommandIo) => ({ write: io.print, error: io.say });
