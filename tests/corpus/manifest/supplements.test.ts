import { expect, test } from 'vitest';
import { check } from '#app/preflight/check.ts';
import { paperRules2024 } from '#app/preflight/profiles.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import { seen } from './case.ts';
import { supplements } from './supplements.ts';

test.each(supplements.map((one) => [one.says, one] as const))('%s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});

test('the facts of an archive beside a paper name what is in it, and its findings name the archive', async () => {
  const of = async (says: string) => {
    const { files } = supplements.find((one) => one.says === `beside a paper: ${says}`)!;
    const handIn = files.map(({ name, bytes }) => ({ name, blob: fromBytes(bytes) }));
    return await check(handIn, paperRules2024);
  };
  const honest = await of('code and data');
  expect(honest.files[1]!.facts).toEqual({
    mime: 'application/zip',
    kind: 'zip',
    bytes: honest.files[1]!.facts.bytes,
    entries: 3,
    expanded: 26,
    names: ['code/README.md', 'code/main.py', 'data/a.csv'],
  });
  const hostile = await of('a link that leads elsewhere');
  const refused = hostile.findings.filter(({ severity }) => severity === 'reject');
  expect(refused.map(({ code, where }) => [code, where])).toEqual([
    ['zip.special-file', { file: 'code.zip' }],
  ]);
});
