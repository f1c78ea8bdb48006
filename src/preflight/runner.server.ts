/**
 * Owns the check on the server: the same check, in a child process that can be lost without loss. What kills the
 * child becomes "we could not read this file, an organizer will look", with the hash for the log.
 */
import { basename } from 'node:path';
import type { About } from './check.ts';
import { startChild, useOf, caps, type CappedChild } from './caps.server.ts';
import type { Accident, Answer, Job } from './child.server.ts';
import { digestOf, digestOfText } from './digest.ts';
import { finding } from './findings.ts';
import { verdictOf, type Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import { fromPath, nodeEngine } from './sources.server.ts';

/** A stored file and the name its person gave it; the path is never shown. */
export type StoredFile = { name: string; path: string };
/** `patience` is how long to wait for a free child: checks of others must not hold up a deadline. */
export type RunOptions = { about?: About; accident?: (what: Accident) => void; patience?: number };

type Worker = {
  child: CappedChild;
  jobs: number;
  pending: string;
  answer: ((line: string | null) => void) | null;
};

const childrenAtOnce = 2;
const jobsEach = 200;
const idleMilliseconds = 30_000;
const patienceMilliseconds = 60_000;

/** Server wrapper and page bundle load this module twice; they share their resting children, so that one stop ends all. */
const resting = ((globalThis as Record<symbol, unknown>)[Symbol.for('salon.preflight.resting')] ??=
  []) as Worker[];
const waiting: (() => void)[] = [];
let running = 0;
let lastJob = 0;

/** The report of one hand-in of stored files; never throws over their content. */
export async function checkFiles(
  files: StoredFile[],
  rules: CheckRules,
  options: RunOptions = {},
): Promise<Report> {
  if (!(await placeWithin(options.patience ?? patienceMilliseconds)))
    return await unreadable(files, 'no child was free in time', options);
  try {
    const id = (lastJob += 1);
    const { answer, reason } = await ask({ id, files, rules, about: options.about });
    if (!answer) return await unreadable(files, reason, options);
    for (const accident of answer.accidents) options.accident?.(accident);
    return answer.report;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** A place goes from hand to hand, so that nobody comes between. */
function placeWithin(milliseconds: number): boolean | Promise<boolean> {
  if (running < childrenAtOnce) {
    running += 1;
    return true;
  }
  if (milliseconds <= 0) return false;
  return new Promise<boolean>((resolve) => {
    const given = () => {
      clearTimeout(patience);
      resolve(true);
    };
    const patience = setTimeout(() => {
      waiting.splice(waiting.indexOf(given), 1);
      resolve(false);
    }, milliseconds);
    waiting.push(given);
  });
}

/** Starts a child ahead of the first hand-in. */
export function warmUp(): void {
  if (resting.length === 0) rest(started());
}

/** Ends all resting children, for a clean stop. */
export function stopRunner(): void {
  for (const worker of resting.splice(0)) worker.child.kill('SIGKILL');
}

async function ask(job: Job): Promise<{ answer: Answer | null; reason: string }> {
  const worker = resting.pop() ?? started();
  awake(worker);
  let reason = 'the check ended early';
  const before = (await useOf(worker.child.pid ?? 0))?.cpuSeconds ?? 0;
  const line = await new Promise<string | null>((resolve) => {
    const began = performance.now();
    const stop = (why: string) => {
      reason = why;
      worker.child.kill('SIGKILL');
    };
    const watch = setInterval(async () => {
      const use = await useOf(worker.child.pid ?? 0);
      if (use && use.rssBytes > caps.rssBytes) stop('it needed more than 512 MiB');
      if (use && use.cpuSeconds - before > caps.cpuSeconds) stop('it needed more than 20 s');
      if (performance.now() - began > caps.wallSeconds * 1000) stop('it took more than a minute');
    }, 50);
    worker.answer = (answer) => {
      clearInterval(watch);
      worker.answer = null;
      resolve(answer);
    };
    worker.child.stdin.write(`${JSON.stringify(job)}\n`);
  });
  if (line === null) return { answer: null, reason };
  worker.jobs += 1;
  const after = await useOf(worker.child.pid ?? 0);
  if (worker.jobs >= jobsEach || (after && after.rssBytes > caps.rssBytes * 0.6))
    worker.child.kill('SIGKILL');
  else rest(worker);
  return { answer: JSON.parse(line) as Answer, reason };
}

function started(): Worker {
  const worker: Worker = { child: startChild(), jobs: 0, pending: '', answer: null };
  const lost = () => {
    const index = resting.indexOf(worker);
    if (index >= 0) resting.splice(index, 1);
    worker.answer?.(null);
  };
  worker.child.on('error', lost).on('close', lost);
  worker.child.stdin.on('error', lost);
  worker.child.stdout.setEncoding('utf8').on('data', (text: string) => {
    worker.pending += text;
    const end = worker.pending.indexOf('\n');
    if (end < 0) return;
    const line = worker.pending.slice(0, end);
    worker.pending = worker.pending.slice(end + 1);
    worker.answer?.(line);
  });
  return worker;
}

/** A resting child keeps nobody waiting: not the program that wants to end, and not the memory for long. */
function rest(worker: Worker): void {
  resting.push(worker);
  for (const handle of handlesOf(worker)) handle.unref?.();
  setTimeout(() => {
    const index = resting.indexOf(worker);
    if (index < 0) return;
    resting.splice(index, 1);
    worker.child.kill('SIGKILL');
  }, idleMilliseconds).unref();
}

function awake(worker: Worker): void {
  for (const handle of handlesOf(worker)) handle.ref?.();
}

function handlesOf({ child }: Worker): { ref?(): void; unref?(): void }[] {
  return [child, child.stdin, child.stdout] as unknown as { ref?(): void; unref?(): void }[];
}

async function unreadable(files: StoredFile[], reason: string, options: RunOptions): Promise<Report> {
  const hashed = await Promise.all(
    files.map(async ({ name, path }) => ({ name, sha256: await hashOfPath(path) })),
  );
  const report = notChecked(hashed);
  options.accident?.({ name: basename(report.file), sha256: report.sha256, cause: reason });
  return report;
}

/** The report where there could be no check: it names no file, and only what it could not do. */
export function notChecked(files: { name: string; sha256: string }[]): Report {
  const single = files.length === 1;
  const sha256 = single
    ? files[0]!.sha256
    : digestOfText(files.map((one) => `${one.sha256}  ${one.name}\n`).join(''));
  const file = single ? files[0]!.name : `${files.length} files`;
  const findings = [finding('file.unreadable', { name: file })];
  return { file, sha256, verdict: verdictOf(findings), findings, facts: {}, files: [], ms: 0 };
}

async function hashOfPath(path: string): Promise<string> {
  const source = await fromPath(path);
  try {
    return await digestOf(source, nodeEngine.sha256);
  } finally {
    await source.close();
  }
}
