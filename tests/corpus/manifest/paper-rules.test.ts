import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { papersByRule } from './paper-rules.ts';

test.each(papersByRule.map((one) => [one.says, one] as const))('a paper: %s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});
