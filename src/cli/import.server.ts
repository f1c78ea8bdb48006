import { parseArgs } from 'node:util';
import { importArchive } from '#app/features/site/archive/importing.server.ts';
import { pathFrom, usageError } from './arguments.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords, insideSalon } from './inside.server.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Brings an edition back from its archive.',
  usage: `salon import archive DIR

Proves the archive in DIR first, as "salon verify" does, then brings its edition back: settings, calls, papers and
works with their addresses, files and what was granted. All of it comes back, or nothing. An edition that is here
already is not overwritten. It comes back archived: nothing of it changes until whoever runs Salon opens it. What was never public, such as submissions and reviews, is in no archive: see restore.

${demoWords}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options: demoOption, allowPositionals: true });
    const [what, folder] = positionals;
    if (what !== 'archive' || positionals.length !== 2)
      throw usageError('Say what to bring back: archive DIR.');
    const path = pathFrom(io, folder!);
    return insideSalon(io, { name: 'import', begins: true, ...values }, async ({ context, settings }) => {
      const { slug, records, base } = await importArchive(context, { folder: path });
      io.print(`Edition ${slug} is back, with ${records} papers and works.`);
      if (base !== settings.url)
        io.say(`The archive was made at ${base}; its addresses begin with ${settings.url} now.`);
      return 0;
    });
  },
};
