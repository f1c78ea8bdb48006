import { parseArgs } from 'node:util';
import { restoreBackup } from '#app/platform/backup/restore.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { pathFrom, usageError } from './arguments.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords } from './inside.server.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'Brings a backup back, into an empty data folder.',
  usage: `salon restore FILE [--demo]

Checks every hash of FILE first, then fills the data folder (SALON_DATA), which must be empty or absent, and the
database in DATABASE_URL, where one is named, which must be empty too. All of it comes back, or nothing.
Letters that waited when the backup was taken go out at the next start: to practise, leave SMTP_URL out.

${demoWords}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options: demoOption, allowPositionals: true });
    if (positionals.length !== 1) throw usageError('Name the one file to bring back.');
    const settings = readSettings(io.env, values);
    const manifest = await restoreBackup(pathFrom(io, positionals[0]!), settings, (line) => io.say(line));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    io.print(
      `Restored to ${settings.dataDir}: ${rows} rows and ${manifest.blobs.length} files, as of ${manifest.takenAt}. Every count and hash agrees.`,
    );
    for (const sha256 of manifest.damaged) io.say(`Was already damaged when the backup was made: ${sha256}.`);
    return 0;
  },
};
