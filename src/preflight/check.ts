/**
 * Owns the one check of a hand-in, the same in the browser, on the server and in a terminal. It reads through
 * byte sources, writes nothing and fetches nothing. Source: preflight.md.
 */
import { digestOf, digestOfText } from './digest.ts';
import type { Engine } from './engine.ts';
import { finding } from './findings.ts';
import { checkPaper } from './paper.ts';
import { verdictOf, type Finding, type Report } from './report.ts';
import type { WorkRole } from './roles.ts';
import type { CheckRules } from './rules.ts';
import type { NamedSource } from './sources.ts';
import { checkWork, type Checked } from './work.ts';

/**
 * What the form already knows. `roles` are those a person chose, by name; `whole` says that nothing more will
 * come, so that a file alone is not excused from what else the call requires.
 */
export type About = {
  title?: string;
  descriptionTyped?: boolean;
  roles?: Record<string, WorkRole | 'paper'>;
  whole?: boolean;
};

/** The world around a check; all of it may be left out. */
export type CheckIo = {
  about?: About;
  signal?: AbortSignal;
  /** Bytes done and to do; a zip counts what comes out of it as well. */
  progress?: (done: number, total: number) => void;
  /** Faster primitives, where there are any. */
  engine?: Engine;
  /** Told of a parser's accident, with the hash of the file, for the log. */
  accident?: (what: { name: string; sha256: string; cause: unknown }) => void;
  /** Told which file is opened now, and null when it is closed: for whoever may have to end the check. */
  reading?: (what: { name: string; sha256: string } | null) => void;
  /** Hashes of files on which a check was ended before; they are not opened again. */
  lost?: readonly string[];
  seen?: (bytes: number) => void;
};

/**
 * The report of one hand-in: one file, an archive, or files together. Never throws over a file; throws the
 * signal's reason when cancelled.
 */
export async function check(
  handIn: readonly NamedSource[],
  rules: CheckRules,
  io: CheckIo = {},
): Promise<Report> {
  const started = performance.now();
  const total = handIn.reduce((sum, file) => sum + file.blob.size, 0);
  let done = 0;
  const seen = (bytes: number) => {
    io.signal?.throwIfAborted();
    done += bytes;
    io.progress?.(Math.min(done, total), total);
  };
  const inner = { ...io, seen };
  const file = titleOfHandIn(handIn);
  let checked: Checked;
  try {
    checked =
      rules.kind === 'paper' ? await checkPaper(handIn, rules, inner) : await checkWork(handIn, rules, inner);
  } catch (cause) {
    io.signal?.throwIfAborted();
    const sha256 = await hashOf(handIn, { files: [], archive: false }, io).catch(() => '');
    io.accident?.({ name: file, sha256, cause });
    checked = {
      findings: [finding('file.unreadable', { name: file })],
      facts: {},
      files: [],
      archive: false,
    };
  }
  const findings = worstFirst(fewOfEach(checked.findings));
  const sha256 = await hashOf(handIn, checked, io);
  io.progress?.(total, total);
  const ms = Math.round(performance.now() - started);
  return {
    file,
    sha256,
    verdict: verdictOf(findings),
    findings,
    facts: checked.facts,
    files: checked.files,
    ms,
  };
}

/** More than this of one kind tell nobody anything new. */
const atMostOfEach = 4;

function fewOfEach(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.filter((one) => {
    const key = `${one.code} ${one.severity}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key)! <= atMostOfEach;
  });
}

function worstFirst(findings: readonly Finding[]): Finding[] {
  const order = ['reject', 'warning', 'note'];
  return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function titleOfHandIn(handIn: readonly NamedSource[]): string {
  if (handIn.length === 1) return handIn[0]!.name;
  const folder = handIn[0]?.name.split('/')[0] ?? '';
  return handIn.length > 1 && handIn.every((file) => file.name.startsWith(`${folder}/`))
    ? folder
    : `${handIn.length} files`;
}

type Hashed = Pick<Checked, 'files' | 'archive'>;

async function hashOf(
  handIn: readonly NamedSource[],
  { files, archive }: Hashed,
  io: CheckIo,
): Promise<string> {
  // A plain file was hashed already; the names in an archive say nothing about the archive.
  const plain = handIn.length === 1 && files.length === 1 && !archive;
  const known = new Map(plain ? [[handIn[0]!.name, files[0]!.sha256]] : []);
  const hashes: string[] = [];
  for (const { name, blob } of handIn) {
    hashes.push(known.get(name) ?? (await digestOf(blob, io.engine?.sha256)));
  }
  if (hashes.length === 1) return hashes[0]!;
  return digestOfText(handIn.map(({ name }, i) => `${hashes[i]}  ${name}\n`).join(''));
}
