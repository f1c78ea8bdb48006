/**
 * Owns `salon check` and `salon pack`: the same check from a terminal. Exit status 0 when every file was
 * examined, whatever the verdict; 2 on wrong usage.
 */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { analysed, inWords } from './analysis/of-hand-in.server.ts';
import { checkAndPack } from './pack.ts';
import { paperRules2024, workRules2024 } from './profiles.ts';
import type { Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import { checkFiles, stopRunner, type StoredFile } from './runner.server.ts';
import { fromPath } from './sources.server.ts';

/** Where the command writes; both get whole lines. */
export type Out = { write(text: string): unknown; error(text: string): unknown };

export const checkUsage = `usage: salon check --call papers|creative-work|SETTINGS.json [--together] [--analysis] [--json] FILE...
  Each FILE or folder is one hand-in; --together joins them into one.
  SETTINGS.json comes from "salon export call": its "rules" are used.
  --analysis adds what only ffmpeg can tell of each loose film or sound: loudness and flashing light.
  --json prints one report a line. Nothing is written to disk, nothing is fetched.`;
export const packUsage = `usage: salon pack [--call creative-work|SETTINGS.json] [--title TITLE] -o OUT.zip FILE...
  Checks the files together and writes the .zip that the call describes.`;

type Asked = {
  call: string | null;
  title?: string;
  out?: string;
  json: boolean;
  together: boolean;
  analysis: boolean;
  files: string[];
};

/** `argv` without the word "check". */
export async function runCheckCommand(argv: string[], out: Out = terminal): Promise<number> {
  const asked = parsed(argv);
  if (!asked || asked.files.length === 0) return wrong(out, checkUsage);
  const rules = await rulesOf(asked.call ?? '');
  if (!rules) return wrong(out, checkUsage);
  let missing = false;
  const handIns: StoredFile[][] = [];
  for (const path of asked.files) {
    const found = await filesAt(path);
    if (!found) {
      out.error(`salon check: cannot read ${path}`);
      missing = true;
    } else handIns.push(found);
  }
  const wanted = asked.together && handIns.length > 0 ? [handIns.flat()] : handIns;
  try {
    for (const [i, files] of wanted.entries()) {
      const report = await checkFiles(files, rules, {
        accident: ({ name, sha256, cause }) => out.error(`${name} ${sha256}: ${cause}`),
      });
      const named =
        wanted.length === asked.files.length && !asked.together && !missing
          ? { ...report, file: asked.files[i]! }
          : report;
      const analysis = asked.analysis ? await analysed(files, report) : null;
      if (asked.json) out.write(JSON.stringify(analysis ? { ...named, analysis } : named));
      else out.write([readable(named), ...(analysis ? inWords(analysis) : [])].join('\n'));
    }
  } finally {
    stopRunner();
  }
  return missing ? 2 : 0;
}

/** `argv` without the word "pack". Writes the archive only when the check lets it. */
export async function runPackCommand(argv: string[], out: Out = terminal): Promise<number> {
  const asked = parsed(argv);
  const rules = await rulesOf(asked?.call ?? 'creative-work');
  if (!asked?.out || asked.files.length === 0 || rules?.kind !== 'work') return wrong(out, packUsage);
  const found = (await Promise.all(asked.files.map(filesAt))).flatMap((files) => files ?? []);
  if (found.length === 0) return wrong(out, packUsage);
  const sources = await Promise.all(
    found.map(async ({ name, path }) => ({ name, blob: await fromPath(path) })),
  );
  try {
    const { report, zip } = await checkAndPack(sources, rules, asked.title);
    out.write(readable(report));
    if (zip) await writeFile(fromHere(asked.out), zip);
    return zip ? 0 : 1;
  } finally {
    await Promise.all(sources.map(({ blob }) => blob.close()));
  }
}

const terminal: Out = {
  write: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
};

function wrong(out: Out, usage: string): number {
  out.error(usage);
  return 2;
}

function parsed(argv: string[]): Asked | null {
  const asked: Asked = { call: null, json: false, together: false, analysis: false, files: [] };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    const [flag, inline] =
      word.startsWith('--') && word.includes('=')
        ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
        : [word, undefined];
    const value = () => inline ?? argv[(i += 1)];
    if (flag === '--') return { ...asked, files: [...asked.files, ...argv.slice(i + 1)] };
    if (flag === '--json') asked.json = true;
    else if (flag === '--together') asked.together = true;
    else if (flag === '--analysis') asked.analysis = true;
    else if (flag === '--call') asked.call = value() ?? '';
    else if (flag === '--title') asked.title = value();
    else if (flag === '-o' || flag === '--out') asked.out = value();
    else if (flag.startsWith('-') && flag !== '-') return null;
    else asked.files.push(word);
  }
  return asked;
}

/** The rules of a named call of the reference, or those in an exported call: `{ "rules": {...} }` or bare. */
async function rulesOf(call: string): Promise<CheckRules | null> {
  if (call === 'papers') return paperRules2024;
  if (call === 'creative-work') return workRules2024;
  try {
    const settings = JSON.parse(await readFile(fromHere(call), 'utf8')) as Record<string, unknown>;
    const inner = (settings.call ?? settings) as Record<string, unknown>;
    const rules = (inner.rules ?? inner) as { kind?: string };
    if (rules.kind === 'paper') return { ...paperRules2024, ...rules } as CheckRules;
    return rules.kind === 'work' ? ({ ...workRules2024, ...rules } as CheckRules) : null;
  } catch {
    return null;
  }
}

/** `bin/salon` changes into its own folder and says where it was called from. */
function fromHere(path: string): string {
  return resolve(process.env.SALON_CALLED_FROM ?? process.cwd(), path);
}

async function filesAt(given: string): Promise<StoredFile[] | null> {
  const path = fromHere(given);
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return [{ name: basename(path), path }];
  if (!found?.isDirectory()) return null;
  const files: StoredFile[] = [];
  const within = async (folder: string, name: string) => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = { name: `${name}/${entry.name}`, path: join(folder, entry.name) };
      // A link could lead anywhere on the machine of whoever runs this.
      if (entry.isDirectory()) await within(inner.path, inner.name);
      else if (entry.isFile()) files.push(inner);
    }
  };
  await within(path, basename(path));
  return files;
}

function readable(report: Report): string {
  const lines = [`${report.file}: ${report.verdict}`];
  for (const { severity, code, message, next } of report.findings)
    lines.push(`  ${severity} ${code}`, `    ${message}`, `    ${next}`);
  for (const { name, role, canonical } of report.files)
    lines.push(`  ${role}: ${name}${canonical && canonical !== name ? ` -> ${canonical}` : ''}`);
  return lines.join('\n');
}
