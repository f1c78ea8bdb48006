/**
 * Owns the children that check hand-ins: started, asked one at a time, watched while they answer, kept warm for the
 * next, and ended where they need too much.
 */
import { fence, startChild, useOf, type CappedChild, type Caps } from './caps.server.ts';
import type { Answer, Job, Reading, Said } from './child.server.ts';

/** No answer has a reason fit for the log, and the file that was open, where one was. */
export type Asked = { answer: Answer | null; reason: string; reading: Reading; cpuSeconds: number };

type Worker = {
  child: CappedChild;
  jobs: number;
  pending: string;
  /** Fenced in; false when it was lost before. */
  ready: Promise<boolean>;
  hear: ((said: Said | null) => void) | null;
};

const jobsEach = 200;
const idleMilliseconds = 30_000;
const lookEveryMilliseconds = 50;

/** Server wrapper and page bundle load this module twice; they share their resting children, so that one stop ends all. */
const resting = ((globalThis as Record<symbol, unknown>)[Symbol.for('salon.preflight.resting')] ??=
  []) as Worker[];

/** Starts a child ahead of the first hand-in. */
export function warmUp(): void {
  if (resting.length === 0) rest(started());
}

/** Ends all resting children, for a clean stop. */
export function stopRunner(): void {
  for (const worker of resting.splice(0)) worker.child.kill('SIGKILL');
}

/** Never throws: without an answer there is a reason. Over a cap the child is killed; the next job gets another. */
export async function askChild(job: Job, caps: Caps): Promise<Asked> {
  const worker = resting.pop() ?? started();
  awake(worker);
  const asked: Asked = { answer: null, reason: 'the check ended early', reading: null, cpuSeconds: 0 };
  const answered = new Promise<Answer | null>((resolve) => {
    worker.hear = (said) => {
      if (said && 'reading' in said) asked.reading = said.reading;
      else resolve(said && 'answer' in said ? said.answer : null);
    };
  });
  if (!(await worker.ready)) return asked;
  const before = (await useOf(worker.child.pid ?? 0))?.cpuSeconds ?? 0;
  const watch = watched(worker, asked, caps, before);
  worker.child.stdin.write(`${JSON.stringify(job)}\n`);
  asked.answer = await answered;
  worker.hear = null;
  clearInterval(watch);
  if (asked.answer) await restOrEnd(worker, caps);
  return asked;
}

/** A file has its own share of the time, so that one that holds its reader does not take it from the others. */
function watched(worker: Worker, asked: Asked, caps: Caps, before: number): NodeJS.Timeout {
  const began = performance.now();
  let open = { reading: asked.reading, since: 0 };
  const stop = (why: string) => {
    asked.reason = why;
    worker.child.kill('SIGKILL');
  };
  return setInterval(async () => {
    const use = await useOf(worker.child.pid ?? 0);
    if (use) asked.cpuSeconds = use.cpuSeconds - before;
    if (open.reading !== asked.reading) open = { reading: asked.reading, since: asked.cpuSeconds };
    const onFile = open.reading ? asked.cpuSeconds - open.since : 0;
    if (use && use.rssBytes > caps.rssBytes) stop('it needed more memory than a check may take');
    else if (onFile > caps.fileCpuSeconds) stop(`it needed more than ${caps.fileCpuSeconds} s`);
    else if (asked.cpuSeconds > caps.cpuSeconds) stop(`it needed more than ${caps.cpuSeconds} s`);
    else if (performance.now() - began > caps.wallSeconds * 1000) stop('it took more than a minute');
  }, lookEveryMilliseconds);
}

/** A child that has grown or grown old makes room for a new one. */
async function restOrEnd(worker: Worker, caps: Caps): Promise<void> {
  worker.jobs += 1;
  const use = await useOf(worker.child.pid ?? 0);
  const grown = use && (use.rssBytes > caps.rssBytes * 0.6 || use.cpuSeconds > caps.lifeCpuSeconds / 2);
  if (worker.jobs >= jobsEach || grown) worker.child.kill('SIGKILL');
  else rest(worker);
}

function started(): Worker {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const worker: Worker = { child: startChild(), jobs: 0, pending: '', ready: promise, hear: null };
  const lost = () => {
    const index = resting.indexOf(worker);
    if (index >= 0) resting.splice(index, 1);
    resolve(false);
    worker.hear?.(null);
  };
  worker.child.on('error', lost).on('close', lost);
  worker.child.stdin.on('error', lost);
  worker.child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (worker.pending + text).split('\n');
    worker.pending = lines.pop()!;
    for (const said of lines.map((line) => JSON.parse(line) as Said)) {
      if ('ready' in said) fence(worker.child).then(() => resolve(true), lost);
      else worker.hear?.(said);
    }
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
