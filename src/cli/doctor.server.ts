import { parseArgs } from 'node:util';
import { invariants as calls } from '#app/features/calls/invariants.server.ts';
import { invariants as editions } from '#app/features/editions/invariants.server.ts';
import { invariants as people } from '#app/features/people/invariants.server.ts';
import { invariants as submissions } from '#app/features/submissions/invariants.server.ts';
import { invariants as renditions } from '#app/features/works/renditions/invariants.server.ts';
import { invariants as rights } from '#app/features/works/rights/invariants.server.ts';
import { invariants as works } from '#app/features/works/invariants.server.ts';
import { invariants as site } from '#app/features/site/invariants.server.ts';
import type { Invariant, Look } from '#app/platform/invariant.server.ts';
import { invariants as platform } from '#app/platform/invariants.server.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords, insideSalon } from './inside.server.ts';

/** What every part promises of its data, in the order in which the parts lean on each other. */
export const promises: Record<string, Invariant[]> = {
  platform,
  editions,
  people,
  calls,
  submissions,
  rights,
  works,
  renditions,
  site,
};

export const doctor: Command = {
  name: 'doctor',
  summary: 'Looks whether everything that must hold does hold, on live data.',
  usage: `salon doctor [--hashes] [--quiet] [--demo]

Asks every part of Salon what must be true of its data, and names what breaks it. Changes nothing; may run while
Salon serves. The exit status is 0 when all is well, 1 when something is broken.

  --hashes  also reads every kept file from end to end and compares its hash
  --quiet   prints only what is broken, for a nightly timer
${demoWords}`,
  run(args, io) {
    const { values } = parseArgs({
      args,
      options: { ...demoOption, hashes: { type: 'boolean', default: false }, quiet: { type: 'boolean' } },
    });
    return insideSalon(
      io,
      { name: 'doctor', demo: values.demo },
      async ({ database, files, settings, context }) => {
        const look = { db: database.db, files, settings, now: context.now, hashes: values.hashes };
        let wrong = 0;
        for (const { part, says, broken } of await examine(look)) {
          if (broken.length === 0) {
            if (!values.quiet) io.print(`ok      ${part}: ${says}`);
            continue;
          }
          wrong += 1;
          io.print(`BROKEN  ${part}: ${says}`);
          for (const line of broken) io.print(`          ${line}`);
        }
        if (wrong > 0) io.say(`${wrong} of what must hold does not; docs/operate/health.md says what to do.`);
        return wrong > 0 ? 1 : 0;
      },
    );
  },
};

export async function examine(look: Look): Promise<{ part: string; says: string; broken: string[] }[]> {
  const found = [];
  for (const [part, invariants] of Object.entries(promises))
    for (const { says, broken } of invariants) found.push({ part, says, broken: await broken(look) });
  return found;
}
