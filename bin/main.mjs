// What `npm run demo`, `npm start` and `npm test` do: make ready whatever is not ready yet, then hand over to Node 24.
import { build } from './build.mjs';
import { flags } from './flags.mjs';
import { install } from './install.mjs';
import { run, root } from './run.mjs';
import { Trouble, sayTrouble } from './say.mjs';

export async function main([command = 'start', ...rest]) {
  try {
    await install();
    process.exitCode = await handOver(command, rest);
  } catch (error) {
    sayTrouble(error);
    process.exitCode = 1;
  }
}

async function handOver(command, rest) {
  if (command === 'setup') return build();
  if (command === 'test') return run([`${root}/bin/test.mjs`, ...rest]);
  if (command === 'run') return run(rest);
  if (command !== 'demo' && command !== 'start')
    throw new Trouble(`There is no "${command}" here; use demo, start, test or run FILE.`);
  await build();
  return run([...flags, `${root}/src/cli/main.ts`, command, ...rest]);
}
