/**
 * Owns the rules file of `salon match`: what it may hold (docs/matching.md), which ids it means, and what it
 * settles at once: pairs that are out and pairs that are in. What several pairs decide together is in
 * `side-rules.ts`.
 */
import type { Instance } from './instance.ts';
import type { Problem } from './problem.ts';
import { Unmatchable } from './refusal.ts';
import { restrict, type Restricted } from './restrict.ts';

/** As read, with indexes instead of ids. */
export interface Rules {
  attributes: Attribute[];
  /** The papers of each author among the reviewers. */
  papersBy: Map<number, number[]>;
  /** Two reviewers who do not share a paper. */
  exclusions: [number, number][];
  forbidden: Set<number>;
  locked: number[];
}

export interface Attribute {
  name: string;
  has: Uint8Array;
  /** How many of each paper's reviewers must and may have it. */
  least: number;
  most: number;
}

type Ids = Pick<Instance, 'papers' | 'reviewers' | 'start' | 'reviewer'>;

const fields = ['attributes', 'authorships', 'exclusions', 'forbidden', 'locked'];

/** From parsed JSON; throws `Unmatchable` with the place and the reason where it is not as the schema says. */
export function rulesFrom(json: unknown, instance: Ids): Rules {
  const given = object(json, 'The rules');
  const strange = Object.keys(given).find((key) => !fields.includes(key));
  if (strange !== undefined)
    throw new Unmatchable(`The rules know no “${strange}”; they may hold ${fields.join(', ')}.`);
  const paperAt = new Map(instance.papers.map((id, at) => [id, at]));
  const reviewerAt = new Map(instance.reviewers.map((id, at) => [id, at]));
  const known = (ids: Map<string, number>, id: string, place: string) => {
    const at = ids.get(id);
    if (at === undefined) throw new Unmatchable(`${place} names ${id}, which stands in no pair.`);
    return at;
  };
  const edgeOf = ([paper, reviewer]: [string, string]) => {
    const [row, one] = [paperAt.get(paper), reviewerAt.get(reviewer)];
    if (row === undefined || one === undefined) return -1;
    for (let edge = instance.start[row]!; edge < instance.start[row + 1]!; edge++)
      if (instance.reviewer[edge] === one) return edge;
    return -1;
  };
  const attributes = Object.entries(object(given.attributes ?? {}, 'attributes')).map(([name, value]) => {
    const {
      reviewers,
      min = 0,
      max = instance.reviewers.length,
      ...rest
    } = object(value, `attributes.${name}`);
    const has = new Uint8Array(instance.reviewers.length);
    if (!Array.isArray(reviewers) || !isCount(min) || !isCount(max) || Object.keys(rest).length > 0)
      throw new Unmatchable(`attributes.${name} holds a list “reviewers” and whole numbers “min” or “max”.`);
    for (const id of reviewers)
      has[known(reviewerAt, textOf(id, `attributes.${name}`), `attributes.${name}`)] = 1;
    return { name, has, least: min, most: max };
  });
  const papersBy = new Map<number, number[]>();
  const forbidden = new Set(pairs(given.forbidden, 'forbidden').map(edgeOf));
  for (const pair of pairs(given.authorships, 'authorships')) {
    // Many authors review nothing; only those who do can review each other.
    const [row, one] = [paperAt.get(pair[0]), reviewerAt.get(pair[1])];
    if (row === undefined || one === undefined) continue;
    papersBy.set(one, [...(papersBy.get(one) ?? []), row]);
    forbidden.add(edgeOf(pair));
  }
  forbidden.delete(-1);
  const exclusions = pairs(given.exclusions, 'exclusions').map(([one, other]): [number, number] => [
    known(reviewerAt, one, 'exclusions'),
    known(reviewerAt, other, 'exclusions'),
  ]);
  const locked = pairs(given.locked, 'locked').map((pair) => {
    const edge = edgeOf(pair);
    if (edge < 0) throw new Unmatchable(`locked holds ${pair.join(' and ')}, which is no allowed pair.`);
    if (forbidden.has(edge)) throw new Unmatchable(`${pair.join(' and ')} are locked and forbidden at once.`);
    return edge;
  });
  return { attributes, papersBy, exclusions, forbidden, locked: [...new Set(locked)].sort((a, b) => a - b) };
}

/** The problem without what is forbidden and locked. Throws `Unmatchable` where locks exceed demand or load. */
export function settled(
  ids: Pick<Instance, 'papers' | 'reviewers'>,
  problem: Problem,
  rules: Rules,
): Restricted {
  const inner = restrict(problem, (edge) => rules.forbidden.has(edge), rules.locked);
  const row = inner.problem.demand.findIndex((units) => units < 0);
  if (row >= 0)
    throw new Unmatchable(
      `Submission ${ids.papers[row]} has ${problem.demand[row]! - inner.problem.demand[row]!} locked reviewers and takes ${problem.demand[row]}.`,
    );
  const one = inner.problem.most.findIndex((units) => units < 0);
  if (one >= 0)
    throw new Unmatchable(
      `Reviewer ${ids.reviewers[one]} has ${problem.most[one]! - inner.problem.most[one]!} locked submissions and takes at most ${problem.most[one]}.`,
    );
  return inner;
}

function object(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unmatchable(`${place}: an object is expected.`);
  return value as Record<string, unknown>;
}

function pairs(value: unknown, place: string): [string, string][] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Unmatchable(`${place}: a list of pairs of ids is expected.`);
  return value.map((pair: unknown, at) => {
    if (!Array.isArray(pair) || pair.length !== 2)
      throw new Unmatchable(`${place}, entry ${at + 1}: a pair of ids is expected.`);
    return [textOf(pair[0], place), textOf(pair[1], place)];
  });
}

function textOf(id: unknown, place: string): string {
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  throw new Unmatchable(`${place}: ids are text or numbers.`);
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
