import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { works } from './works.ts';

test.each(works.map((one) => [one.says, one] as const))('a work: %s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});
