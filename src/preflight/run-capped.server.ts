/** One question to a child process inside the caps, for readers of strangers' files that bring native code. */
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { caps, startChild, useOf, type CappedChild } from './caps.server.ts';

const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

/**
 * What a program of ours, which may load native code unless told otherwise, answers to `input`, as bytes. Throws when
 * it fails, or needs more than the caps allow: then it is killed. Who is waited for by nobody may have more time.
 */
export async function runCapped(
  program: string,
  input: string,
  { native = true, wallSeconds = caps.wallSeconds } = {},
): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((free) => waiting.push(free));
  running += 1;
  try {
    return await answerOf(startChild(program, native), input, wallSeconds);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function answerOf(child: CappedChild, input: string, wallSeconds: number): Promise<Buffer> {
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  const watch = watched(child, performance.now(), wallSeconds);
  child.stdin.on('error', () => {}).end(input);
  try {
    const [answer, [code, signal]] = await Promise.all([buffer(child.stdout), ended]);
    if (code !== 0) throw new Error(`The child that read a stranger's file ended with ${code ?? signal}.`);
    return answer;
  } finally {
    clearInterval(watch);
  }
}

function watched(child: CappedChild, began: number, wallSeconds: number): NodeJS.Timeout {
  return setInterval(async () => {
    const use = await useOf(child.pid ?? 0);
    const tooMuch = use && (use.rssBytes > caps.rssBytes || use.cpuSeconds > caps.cpuSeconds);
    if (tooMuch || performance.now() - began > wallSeconds * 1000) child.kill('SIGKILL');
  }, 50);
}
