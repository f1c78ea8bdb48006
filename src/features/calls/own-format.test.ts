/** A format that is a call's own, from the desk's form to the words that a creator reads. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readForm } from '#app/features/editions/form.ts';
import { addFile, showFiles } from '#app/features/submissions/files/operations.server.ts';
import { begin } from '#app/features/submissions/operations.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { runCheckCommand } from '#app/preflight/cli.server.ts';
import { paper, type Layout } from '#app/preflight/corpus/papers.ts';
import type { Report } from '#app/preflight/report.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { callForm, fromForm, toForm } from './call-forms.ts';
import { limitsOf } from './limits.ts';
import { change, settings } from './operations.server.ts';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'salon-own-format-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const slug = '2024';
const current = async () => (await settings(world.as('olga'), { slug })).find(({ key }) => key === 'papers')!;

/** What a browser posts when somebody writes into the fields of the page named here and saves. */
async function saveLimits(typed: Record<string, string>) {
  const { settings: call, revision } = await current();
  const { fields } = callForm('limits', call, []);
  const posted = new Map([...inputs(toForm('limits', call)), ...Object.entries(typed)]);
  const body = fromForm('limits', readForm(fields, posted), call);
  return change(world.as('olga'), { slug, call: 'papers', body, revision });
}

/** The page's fields with what stands in them; MiB and inches are what the page says. */
function inputs(value: unknown, path = ''): [string, string][] {
  if (Array.isArray(value)) return [[path, value.join('\n')]];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => inputs(inner, path ? `${path}.${name}` : name));
  if (typeof value === 'boolean') return value ? [[path, 'yes']] : [];
  const unit = /maxBytes$/.test(path) ? 1024 ** 2 : /(pageSize|textBlock)\./.test(path) ? 72 : 1;
  return [[path, typeof value === 'number' ? String(value / unit) : String(value)]];
}

/** An invented journal on a small page. */
const journal = {
  'rules.template': 'own',
  'rules.format.label': 'Tide Journal (invented)',
  'rules.format.pageSize.width': '7',
  'rules.format.pageSize.height': '10',
  'rules.format.textBlock.width': '5',
  'rules.format.textBlock.height': '8',
  'rules.format.columns': '1',
  'rules.format.bodyFontSize': '9',
  'rules.format.leading': '12',
  'rules.format.titleFontSize': '17',
  'rules.format.titleRules': '',
  'rules.format.tolerance.block': '12',
};

const asTheJournal: Layout = {
  pageSize: [504, 720],
  left: 72,
  top: 72,
  bottom: 72,
  size: 9,
  leading: 12,
};
const set = (layout: Layout) =>
  paper([{ heading: '1 Introduction' }, { text: 60 }, { heading: 'References' }, { entries: 6 }], {
    ...asTheJournal,
    ...layout,
  });

test('a format with impossible numbers is refused, with words beside each', async () => {
  const refused = saveLimits({
    ...journal,
    'rules.format.label': ' ',
    'rules.format.pageSize.width': '4',
    'rules.format.leading': 'twelve',
    'rules.format.bodyFontSize': '90',
    'rules.format.tolerance.fontSize': '0',
  });
  expect(await told(refused)).toMatchObject({
    kind: 'invalid',
    fields: {
      'rules.format.label': 'Please fill this in.',
      'rules.format.leading': 'Write a number.',
      'rules.format.bodyFontSize': 'Between 4 and 72 pt.',
      'rules.format.tolerance.fontSize': 'Between 0.1 and 10 pt.',
    },
  });
  const narrow = saveLimits({ ...journal, 'rules.format.pageSize.width': '4' });
  expect(await told(narrow)).toMatchObject({
    fields: { 'rules.format.textBlock.width': 'The text does not fit the page, which is narrower.' },
  });
});

test('saving the limits changes nothing that was not typed', async () => {
  const before = (await current()).settings;
  await saveLimits({});
  expect((await current()).settings).toEqual(before);
  expect(toForm('limits', before)).toMatchObject({ rules: { template: 'neurips', format: { label: '' } } });
});

test('a call’s own format reaches its page, the terminal and the hand-in, and each departure is measured', async () => {
  await saveLimits(journal);
  const call = (await current()).settings;
  await saveLimits({});
  expect((await current()).settings).toEqual(call);
  expect(limitsOf(call)).toContain(
    'It follows the format: Tide Journal (invented), pages of 7 x 10 in with 5 x 8 in of text, in one column of 9 pt type with lines 12 pt apart.',
  );

  const papers = { fits: set({}), larger: set({ size: 11, leading: 12 }), wider: set({ left: 46 }) };
  const exported = join(folder, 'call.json');
  await writeFile(exported, JSON.stringify({ call }));
  const wanted = {
    fits: [],
    larger: [
      'The text is set in 11 pt; the Tide Journal (invented) template has 9 pt. Size decides how much fits on a page, and how well it can be read.',
    ],
    wider: [
      'The text block is 5.67 x 7.99 in; the Tide Journal (invented) template has 5 x 8. Wider text gets more onto a page than other authors have.',
    ],
  };
  const seen = { terminal: {} as Record<string, string[]>, handIn: {} as Record<string, string[]> };
  for (const [name, bytes] of Object.entries(papers)) {
    await writeFile(join(folder, `${name}.pdf`), bytes);
    seen.terminal[name] = await saidInTerminal(exported, join(folder, `${name}.pdf`));
    seen.handIn[name] = await saidOfHandIn(`${name}.pdf`, bytes);
  }
  expect(seen).toEqual({ terminal: wanted, handIn: wanted });
});

const formatCodes = /^paper\.(not-neurips|page-size|margins|font-size|line-spacing|not-camera-ready)$/;
const saw = (findings: Report['findings']) =>
  findings.filter(({ code }) => formatCodes.test(code)).map(({ message }) => message);

async function saidInTerminal(call: string, file: string): Promise<string[]> {
  const lines: string[] = [];
  await runCheckCommand(['--call', call, '--json', file], {
    write: (line) => lines.push(line),
    error: (line) => lines.push(line),
  });
  const report = JSON.parse(lines[0]!) as Report;
  expect(report.verdict).not.toEqual('reject');
  return saw(report.findings);
}

async function saidOfHandIn(name: string, bytes: Uint8Array): Promise<string[]> {
  const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
  const blob = await resources().files.keep(Readable.from([bytes]));
  const begunAt = world.as('ada').now;
  await addFile(world.as('ada'), { id, fileId: randomId(), name, archive: false, begunAt, ...blob });
  const { findings } = await showFiles(world.as('ada'), { id });
  return saw(findings as Report['findings']);
}
