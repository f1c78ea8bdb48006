import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { sounds } from './sounds.ts';

test.each(sounds.map((one) => [one.says, one] as const))('a sound: %s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});
