/**
 * Owns panels of a jury: everybody sees everything, or each work is seen by a few, such that the jurors hang
 * together. Where some never share a work with the others, even by way of others, their severity cannot be compared.
 */
import { Unmatchable } from './refusal.ts';

/** Every juror with every work, but for what is barred (a recusal), as work and juror by index. */
export function everyoneSees(works: number, jurors: number, barred: ReadonlySet<string>): [number, number][] {
  const pairs: [number, number][] = [];
  for (let work = 0; work < works; work++)
    for (let juror = 0; juror < jurors; juror++)
      if (!barred.has(`${work},${juror}`)) pairs.push([work, juror]);
  return pairs;
}

/**
 * Panels of `size` for each work, loads as even as can be, such that all jurors hang together; where even loads
 * leave them apart, being joined comes before being even. Throws `Unmatchable` where too few jurors may see a
 * work, or where they cannot be joined.
 */
export function overlapping(
  works: number,
  jurors: number,
  { size, barred }: { size: number; barred: ReadonlySet<string> },
): [number, number][] {
  const even = panels(works, jurors, size, barred, false);
  if (groups(jurors, even).length === 1) return even;
  const joined = panels(works, jurors, size, barred, true);
  const apart = groups(jurors, joined).length;
  if (apart === 1) return joined;
  throw new Unmatchable(
    `Panels of ${size} for ${works} works leave the ${jurors} jurors in ${apart} groups that share no work, so that their scores cannot be compared.`,
  );
}

function panels(works: number, jurors: number, size: number, barred: ReadonlySet<string>, joining: boolean) {
  const load = new Int32Array(jurors);
  const pairs: [number, number][] = [];
  for (let work = 0; work < works; work++) {
    const able = Array.from({ length: jurors }, (_, juror) => juror).filter(
      (j) => !barred.has(`${work},${j}`),
    );
    if (able.length < size)
      throw new Unmatchable(
        `Work ${work + 1} may be seen by ${able.length} jurors and needs ${size}: ${size - able.length} short.`,
      );
    const part = partsOf(jurors, pairs);
    const panel: number[] = [];
    while (panel.length < size) {
      const present = new Set(panel.map((juror) => part[juror]!));
      const known = (juror: number) => (present.has(part[juror]!) ? 1 : 0);
      const [next] = able
        .filter((juror) => !panel.includes(juror))
        .sort((a, b) => {
          const [loads, parts] = [load[a]! - load[b]!, known(a) - known(b)];
          return (joining ? parts || loads : loads || parts) || a - b;
        });
      panel.push(next!);
      load[next!] = load[next!]! + 1;
    }
    pairs.push(...panel.sort((a, b) => a - b).map((juror): [number, number] => [work, juror]));
  }
  return pairs;
}

/** Groups of jurors who share works, by way of others too; one group means that all can be compared. */
export function groups(jurors: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const part = partsOf(jurors, pairs);
  const found = new Map<number, number[]>();
  for (let juror = 0; juror < jurors; juror++)
    found.set(part[juror]!, [...(found.get(part[juror]!) ?? []), juror]);
  return [...found.values()];
}

/** For each juror the first juror of their group. */
function partsOf(jurors: number, pairs: readonly (readonly [number, number])[]): Int32Array {
  const part = Int32Array.from({ length: jurors }, (_, juror) => juror);
  const firstOf = new Map<number, number>();
  for (const [work, juror] of pairs) {
    const [one, other] = [part[firstOf.get(work) ?? juror]!, part[juror]!];
    if (!firstOf.has(work)) firstOf.set(work, juror);
    if (one === other) continue;
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    for (let at = 0; at < jurors; at++) if (part[at] === high) part[at] = low;
  }
  return part;
}
