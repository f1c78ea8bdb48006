/** `npm run bench:kill -- ROUNDS WRITERS`: the test of the suite, for as long as you like. */
import { killInRounds } from '../tests/durability/rounds.ts';

const [rounds = 200, writers = 16] = process.argv.slice(2).map(Number);
const { acknowledged, lost } = await killInRounds(rounds, { writers, say: (line) => console.log(line) });
console.log({ rounds, writers, acknowledged, lost });
process.exitCode = lost.length > 0 ? 1 : 0;
