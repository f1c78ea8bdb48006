import { parseArgs } from 'node:util';
import { exportFile } from '#app/features/calls/edition-operations.server.ts';
import { settings as callSettings } from '#app/features/calls/operations.server.ts';
import { list as listEditions } from '#app/features/editions/operations.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import type { Command } from './command.ts';
import { demoOption, demoWords, insideSalon, usageError, type Inside } from './inside.server.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Prints the settings of an edition, or of one call.',
  usage: `salon export settings EDITION      all settings of an edition, as the desk reads them back (YAML)
salon export call EDITION CALL     the settings of one call, as "salon check --call" reads them (JSON)

EDITION and CALL are named as in their addresses, such as 2024 and papers. Nothing that was handed in is in it.

${demoWords}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options: demoOption, allowPositionals: true });
    const [what, slug, key] = positionals;
    const whole = what === 'settings' && positionals.length === 2;
    if (!whole && !(what === 'call' && positionals.length === 3))
      throw usageError('Say what to export: settings EDITION, or call EDITION CALL.');
    return insideSalon(io, { name: 'export', ...values }, async (inside) => {
      await demandEdition(inside, slug!);
      io.print(
        whole
          ? (await exportFile(inside.context, { slug: slug! })).text.trimEnd()
          : await callText(inside, slug!, key!),
      );
      return 0;
    });
  },
};

async function demandEdition({ context }: Inside, slug: string): Promise<void> {
  const slugs = (await listEditions(context, {})).map((edition) => edition.slug);
  if (slugs.includes(slug)) return;
  throw invalid(`There is no edition “${slug}” here. There is: ${slugs.join(', ') || 'none yet'}.`);
}

async function callText({ context }: Inside, slug: string, key: string): Promise<string> {
  const calls = await callSettings(context, { slug });
  const call = calls.find((one) => one.key === key);
  if (call) return JSON.stringify({ call: call.settings }, null, 2);
  throw invalid(`Edition ${slug} has no call “${key}”. It has: ${calls.map((one) => one.key).join(', ')}.`);
}
