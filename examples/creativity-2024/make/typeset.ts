/** Runs xelatex on one document in a folder of its own, with a fixed date so that the same text gives the same file. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export function setTex(target: string, tex: string) {
  const folder = mkdtempSync(join(tmpdir(), 'set-'));
  writeFileSync(join(folder, 'page.tex'), tex);
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1726142340', FORCE_SOURCE_DATE: '1' };
  try {
    execFileSync('xelatex', ['-interaction=nonstopmode', '-halt-on-error', 'page.tex'], { cwd: folder, env });
  } catch {
    const log = readFileSync(join(folder, 'page.log'), 'utf8');
    throw new Error(`${target} cannot be set: ${log.match(/^!.*(\n.*){3}/m)?.[0]}`);
  }
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(join(folder, 'page.pdf'), target);
}
