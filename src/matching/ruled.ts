/**
 * Owns assignments under rules that are no flow. The best flow without them comes first; where it breaks none, it
 * is the answer. Else a solver for whole-number programmes decides, over the pairs that can matter: a pair that
 * costs more than the rules do cannot be in a better answer, which the prices of the flow prove.
 */
import type { Instance } from './instance.ts';
import { findBest, roomForBest } from './best-pairs.ts';
import { mostPairs } from './bound.ts';
import { fewestBroken, mixed } from './mixed.ts';
import { valueOf, type Problem, type Solution } from './problem.ts';
import { someOf, Unmatchable } from './refusal.ts';
import { lockedValue, widened, type Restricted } from './restrict.ts';
import { settled, type Rules } from './rules.ts';
import { attributeRows, brokenRows, excess, type Row } from './side-rules.ts';
import { solve } from './solve.ts';

type Ids = Pick<Instance, 'papers' | 'reviewers'>;

/** More pairs than this are given to the other solver only where fewer allow nothing. */
const mostColumns = 25_000;
const firstColumns = 6_000;

/** The highest total under the rules. Throws `Unmatchable`, saying what is short or which rules stand against it. */
export async function ruled(ids: Ids, problem: Problem, rules: Rules): Promise<Solution> {
  const inner = settled(ids, problem, rules);
  const free = solve(ids, inner.problem);
  const [base, top] = [lockedValue(problem, inner), free.bound];
  let units = widened(problem, inner, free.units);
  const rows = attributeRows(ids, problem, rules);
  const broken = () =>
    [...rows, ...brokenRows(ids, problem, rules, units)].some((row) => excess(row, units) > 0);
  const flow = { ...free, value: valueOf(problem, units), bound: top + base };
  if (!broken()) return { ...flow, units };
  rows.push(...brokenRows(ids, problem, rules, units));
  const loss = losses(inner.problem, free.price);
  const sorted = loss.slice().sort();
  let limit = sorted[Math.min(sorted.length, firstColumns) - 1]!;
  for (;;) {
    const columns = columnsWithin(loss, limit);
    const found = await mixed(problem, inner, columns, rows);
    if (!found) {
      if (columns.length === loss.length)
        throw new Unmatchable(await whatBreaks(problem, inner, columns, rows));
      limit = sorted[Math.min(sorted.length, 4 * columns.length) - 1]!;
      continue;
    }
    units = found.units;
    const more = brokenRows(ids, problem, rules, units);
    rows.push(...more);
    if (more.length > 0) continue;
    const value = valueOf(problem, units);
    // Whoever uses a pair that was left out loses more than the limit on the way.
    const outside = columns.length === loss.length ? -Infinity : Math.ceil(top + base - limit) - 1;
    const bound = Math.min(top + base, Math.max(found.bound, value, outside));
    const next = Math.min(top + base - value, sorted[Math.min(sorted.length, mostColumns) - 1]!);
    if (bound === value || next <= limit) return { ...flow, units, value, bound, optimal: bound === value };
    limit = next;
  }
}

/** What using each pair takes from the best total at these prices, at least; zero for those that it uses. */
function losses(problem: Problem, price: Float64Array): Float64Array {
  const { papers, start, reviewer, score, demand } = problem;
  const loss = new Float64Array(reviewer.length);
  const best = roomForBest(mostPairs(problem));
  const floor = price.reduce((low, one) => Math.min(low, one), 0);
  for (let row = 0; row < papers; row++) {
    const wanted = demand[row]!;
    if (wanted === 0) {
      loss.fill(Infinity, start[row]!, start[row + 1]!);
      continue;
    }
    findBest(problem, price, row, { wanted, floor, into: best });
    const last = best.worth[wanted - 1]!;
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      loss[edge] = Math.max(0, last - (score[edge]! - price[reviewer[edge]!]!));
  }
  return loss;
}

function columnsWithin(loss: Float64Array, limit: number): number[] {
  const columns: number[] = [];
  for (let edge = 0; edge < loss.length; edge++) if (loss[edge]! <= limit) columns.push(edge);
  return columns;
}

async function whatBreaks(
  problem: Problem,
  inner: Restricted,
  columns: number[],
  rows: Row[],
): Promise<string> {
  const found = await fewestBroken(problem, inner, columns, rows);
  if (!found) return 'The rules cannot be kept together.';
  const broken = rows.filter((row) => excess(row, found) > 0);
  const short = broken.reduce((sum, row) => sum + excess(row, found), 0);
  return `The rules cannot all be kept: ${short} short at best, for instance that ${someOf(broken.map(({ words }) => words))}.`;
}
