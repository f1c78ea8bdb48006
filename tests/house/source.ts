/** Reads the tree for the tests about the code. */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** Every file of the tree that git knows or would take, by path from the root. */
export const tree: string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

export const sources = tree.filter(
  (path) => /^src\/.*\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'),
);

export const text = (path: string): string => readFileSync(path, 'utf8');

/** Lines of `path` that match, as `path:line`. */
export function linesOf(path: string, pattern: RegExp): string[] {
  return text(path)
    .split('\n')
    .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : []));
}
