/** Issue 3, point 5: one corpus through the browser's worker, the server's child and the command line. */
import { readFile, readdir, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCheckCommand } from '#app/preflight/cli.server.ts';
import { png } from '#app/preflight/corpus/images.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { zipOf } from '#app/preflight/corpus/zips.ts';
import { paperRules2024, workRules2024 } from '#app/preflight/profiles.ts';
import type { Report } from '#app/preflight/report.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { checkFiles, stopRunner } from '#app/preflight/runner.server.ts';
import { manifest } from '../corpus/manifest/all.ts';
import { rulesOf } from '../corpus/manifest/case.ts';
import { openStage, type Stage } from './stage.ts';

interface HandIn {
  rules: CheckRules;
  /** A file or a folder. */
  path: string;
  files: { name: string; path: string }[];
}

let stage: Stage;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-three-'));
  stage = await openStage();
});
afterAll(async () => {
  stopRunner();
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the browser, the server and the command line report the same about every file of the corpus', async () => {
  const corpus = [...(await example()), ...(await made())];
  const { page, close } = await stage.enter({ as: 'ada' });
  await page.goto('/my', { waitUntil: 'networkidle' });
  const module = await moduleOf('src/preflight/in-browser.ts');
  const [servers, browsers] = [[] as [string, unknown][], [] as [string, unknown][]];
  for (const handIn of corpus) {
    servers.push([handIn.path, same(await checkFiles(handIn.files, handIn.rules))]);
    browsers.push([handIn.path, same(await checkedIn(page, module, handIn))]);
  }
  // A command can be given what lies under its own name: not several loose files, nor names that climb.
  const named = [paperRules2024, workRules2024] as CheckRules[];
  const given = corpus.filter(
    ({ path, rules }) => named.includes(rules) && (path.startsWith('examples') || isAbsolute(path)),
  );
  const terminals = named.map((rules) =>
    checkedInTerminal(
      given.filter((one) => one.rules === rules).map(({ path }) => path),
      rules,
    ),
  );
  const terminal = new Map(
    (await Promise.all(terminals)).flat().map((report) => [report.file, same(report)]),
  );
  expect(browsers).toEqual(servers);
  expect(given.map(({ path }) => [path, terminal.get(path)])).toEqual(
    servers.filter(([path]) => terminal.has(path)),
  );
  const counted = { inTerminal: terminal.size, several: corpus.length > 300 };
  expect(counted).toEqual({ inTerminal: given.length, several: true });
  await close();
});

test('nothing of the checker is loaded before a file is chosen, and readers of PDF only for a PDF', async () => {
  const { page, close } = await stage.enter({ as: 'ada' });
  const asked: string[] = [];
  page.context().on('request', (request) => void asked.push(new URL(request.url()).pathname));
  const ofChecker = () => asked.filter((path) => path.includes('/workers/')).length;
  await page.goto('/my', { waitUntil: 'networkidle' });
  const before = ofChecker();
  const module = await moduleOf('src/preflight/in-browser.ts');
  const zip = await stored('Sea.zip', zipOf([{ name: '../Sea_main.png', bytes: png(9, 9) }]));
  await checkedIn(page, module, handInOf(zip, workRules2024));
  const afterZip = ofChecker();
  const paper = await stored('paper.pdf', madePdf(['A short paper.']));
  await checkedIn(page, module, handInOf(paper, paperRules2024));
  expect({ before, afterZip, more: ofChecker() > afterZip }).toEqual({ before: 0, afterZip: 1, more: true });
  await close();
});

test('a file that holds its reader is given up in the browser, and the next one is checked', async () => {
  const { page, close } = await stage.enter({ as: 'ada' });
  await page.goto('/my', { waitUntil: 'networkidle' });
  const module = await moduleOf('src/preflight/in-browser.ts');
  const crowded = Array.from({ length: 20_000 }, () => ({ text: 'the sea', y: 700 }));
  const endless = await stored('endless.pdf', madePdf(Array.from({ length: 10 }, () => crowded)));
  const given = checkedIn(page, module, handInOf(endless, paperRules2024), { patience: 1 });
  await expect(given).rejects.toThrow('The check took too long in this browser.');
  const zip = await stored('Sea.zip', zipOf([{ name: '../Sea_main.png', bytes: png(9, 9) }]));
  const { verdict } = await checkedIn(page, module, handInOf(zip, workRules2024));
  expect(verdict).toEqual('reject');
  await close();
});

/** The invented submissions of the reference: papers one by one, works as their folders. */
async function example(): Promise<HandIn[]> {
  const root = 'examples/creativity-2024/files';
  const papers = (await readdir(join(root, 'papers'))).map((name) => join(root, 'papers', name));
  const works = (await readdir(join(root, 'works'))).map((name) => join(root, 'works', name));
  return [
    ...papers.map((path) => handInOf(path, paperRules2024)),
    ...(await Promise.all(works.map(folderOf))),
  ];
}

/** The manifest of made files, each hand-in of it under a number of its own; a command can be given single files. */
async function made(): Promise<HandIn[]> {
  return Promise.all(
    manifest.map(async (one, at) => {
      const { says, files } = one;
      const kept = await Promise.all(
        files.map(async ({ name, bytes }, n) => ({
          name,
          path: await stored(
            files.length === 1 && basename(name) === name ? `${at}/${name}` : `${at}-${n}`,
            bytes,
          ),
        })),
      );
      return {
        rules: rulesOf(one),
        files: kept,
        path: kept.length === 1 && basename(kept[0]!.path) === kept[0]!.name ? kept[0]!.path : says,
      };
    }),
  );
}

async function stored(name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

const handInOf = (path: string, rules: CheckRules): HandIn => ({
  rules,
  path,
  files: [{ name: basename(path), path }],
});

async function folderOf(path: string): Promise<HandIn> {
  const names = (await readdir(path)).toSorted((a, b) => (a < b ? -1 : 1));
  const files = names.map((name) => ({ name: `${basename(path)}/${name}`, path: join(path, name) }));
  return { rules: workRules2024, path, files };
}

/** A command names a hand-in by its path, the others by its name. */
function same({ ms: _ms, file: _file, ...rest }: Report) {
  return rest;
}

async function checkedInTerminal(paths: string[], { kind }: CheckRules): Promise<Report[]> {
  const lines: string[] = [];
  const call = kind === 'paper' ? 'papers' : 'creative-work';
  const out = { write: (line: string) => lines.push(line), error: () => undefined };
  await runCheckCommand(['--call', call, '--json', ...paths], out);
  return lines.map((line) => JSON.parse(line) as Report);
}

/** In the page of the built app, by the module that its upload form loads. */
async function checkedIn(
  page: Page,
  module: string,
  { files, rules }: HandIn,
  options: { patience?: number } = {},
): Promise<Report> {
  const bytes = await Promise.all(
    files.map(async ({ name, path }) => ({ name, base64: (await readFile(path)).toString('base64') })),
  );
  // As text: what runs in the page must not be rewritten by the one who runs tests. The build names exports anew.
  return (await page.evaluate(`import(${JSON.stringify(module)}).then(async (module) => {
    const checkInBrowser = Object.values(module).find((one) => typeof one === 'function');
    const files = ${JSON.stringify(bytes)}.map(({ name, base64 }) => ({
      name,
      blob: new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))]),
    }));
    return checkInBrowser(files, ${JSON.stringify(rules)}, ${JSON.stringify(options)}).report;
  })`)) as Report;
}

async function moduleOf(source: string): Promise<string> {
  const manifest = await readFile('.svelte-kit/output/client/.vite/manifest.json', 'utf8');
  return `/${(JSON.parse(manifest) as Record<string, { file: string }>)[source]!.file}`;
}
