import { expect, test } from 'vitest';
import { atTheLimit, heavy } from './at-the-limit.ts';
import { seen } from './case.ts';

test.each([...atTheLimit, ...heavy].map((one) => [one.says, one] as const))(
  'at the limit: %s',
  async (_, one) => {
    expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
  },
);
