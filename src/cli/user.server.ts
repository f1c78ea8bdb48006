import { parseArgs } from 'node:util';
import { findPeople, makeOperator, type KnownPerson } from '#app/features/people/operations.server.ts';
import { usageError } from './arguments.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords, insideSalon } from './inside.server.ts';

export const user: Command = {
  name: 'user',
  summary: 'Lists and finds people, and says who runs this Salon.',
  usage: `salon user list [--json]               everybody, by name
salon user find WORDS [--json]         by a part of a name or an address
salon user operator MAIL [--name NAME] lets somebody run this Salon: make editions, hand out links

An operator has no role in any edition by that. Nobody is told by mail; "salon link MAIL" makes a link for them.

${demoWords}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      options: { ...demoOption, json: { type: 'boolean' }, name: { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, ...rest] = positionals;
    const words = rest.join(' ');
    const asked = verb === 'list' ? rest.length === 0 : verb === 'find' || verb === 'operator' ? words : '';
    if (!asked) throw usageError('Say what to do: list, find or operator.');
    return insideSalon(
      io,
      { name: 'user', demo: values.demo, begins: verb === 'operator' },
      async ({ context }) => {
        if (verb === 'operator') {
          const { name } = await makeOperator(context, { address: words, name: values.name ?? '' });
          io.print(`${name} runs this Salon now.`);
          return 0;
        }
        const people = await findPeople(context, { words: verb === 'find' ? words : '' });
        for (const person of people) io.print(values.json ? JSON.stringify(person) : line(person));
        if (people.length === 0) io.say(words ? `Nobody fits “${words}”.` : 'Nobody is here yet.');
        return people.length > 0 ? 0 : 1;
      },
    );
  },
};

function line({ id, name, addresses, operator, roles }: KnownPerson): string {
  const stands = [...(operator ? ['operator'] : []), ...roles.map(({ role, slug }) => `${role} of ${slug}`)];
  return [id, name, addresses.join(' '), stands.join(', ')].join('\t').trimEnd();
}
