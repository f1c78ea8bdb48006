/** The analysis of the films and sounds among the loose files of a hand-in, and how a terminal says it. */
import { kindNamed } from '../kinds.ts';
import type { Report } from '../report.ts';
import type { StoredFile } from '../runner.server.ts';
import { analyse } from './analyse.server.ts';
import type { Analysis } from './analysis.ts';
import { sayFlashing, sayLoudness } from './words.ts';

/** By the name each file has in the report. What came in an archive stays packed, and is not there. */
export async function analysed(files: StoredFile[], report: Report): Promise<Record<string, Analysis>> {
  const found: [string, Analysis][] = [];
  for (const { name, facts } of report.files) {
    const { family } = kindNamed(String(facts.kind ?? ''));
    const stored = files.find((one) => one.name === name || one.name.endsWith(`/${name}`));
    if (stored && (family === 'video' || family === 'audio')) found.push([name, await analyse(stored.path)]);
  }
  return Object.fromEntries(found);
}

/** Lines for a terminal, two for each file. */
export function inWords(analysis: Record<string, Analysis>): string[] {
  return Object.entries(analysis).flatMap(([name, { loudness, flashing }]) => [
    `  ${name}: ${sayLoudness(loudness)}`,
    `  ${name}: ${sayFlashing(flashing)}`,
  ]);
}
