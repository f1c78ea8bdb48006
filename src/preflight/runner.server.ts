/**
 * Owns the check on the server: the same check, in a child process that can be lost without loss. What kills the
 * child becomes "we could not read this file, an organizer will look", with the hash for the log.
 */
import { basename } from 'node:path';
import type { About } from './check.ts';
import { caps, type Caps } from './caps.server.ts';
import { askChild } from './checking-child.server.ts';
import type { Accident } from './child.server.ts';
import { digestOf, digestOfText } from './digest.ts';
import { finding } from './findings.ts';
import { verdictOf, type Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import { fromPath, nodeEngine } from './sources.server.ts';

export { stopRunner, warmUp } from './checking-child.server.ts';

/** A stored file and the name its person gave it; the path is never shown. */
export type StoredFile = { name: string; path: string };
/** `patience` is how long to wait for a free child: checks of others must not hold up a deadline. */
export type RunOptions = {
  about?: About;
  accident?: (what: Accident) => void;
  patience?: number;
  within?: Caps;
};

const childrenAtOnce = 2;
const patienceMilliseconds = 60_000;

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
    return await reported(files, rules, options);
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

/** A file on which a child is lost is left out, and the rest of the hand-in is looked at by another child. */
async function reported(files: StoredFile[], rules: CheckRules, options: RunOptions): Promise<Report> {
  const { about, within = caps } = options;
  const lost: Accident[] = [];
  let left = within.cpuSeconds;
  for (;;) {
    const id = (lastJob += 1);
    const job = { id, files, rules, about, lost: lost.map(({ sha256 }) => sha256) };
    const { answer, reason, reading, cpuSeconds } = await askChild(job, { ...within, cpuSeconds: left });
    left -= cpuSeconds;
    if (answer) {
      for (const accident of [...lost, ...answer.accidents]) options.accident?.(accident);
      return answer.report;
    }
    const again = reading && left > 0 && !lost.some(({ sha256 }) => sha256 === reading.sha256);
    if (!again) return await unreadable(files, reason, options);
    lost.push({ ...reading, cause: reason });
  }
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
