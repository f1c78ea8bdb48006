/** Owns the shape of a case of the manifest, what is expected of it, and how it is put to the checker. */
import { check } from '#app/preflight/check.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { png } from '#app/preflight/corpus/images.ts';
import { zipOf, type TestArchive, type TestEntry } from '#app/preflight/corpus/zips.ts';
import { paperRules2024, workRules2024 } from '#app/preflight/profiles.ts';
import { verdictOf, type Verdict } from '#app/preflight/report.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { fromBytes } from '#app/preflight/sources.ts';

export type File = { name: string; bytes: Uint8Array };
/** `codes` are all that must be said, in the order of the alphabet; notes are said with "accept". */
export type Case = {
  says: string;
  call: 'papers' | 'creative-work';
  files: File[];
  verdict: Verdict;
  codes: string[];
  /** Where the rules of 2024 do not do. */
  rules?: CheckRules;
  /** Fonts of the small typesetter are never in its files, so their absence counts only where this is set. */
  fontsEmbedded?: boolean;
};

export const rulesOf = ({ call, rules }: Case): CheckRules =>
  rules ?? (call === 'papers' ? paperRules2024 : workRules2024);

export async function seen(one: Case): Promise<{ verdict: Verdict; codes: string[] }> {
  const { files, fontsEmbedded } = one;
  const report = await check(
    files.map(({ name, bytes }) => ({ name, blob: fromBytes(bytes) })),
    rulesOf(one),
    {
      accident: ({ cause }) => {
        throw cause;
      },
    },
  );
  const said = report.findings.filter(({ code }) => fontsEmbedded || code !== 'paper.font-not-embedded');
  const verdict = verdictOf(said);
  return { verdict, codes: [...new Set(said.map((one) => one.code))].sort() };
}

/** A work of one or several files. */
export const work = (says: string, files: File[], verdict: Verdict, ...codes: string[]): Case => ({
  says,
  call: 'creative-work',
  files,
  verdict,
  codes: codes.sort(),
});

/** A work in an archive of our own making. */
export const zipped = (
  says: string,
  entries: TestEntry[],
  verdict: Verdict,
  codes: string[] = [],
  archive: TestArchive = {},
): Case => work(says, [{ name: 'Sea.zip', bytes: zipOf(entries, archive) }], verdict, ...codes);

export const text = (value: string) => new TextEncoder().encode(value);
export const main: TestEntry = { name: 'Sea_main.png', bytes: png(20, 20), method: 8 };
export const described: TestEntry = {
  name: 'Sea_description.pdf',
  bytes: madePdf(['About the sea.']),
  method: 8,
};
