/**
 * Owns the run of a program that is not ours over a stranger's file: a decoder of films, a renderer of pages. It has no
 * network, its use of memory and time is watched, and what it prints is handed on piece by piece.
 */
import { startForeign, useOf } from '../caps.server.ts';

export interface ForeignCaps {
  cpuSeconds: number;
  rssBytes: number;
  wallSeconds: number;
}

export interface Ended {
  /** What it complained of last. */
  said: string;
  problem: 'absent' | 'too much' | 'failed' | null;
}

/** Never throws over the program: see `problem`. The caps are looked at ten times a second; `take` gets output. */
export async function runForeign(
  program: string,
  args: string[],
  caps: ForeignCaps,
  take: (piece: Uint8Array) => void,
): Promise<Ended> {
  const child = await startForeign(program, args);
  if (!child) return { said: '', problem: 'absent' };
  const began = performance.now();
  let over = false;
  const watch = setInterval(async () => {
    const use = await useOf(child.pid ?? 0);
    over ||= performance.now() - began > caps.wallSeconds * 1000;
    over ||= use !== null && (use.rssBytes > caps.rssBytes || use.cpuSeconds > caps.cpuSeconds);
    if (over) child.kill('SIGKILL');
  }, 100);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-8_000)));
  child.stdout.on('data', take);
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.on('error', () => resolve(null)).on('close', resolve);
    });
    return { said, problem: over ? 'too much' : code === 0 ? null : 'failed' };
  } finally {
    clearInterval(watch);
  }
}

/** All that it printed, or null where it failed or printed too much. */
export async function printedBy(
  program: string,
  args: string[],
  caps: ForeignCaps & { printedBytes: number },
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const { problem } = await runForeign(program, args, caps, (piece) => {
    size += piece.length;
    if (size <= caps.printedBytes) pieces.push(piece);
  });
  return problem === null && size > 0 && size <= caps.printedBytes ? Buffer.concat(pieces) : null;
}
