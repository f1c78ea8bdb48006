import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeBackup } from '#app/platform/backup/write.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { pathFrom, usageError } from './arguments.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords, insideSalon } from './inside.server.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'Writes everything into one file, while Salon runs.',
  usage: `salon backup FILE [--demo]

Writes every table as it stood at one instant, and every kept file, into FILE (a .zip), reads it again and holds
every hash against what was written. FILE must not exist yet. It holds the names of reviewers: keep it as such.
The exit status is 0 when the backup is whole, 1 when a kept file was found damaged.

${demoWords}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options: demoOption, allowPositionals: true });
    if (positionals.length !== 1) throw usageError('Name the one file to write.');
    const path = pathFrom(io, positionals[0]!);
    if (existsSync(path)) throw invalid(`${path} is there already, and a backup overwrites nothing.`);
    return insideSalon(io, { name: 'backup', ...values }, async ({ database, files, clock }) => {
      const { tables, blobs, damaged } = await writeBackup({
        pool: database.pool,
        files,
        now: clock.now(),
        path,
      });
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      io.print(
        `${path}: ${rows} rows of ${tables.length} tables and ${blobs.length} files, read again and whole.`,
      );
      for (const sha256 of damaged)
        io.say(
          `Damaged on the disk: ${sha256}. "salon doctor" names whose it is; an older backup may have it whole.`,
        );
      return damaged.length > 0 ? 1 : 0;
    });
  },
};
