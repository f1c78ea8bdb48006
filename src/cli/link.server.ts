import { parseArgs } from 'node:util';
import { hasOperator, makeLink, makeSetUpLink } from '#app/features/people/operations.server.ts';
import { usageError } from './arguments.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords, insideSalon } from './inside.server.ts';

export const link: Command = {
  name: 'link',
  summary: 'Makes a one-time link that signs somebody in, or sets up an empty Salon.',
  usage: `salon link MAIL [--minutes 60] [--next /my] [--demo]
salon link

With MAIL: a link that signs in whoever has this address, once, for somebody whose mail does not arrive. Hand it over
yourself, and only to them. Without MAIL, on a Salon that nobody runs yet: the link that sets it up.

  --minutes N  how long the link is good (60)
  --next PATH  where it leads (/my)
${demoWords}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { ...demoOption, minutes: { type: 'string', default: '60' }, next: { type: 'string' } },
      allowPositionals: true,
    });
    const minutes = Number(values.minutes);
    if (positionals.length > 1) throw usageError('Name one address.');
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 10_080)
      throw usageError('--minutes is a whole number from 1 to 10080, which is a week.');
    return insideSalon(
      io,
      { name: 'link', demo: values.demo, begins: true },
      async ({ context, database, settings }) => {
        const [address] = positionals;
        if (address) {
          io.print(await makeLink(context, { address, next: values.next ?? '/my', minutes }));
          return 0;
        }
        const path = (await hasOperator(context, {})) ? null : await makeSetUpLink(database.db, context.now);
        if (path) io.print(`${settings.url}${path}`);
        else io.say('This Salon is set up already. Name an address: salon link MAIL.');
        return path ? 0 : 1;
      },
    );
  },
};
