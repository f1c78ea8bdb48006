import { parseArgs } from 'node:util';
import { verifyBag } from '#app/platform/bag/verify.server.ts';
import { pathFrom, usageError } from './arguments.ts';
import type { Command } from './command.ts';

const most = 1_000;

export const verify: Command = {
  name: 'verify',
  summary: 'Proves that an archive is whole: every file, every hash, offline.',
  usage: `salon verify DIR

Reads every file of the archive in DIR (any bag as RFC 8493 describes it) and holds it against the manifests. Says
each file that is missing, changed or surplus. Opens no database and asks no other machine.
The exit status is 0 when everything agrees, 1 when anything does not.`,
  async run(args, io) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    if (positionals.length !== 1) throw usageError('Name the one folder to prove.');
    const path = pathFrom(io, positionals[0]!);
    const { files, bytes, algorithms, problems } = await verifyBag(path);
    const by = algorithms.map((one) => one.toUpperCase().replace('SHA', 'SHA-')).join(' and ');
    if (problems.length === 0) {
      io.print(`${path} is whole: ${files} files, ${bytes} bytes, each as its ${by} says.`);
      return 0;
    }
    // What a stranger named could move a terminal's cursor.
    for (const problem of problems.slice(0, most)) io.print(problem.replaceAll(/\p{Cc}/gu, '\uFFFD'));
    if (problems.length > most) io.print(`And ${problems.length - most} more.`);
    io.say(`${path} is not whole: ${problems.length} things do not agree.`);
    return 1;
  },
};
