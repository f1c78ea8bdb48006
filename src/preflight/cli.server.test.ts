import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCheckCommand, runPackCommand } from './cli.server.ts';
import { png } from './corpus/images.ts';
import { wav } from './corpus/media.ts';
import { madePdf } from './corpus/pdfs.ts';
import { paperRules2024 } from './profiles.ts';
import type { Report } from './report.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-check-'));
  await mkdir(join(folder, 'Sea'));
  await writeFile(join(folder, 'Sea', 'Sea_main.png'), png(9, 9));
  await writeFile(join(folder, 'Sea', 'Sea_description.pdf'), madePdf(['The sea.']));
  await writeFile(
    join(folder, 'paper.pdf'),
    madePdf(
      ['One', 'Two', 'Three'].map((word) => `${word} is a page of words about a loom that counts in a room.`),
    ),
  );
  const call = { call: { rules: { ...paperRules2024, maxBodyPages: 3 } } };
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(command: typeof runCheckCommand, argv: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const status = await command(argv, {
    write: (line) => lines.push(line),
    error: (line) => errors.push(line),
  });
  return { status, lines, errors };
}

test('a folder is one hand-in, and every file given is one line of JSON', async () => {
  const paths = [join(folder, 'Sea'), join(folder, 'Sea', 'Sea_main.png')];
  const { status, lines } = await run(runCheckCommand, ['--call', 'creative-work', '--json', ...paths]);
  const reports = lines.map((line) => JSON.parse(line) as Report);
  expect({ status, files: reports.map((one) => [one.file, one.verdict, one.files.length]) }).toEqual({
    status: 0,
    files: [
      [paths[0], 'accept', 2],
      [paths[1], 'accept', 1],
    ],
  });
});

test('files together are one hand-in', async () => {
  const paths = ['Sea_main.png', 'Sea_description.pdf'].map((name) => join(folder, 'Sea', name));
  const { status, lines } = await run(runCheckCommand, [
    '--call',
    'creative-work',
    '--together',
    '--json',
    ...paths,
  ]);
  expect({ status, count: lines.length, verdict: (JSON.parse(lines[0]!) as Report).verdict }).toEqual({
    status: 0,
    count: 1,
    verdict: 'accept',
  });
});

test('an exported call brings its own limits', async () => {
  const over = (lines: string[]) =>
    (JSON.parse(lines[0]!) as Report).findings.some((one) => one.code === 'paper.over-length');
  const path = join(folder, 'paper.pdf');
  const two = await run(runCheckCommand, ['--call', 'papers', '--json', path]);
  const three = await run(runCheckCommand, ['--call', join(folder, 'call.json'), '--json', path]);
  expect({ two: over(two.lines), three: over(three.lines), status: [two.status, three.status] }).toEqual({
    two: true,
    three: false,
    status: [0, 0],
  });
});

test('wrong usage says how, with status 2', async () => {
  for (const argv of [
    [],
    ['x.png'],
    ['--call', 'poems', 'x.png'],
    ['--call', 'papers'],
    ['--call', 'papers', '--frobnicate', 'x'],
  ]) {
    const { status, errors } = await run(runCheckCommand, argv);
    expect({ argv, status, said: errors.length }).toEqual({ argv, status: 2, said: 1 });
  }
});

test('salon pack writes the canonical archive', async () => {
  const out = join(folder, 'out.zip');
  const { status } = await run(runPackCommand, ['--title', 'The Sea', '-o', out, join(folder, 'Sea')]);
  const { lines } = await run(runCheckCommand, ['--call', 'creative-work', '--json', out]);
  const report = JSON.parse(lines[0]!) as Report;
  expect({ status, verdict: report.verdict, names: report.files.map((file) => file.name) }).toEqual({
    status: 0,
    verdict: 'accept',
    names: ['The_Sea_main.png', 'The_Sea_description.pdf'],
  });
  expect((await readFile(out)).length).toBeGreaterThan(0);
});

test('an analysis stands beside the report and never in it', async () => {
  const path = join(folder, 'tone.wav');
  await writeFile(path, wav(1));
  const plain = await run(runCheckCommand, ['--call', 'creative-work', '--json', path]);
  const both = await run(runCheckCommand, ['--call', 'creative-work', '--analysis', '--json', path]);
  const { analysis, ms: _ms, ...report } = JSON.parse(both.lines[0]!) as Report & { analysis: object };
  const { ms, ...same } = JSON.parse(plain.lines[0]!) as Report;
  expect([report, Object.keys(analysis), typeof ms]).toEqual([same, ['tone.wav'], 'number']);
});
