/** The one place that asks HiGHS, a solver for whole-number programmes; it is loaded only when a rule needs it. */
import type { Highs } from 'highs';
import { isFeasible } from './feasible.ts';
import type { Problem } from './problem.ts';
import { Unmatchable } from './refusal.ts';
import { widened, type Restricted } from './restrict.ts';
import type { Row } from './side-rules.ts';

/** Nodes of its search, which is counted and not timed. */
const mostNodes = 5_000;

let loaded: Promise<Highs> | undefined;

export interface Mixed {
  units: Int32Array;
  /** Of assignments that use the given pairs only. */
  bound: number;
}

/** The best assignment that keeps the rows, of the pairs `columns` of `inner`; null where there is none. */
export async function mixed(
  whole: Problem,
  inner: Restricted,
  columns: number[],
  rows: Row[],
): Promise<Mixed | null> {
  const { score } = inner.problem;
  const goal = columns.map((edge) => `${signed(score[edge]!)} x${edge}`).join('\n');
  const found = await ask(
    `Maximize\n obj: ${goal || '0 none'}\n${body(inner, columns, rows, false)}`,
    inner,
    columns,
  );
  if (!found) return null;
  const { units, best } = found;
  const locked = inner.locked.reduce((sum, edge) => sum + whole.score[edge]!, 0);
  return { units: widened(whole, inner, units), bound: Math.floor(best + 0.5) + locked };
}

/** An assignment that breaks the rows as little as possible; null where not even that exists. */
export async function fewestBroken(
  whole: Problem,
  inner: Restricted,
  columns: number[],
  rows: Row[],
): Promise<Int32Array | null> {
  const goal = rows.map((_, at) => `+ y${at}`).join('\n');
  const found = await ask(`Minimize\n obj: ${goal}\n${body(inner, columns, rows, true)}`, inner, columns);
  return found && widened(whole, inner, found.units);
}

async function ask(text: string, inner: Restricted, columns: number[]) {
  loaded ??= import('highs').then(({ default: load }) => load());
  const highs = await loaded;
  const result = highs.solve(text, {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
    mip_max_nodes: mostNodes,
    random_seed: 1,
  });
  if (result.Status === 'Infeasible') return null;
  const units = new Int32Array(inner.edges.length);
  const primal = result.Columns as Record<string, { Primal?: number }>;
  for (const edge of columns) units[edge] = Math.round(primal[`x${edge}`]?.Primal ?? 0);
  // Where its nodes are spent it hands over what it has, which counts only if it is whole.
  const whole = result.Status === 'Optimal';
  if (!whole && !isFeasible(inner.problem, units))
    throw new Unmatchable(
      'The rules are too entangled: no assignment that keeps them was found in the steps allowed.',
    );
  return { units, best: whole ? result.ObjectiveValue : Infinity };
}

/** Constraints in the LP format of CPLEX: everybody's number, everybody's load, the rows. */
function body(inner: Restricted, columns: number[], rows: Row[], elastic: boolean): string {
  const { papers, reviewers, reviewer, start, demand, least, most } = inner.problem;
  const ofPaper: string[][] = Array.from({ length: papers }, () => []);
  const ofReviewer: string[][] = Array.from({ length: reviewers }, () => []);
  const nameOf = new Map<number, string>();
  let row = 0;
  for (const edge of columns) {
    while (edge >= start[row + 1]!) row += 1;
    ofPaper[row]!.push(`x${edge}`);
    ofReviewer[reviewer[edge]!]!.push(`x${edge}`);
    nameOf.set(inner.edges[edge]!, `x${edge}`);
  }
  const sum = (names: string[]) => (names.length > 0 ? names.join('\n + ') : '0 none');
  const lines = ofPaper.map((names, at) => ` p${at}: ${sum(names)} = ${demand[at]}`);
  for (const [at, names] of ofReviewer.entries()) {
    if (names.length > most[at]!) lines.push(` m${at}: ${sum(names)} <= ${most[at]}`);
    if (least[at]! > 0) lines.push(` l${at}: ${sum(names)} >= ${least[at]}`);
  }
  const isLocked = new Set(inner.locked);
  for (const [at, { edges, most: limit }] of rows.entries()) {
    const names = edges.flatMap((edge) => nameOf.get(edge) ?? []);
    const left = limit - edges.filter((edge) => isLocked.has(edge)).length;
    if (names.length > left || left < 0)
      lines.push(` r${at}: ${sum(names)}${elastic ? ` - y${at}` : ''} <= ${left}`);
  }
  const binary = columns.map((edge) => `x${edge}`).join('\n');
  return `Subject To\n${lines.join('\n')}\nBounds\n 0 <= none <= 0\nBinary\n${binary}\nEnd\n`;
}

const signed = (number: number) => (number < 0 ? `- ${-number}` : `+ ${number}`);
