import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { capped } from '#app/matching/capped.ts';
import { fair } from '#app/matching/fair.ts';
import { instanceOf, problemOf, type Instance, type Terms } from '#app/matching/instance.ts';
import { PairsReader } from '#app/matching/pairs-reader.ts';
import { ruled } from '#app/matching/ruled.ts';
import { rulesFrom } from '#app/matching/rules.ts';
import { solve } from '#app/matching/solve.ts';
import { told, type Told } from '#app/matching/told.ts';
import { invalid } from '#app/platform/refusal.ts';
import { pathFrom, usageError } from './arguments.ts';
import type { Command, CommandIo } from './command.ts';

export const match: Command = {
  name: 'match',
  summary: 'Finds the best reviewers for all submissions, with proof.',
  usage: `salon match --pairs FILE.csv[.gz] --k K --load-max L [--load-min M] [--fair] [--cap Q --seed S] [--rules FILE.json] [--json]

FILE lists the allowed pairs with a whole score each, under the header paper,reviewer,score. Every paper gets
exactly K different reviewers, every reviewer between M (0 if left out) and L papers, and the total of the scores
is as high as can be. Opens no database and asks no other machine.

  --fair  first the submission that is worst off gets as much as can be, then the total is as high as can be
  --cap   no pair comes about with a probability above Q, against people who conspire; drawn with the seed S
  --rules what each submission needs of its reviewers, who does not work together, which pairs are out or in
  --json  one line with value, bound, optimal, minSubmission, seconds, pairs; else the pairs as CSV

The bound is proven: no assignment has a higher total. "optimal" is said only when the value reaches it. What is
not possible is refused with what is short, and exit status 5. docs/matching.md says how it works.`,
  async run(args, io) {
    const { values } = parseArgs({ args, options });
    if (!values.pairs) throw usageError('Name the file of pairs: --pairs FILE.csv.');
    const terms = termsFrom(values);
    const cap = capFrom(values);
    if (values.rules && (values.fair || cap)) throw usageError('--rules goes without --fair and --cap.');
    const pairs = await readPairs(pathFrom(io, values.pairs));
    const instance = inWords(() => instanceOf(pairs));
    const problem = problemOf(instance, terms);
    const rules = values.rules ? await readRules(pathFrom(io, values.rules), instance) : null;
    const begun = performance.now();
    const solution = await inWords(async () => {
      if (values.fair) return fair(instance, problem);
      if (cap) return capped(instance, problem, cap);
      return rules ? await ruled(instance, problem, rules) : solve(instance, problem);
    }).catch(refused);
    const answer = told(instance, problem, solution, (performance.now() - begun) / 1000);
    if (values.json) io.print(JSON.stringify(answer));
    else printed(io, answer);
    return 0;
  },
};

const options = {
  pairs: { type: 'string' },
  k: { type: 'string' },
  'load-max': { type: 'string' },
  'load-min': { type: 'string' },
  fair: { type: 'boolean' },
  cap: { type: 'string' },
  seed: { type: 'string' },
  rules: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function termsFrom(values: { k?: string; 'load-max'?: string; 'load-min'?: string }): Terms {
  const terms = {
    perPaper: whole('--k', values.k, 1),
    loadMost: whole('--load-max', values['load-max'], 1),
    loadLeast: whole('--load-min', values['load-min'] ?? '0', 0),
  };
  if (terms.loadLeast > terms.loadMost) throw usageError('--load-min is above --load-max.');
  return terms;
}

function capFrom(values: { cap?: string; seed?: string; fair?: boolean }) {
  if (values.cap === undefined && values.seed === undefined) return null;
  const cap = Number(values.cap);
  if (!values.cap || !(cap >= 0.000_001 && cap <= 1)) throw usageError('--cap needs a probability up to 1.');
  if (values.seed === undefined) throw usageError('--cap needs a --seed, so that the draw can be repeated.');
  if (values.fair) throw usageError('--fair and --cap exclude each other.');
  return { cap, seed: values.seed };
}

function whole(flag: string, given: string | undefined, least: number): number {
  const number = Number(given);
  if (!given || !/^\d{1,6}$/.test(given) || number < least)
    throw usageError(`${flag} needs a whole number from ${least} up.`);
  return number;
}

async function readPairs(path: string) {
  const reader = new PairsReader();
  const file = createReadStream(path, { highWaterMark: 2 ** 20 });
  const bytes = path.endsWith('.gz') ? unpacked(file) : file;
  try {
    for await (const piece of bytes as AsyncIterable<Uint8Array>) inWords(() => reader.write(piece));
  } catch (problem) {
    const { code } = problem as { code?: string };
    if (code === 'ENOENT' || code === 'EISDIR') throw invalid(`There is no file ${path}.`);
    if (code?.startsWith('Z_')) throw invalid(`${path} is not whole: it cannot be unpacked.`);
    throw problem;
  }
  return inWords(() => reader.end());
}

function unpacked(file: ReturnType<typeof createReadStream>) {
  const gunzip = createGunzip({ chunkSize: 2 ** 20 });
  file.on('error', (problem) => gunzip.destroy(problem));
  return file.pipe(gunzip);
}

async function readRules(path: string, instance: Instance) {
  const text = await readFile(path, 'utf8').catch(() => {
    throw invalid(`There is no file ${path}.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid(`${path} is no JSON.`);
  }
  return inWords(() => rulesFrom(json, instance));
}

function inWords<R>(work: () => R): R {
  try {
    return work();
  } catch (problem) {
    return refused(problem);
  }
}

/** What the solver refuses, as Salon refuses. */
function refused(problem: unknown): never {
  if (problem instanceof Error && problem.name === 'Unmatchable') throw invalid(problem.message);
  throw problem;
}

function printed(io: CommandIo, { value, bound, optimal, minSubmission, seconds, pairs }: Told): void {
  io.print('paper,reviewer');
  for (const [paper, reviewer] of pairs) io.print(`${field(paper)},${field(reviewer)}`);
  io.say(
    `${pairs.length} pairs with a total of ${value}, ${optimal ? 'which is proven the most there is' : `at most ${bound - value} from the most there is`}. The submission that is worst off has ${minSubmission}. ${seconds.toFixed(2)} seconds.`,
  );
}

const field = (id: string | number) =>
  /[",\n\r]/.test(String(id)) ? `"${String(id).replaceAll('"', '""')}"` : id;
