/** Owns the trial of one mutant: what went wrong with it, or null. */
import { createHash } from 'node:crypto';
import { check } from '#app/preflight/check.ts';
import { paperRules2024, workRules2024 } from '#app/preflight/profiles.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import type { Mutant } from './mutant.ts';

/** Milliseconds that the check of a file may take, whatever is in it. */
export const timeCap = 10_000;

export async function tried(one: Mutant): Promise<string | null> {
  const started = performance.now();
  const wrong: string[] = [];
  const told = (cause: unknown) => wrong.push(cause instanceof Error ? String(cause.stack) : String(cause));
  try {
    const rules = one.call === 'papers' ? paperRules2024 : workRules2024;
    const files = [...one.beside, one].map(({ name, bytes }) => ({ name, blob: fromBytes(bytes) }));
    const report = await check(files, rules, {
      accident: ({ cause }) => told(cause),
    });
    if (!/^[0-9a-f]{64}$/.test(report.sha256)) told('no hash');
  } catch (cause) {
    told(cause);
  }
  const ms = performance.now() - started;
  if (ms > timeCap) told(`took ${Math.round(ms)} ms`);
  if (wrong.length === 0) return null;
  const sha256 = createHash('sha256').update(one.bytes).digest('hex');
  return `${sha256} (${one.from}): ${wrong.join('\n')}`;
}
