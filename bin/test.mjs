// Everything that must be true of a commit. With arguments: only those tests, without the checks.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { installForeignDatabase } from './database.mjs';
import { findNginx } from './nginx.mjs';
import { environment, hear, node24, root } from './run.mjs';
import { sayTrouble, step } from './say.mjs';
import { build } from './build.mjs';

const report = join(root, '.salon', 'test-report.json');

try {
  process.exitCode = await testAll(process.argv.slice(2));
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}

async function testAll(only) {
  const chromium = await findBrowser();
  if (only.length === 0) await installForeignDatabase();
  const nginx = await findNginx();
  const failed = only.length > 0 ? [] : await checks();
  await build();
  await vitest(only, { ...environment(), SALON_CHROMIUM: chromium, ...(nginx && { SALON_NGINX: nginx }) });
  const { passed, broken } = counts();
  if (failed.length > 0) console.log(`\nNot passed besides the tests: ${failed.join(', ')} (see above).`);
  console.log(`\n${passed} passed, ${broken + failed.length} failed`);
  return broken + failed.length + (passed === 0 ? 1 : 0) > 0 ? 1 : 0;
}

async function checks() {
  await tool('svelte-kit', ['sync']);
  const all = [
    ['Types', 'svelte-check', ['--threshold', 'error'], 'tsconfig.json'],
    ['Lint', 'oxlint', ['--deny-warnings', '.'], '.oxlintrc.json'],
    [
      'Dependency rules',
      'depcruise',
      ['src'],
      '.dependency-cruiser.mjs',
      '.dependency-cruiser.cjs',
      '.dependency-cruiser.js',
    ],
    ['Formatting', 'prettier', ['--check', '.'], '.prettierrc.json'],
  ];
  const failed = [];
  for (const [what, program, args, ...configurations] of all) {
    if (!configurations.some((file) => existsSync(join(root, file)))) continue;
    const { code, output } = await step(what, () => tool(program, args));
    if (code === 0) continue;
    failed.push(program);
    console.log(output.trim());
  }
  return failed;
}

function tool(program, args) {
  return hear(join(root, 'node_modules', '.bin', program), args);
}

function vitest(only, env) {
  mkdirSync(join(root, '.salon'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['default', 'json', './tests/tried-again.ts'].map((name) => `--reporter=${name}`);
  const args = ['run', ...only, ...reporters, `--outputFile.json=${report}`];
  const child = spawn(node24(), [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  });
  return new Promise((done) => child.once('close', done));
}

/** A file that could not even be read counts as one failed test. */
function counts() {
  if (!existsSync(report)) return { passed: 0, broken: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unread = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, broken: numFailedTests + unread.length };
}
