import { parseArgs } from 'node:util';
import { exportFile } from '#app/features/calls/edition-operations.server.ts';
import { settings as callSettings } from '#app/features/calls/operations.server.ts';
import { list as listEditions } from '#app/features/editions/operations.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { exportArchive } from '#app/features/site/archive/exporting.server.ts';
import { exportSite } from '#app/features/site/exporting.server.ts';
import { pathFrom, usageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';
import { demoOption, demoWords, insideSalon, type Inside } from './inside.server.ts';

export const exportCommand: Command = {
  name: 'export',
  summary:
    'Prints the settings of an edition or of one call; writes the public site, or an archive, into a folder.',
  usage: `salon export settings EDITION      all settings of an edition, as the desk reads them back (YAML)
salon export call EDITION CALL     the settings of one call, as "salon check --call" reads them (JSON)
salon export site DIR              the public site as a folder that opens without a server; nothing unpublished
salon export archive DIR [--edition EDITION]
                                   what lasts of an edition: site, originals that may be kept, metadata; as a bag
                                   (RFC 8493) with an RO-Crate in it, for "salon verify DIR". DIR must be new

EDITION and CALL are named as in their addresses, such as 2024 and papers. Nothing that was handed in is in it.

${demoWords}`,
  async run(args, io) {
    const options = { ...demoOption, edition: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [what, slug, key] = positionals;
    if (what === 'archive' && positionals.length === 2) return archiveInto(slug!, values, io);
    if (values.edition !== undefined) throw usageError('--edition goes with: archive DIR.');
    if (what === 'site' && positionals.length === 2) return siteInto(slug!, values, io);
    const whole = what === 'settings' && positionals.length === 2;
    if (!whole && !(what === 'call' && positionals.length === 3))
      throw usageError('Say what to export: settings EDITION, call EDITION CALL, site DIR, or archive DIR.');
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

async function siteInto(folder: string, values: { demo?: boolean }, io: CommandIo): Promise<number> {
  const path = pathFrom(io, folder);
  return insideSalon(io, { name: 'export', ...values }, async ({ context }) => {
    const { files } = await exportSite(context, { folder: path });
    io.say(`${files} files in ${path}. Open index.html there, or let any server of files hand them out.`);
    return 0;
  });
}

/** Without a name, the only edition there is. */
async function archiveInto(
  folder: string,
  { edition, ...values }: { demo?: boolean; edition?: string },
  io: CommandIo,
): Promise<number> {
  const path = pathFrom(io, folder);
  return insideSalon(io, { name: 'export', ...values }, async (inside) => {
    const slugs = (await listEditions(inside.context, {})).map(({ slug }) => slug);
    if (edition === undefined && slugs.length > 1)
      throw invalid(`Say which edition: --edition ${slugs.join(', or --edition ')}.`);
    const slug = edition ?? slugs[0] ?? '';
    await demandEdition(inside, slug);
    const { files, records, originals } = await exportArchive(inside.context, { slug, folder: path });
    io.say(
      `${path}: ${files} files, ${records} papers and works, ${originals} originals. Prove it with: salon verify ${folder}`,
    );
    return 0;
  });
}

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
