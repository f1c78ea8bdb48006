/** The assignment of reviewers: generated problems of the sizes that the bars name, from a fixed seed. */
import { capped } from '#app/matching/capped.ts';
import { fair } from '#app/matching/fair.ts';
import type { Problem } from '#app/matching/problem.ts';
import { solve } from '#app/matching/solve.ts';
import { generated, named } from '../tests/matching.ts';
import { round, type Row } from './row.ts';

export function matchingRows(): Row[] {
  const middle = generated({ papers: 526, reviewers: 596, candidates: 590, k: 4, load: 4, liking: 0.4 });
  const dense = generated({ papers: 978, reviewers: 2_894, candidates: 2_500, k: 3, load: 6, liking: 0.4 });
  const small = generated({ papers: 118, reviewers: 177, candidates: 170, k: 3, load: 4, liking: 0.4 });
  const large = { papers: 25_000, reviewers: 25_000, candidates: 100, liking: 0.5 };
  return [
    proven('526 papers, 596 reviewers', middle, 1),
    proven('978 papers, 2,894 reviewers, 2,500 candidates each', dense, 3),
    proven('25,000 x 25,000, 100 candidates each, with room', generated({ ...large, k: 4, load: 6 }), 5),
    proven('25,000 x 25,000, 100 candidates each, without room', generated({ ...large, k: 5, load: 5 }), 60),
    timed('fair, 118 papers, 177 reviewers', 5, () => {
      const { floor, floorBound, value, bound } = fair(named(small), small);
      return {
        words: `floor ${round((100 * floor) / floorBound, 2)} %, total ${round((100 * value) / bound, 3)} % of what is possible`,
        met: value >= 0.999 * bound,
      };
    }),
    timed('randomised with a cap of 0.35, 526 papers', 5, () => {
      const { optimal } = capped(named(middle), middle, { cap: 0.35, seed: 'bench' });
      return { words: optimal ? 'proven' : 'not proven', met: optimal };
    }),
  ];
}

function proven(what: string, problem: Problem, bar: number): Row {
  return timed(what, bar, () => {
    const { optimal, value, bound } = solve(named(problem), problem);
    return { words: optimal ? 'proven' : `${round((100 * value) / bound, 5)} % of the bound`, met: optimal };
  });
}

/** Time of the processor, which others on the machine change less than the clock. */
function timed(what: string, bar: number, work: () => { words: string; met: boolean }): Row {
  const begun = process.cpuUsage();
  const { words, met } = work();
  const { user, system } = process.cpuUsage(begun);
  const seconds = (user + system) / 1e6;
  return {
    what: `assignment: ${what}`,
    bar: `<= ${bar} s, and the best there is`,
    found: `${round(seconds, 2)} s, ${words}`,
    met: met && seconds <= bar,
  };
}
