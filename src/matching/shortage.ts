/** Why no assignment exists, with the number that is missing and who it concerns. */
import type { Flow } from './flow.ts';
import type { Instance } from './instance.ts';
import type { Problem } from './problem.ts';
import { someOf } from './refusal.ts';
import type { DeadEnd } from './shortest-paths.ts';

type Named = Pick<Instance, 'papers' | 'reviewers'>;

/** What plain counting finds, as a sentence, or null. */
export function plainShortage(named: Named, problem: Problem): string | null {
  const { demand, capacity, start, reviewer, least, most } = problem;
  const short = named.papers.filter((_, row) => (start[row + 1]! - start[row]!) * capacity < demand[row]!);
  if (short.length > 0) {
    const row = named.papers.indexOf(short[0]!);
    const [has, needs] = [start[row + 1]! - start[row]!, Math.ceil(demand[row]! / capacity)];
    return short.length === 1
      ? `Submission ${short[0]} has ${has} allowed reviewers and needs ${needs}: ${needs - has} short.`
      : `${short.length} submissions have too few allowed reviewers: ${someOf(short)}. The first has ${has} and needs ${needs}: ${needs - has} short.`;
  }
  const [wanted, room, owed] = [sum(demand), sum(most), sum(least)];
  if (wanted > room)
    return `${wanted} reviews are needed and the reviewers take at most ${room}: ${wanted - room} short.`;
  if (owed > wanted)
    return `The reviewers must be given at least ${owed} reviews and only ${wanted} are needed: ${owed - wanted} short.`;
  const listed = new Int32Array(problem.reviewers);
  for (const one of reviewer) listed[one] = listed[one]! + capacity;
  const idle = named.reviewers.filter((_, one) => listed[one]! < least[one]!);
  if (idle.length === 0) return null;
  const one = named.reviewers.indexOf(idle[0]!);
  return `${idle.length === 1 ? 'A reviewer is' : `${idle.length} reviewers are`} allowed too few submissions to reach the least load: ${someOf(idle)}. The first may be given ${listed[one]} and must have ${least[one]}: ${least[one]! - listed[one]!} short.`;
}

/** What the dead end of a search proves: a set of submissions, or of reviewers, with too little around it. */
export function provenShortage(named: Named, flow: Flow, { reached }: DeadEnd): string {
  const { reviewers: pool, most, least, demand, start } = flow.problem;
  const inside = named.reviewers.map((_, one) => one).filter((one) => reached[one] === 1);
  const papers = named.papers.map((_, row) => row).filter((row) => reached[pool + 1 + row] === 1);
  if (reached[pool] === 1) {
    const outside = named.reviewers.map((_, one) => one).filter((one) => reached[one] === 0);
    const [owed, given] = [total(outside, least), total(outside, flow.load)];
    return `${outside.length} reviewers must be given at least ${owed} reviews and can be given ${given}: ${owed - given} short. Reviewers: ${someOf(outside.map((one) => named.reviewers[one]!))}.`;
  }
  const needed = papers.reduce((all, row) => all + demand[row]!, 0);
  const short = total(inside, flow.load) - total(inside, most);
  const allowed = new Set(
    papers.flatMap((row) => Array.from(flow.problem.reviewer.subarray(start[row]!, start[row + 1]!))),
  );
  return `${papers.length} submissions need ${needed} reviews and their ${allowed.size} allowed reviewers can take ${needed - short}: ${short} short. Submissions: ${someOf(papers.map((row) => named.papers[row]!))}.`;
}

const sum = (numbers: Int32Array) => numbers.reduce((all, one) => all + one, 0);
const total = (which: number[], of: Int32Array) => which.reduce((all, one) => all + of[one]!, 0);
