import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { films } from './films.ts';

test.each(films.map((one) => [one.says, one] as const))('a film or sound: %s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});
