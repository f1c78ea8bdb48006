/** For tests: archives of one invented work, “Sea”, looked at by the rules of 2024 in both engines. */
import { expect } from 'vitest';
import { check } from '#app/preflight/check.ts';
import { workRules2024 } from '#app/preflight/profiles.ts';
import { withoutTimings } from '#app/preflight/report.ts';
import { nodeEngine } from '#app/preflight/sources.server.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import { png } from '#app/preflight/corpus/images.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { zipOf, type TestArchive, type TestEntry } from '#app/preflight/corpus/zips.ts';

export const main = { name: 'Sea_main.png', bytes: png(20, 20) };
export const description = { name: 'Sea_description.pdf', bytes: madePdf(['The sea.']) };
export const text = (words: string) => new TextEncoder().encode(words);

/** The verdict on an archive of these entries, and the codes of what is said beside notes. */
export async function checked(entries: TestEntry[], archive: TestArchive = {}) {
  const blob = fromBytes(zipOf(entries, archive));
  const report = await check([{ name: 'Sea.zip', blob }], workRules2024);
  const onServer = await check([{ name: 'Sea.zip', blob }], workRules2024, { engine: nodeEngine });
  expect(withoutTimings(onServer)).toEqual(withoutTimings(report));
  return {
    verdict: report.verdict,
    codes: report.findings.filter((one) => one.severity !== 'note').map((one) => one.code),
  };
}
