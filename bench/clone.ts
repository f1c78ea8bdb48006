/** From a clone to the first page of the demo, as a newcomer does it, with every package already downloaded. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { get } from './load.ts';
import { round, type Row } from './row.ts';

export async function cloneRow(folder: string): Promise<Row> {
  const home = join(folder, 'home');
  const clone = join(folder, 'clone');
  mkdirSync(home);
  // What npm keeps of earlier downloads is all that this newcomer has more than others.
  const cache = execFileSync('npm', ['config', 'get', 'cache', '--loglevel=error'], {
    encoding: 'utf8',
  }).trim();
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const env = {
    ...process.env,
    HOME: home,
    PORT: String(port),
    npm_config_cache: cache,
    npm_config_prefer_offline: 'true',
  };
  const begun = performance.now();
  execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);
  const demo = spawn('npm', ['run', 'demo'], { cwd: clone, env, stdio: 'ignore', detached: true });
  let ended = false;
  const gone = new Promise<void>((exited) => demo.once('exit', () => ((ended = true), exited())));
  for (let answered = false; !answered; ) {
    answered = await get(`http://127.0.0.1:${port}/`).then(
      ({ status }) => status < 400,
      () => false,
    );
    if (ended) throw new Error('npm run demo ended before it showed a page.');
    if (!answered) await new Promise((passed) => setTimeout(passed, 50));
  }
  const seconds = (performance.now() - begun) / 1000;
  // As Ctrl-C in its terminal would.
  process.kill(-demo.pid!, 'SIGINT');
  await gone;
  return {
    what: 'clone to the first page of the demo, packages already downloaded',
    bar: '<= 60 s',
    found: `${round(seconds, 1)} s`,
    met: seconds <= 60,
  };
}
