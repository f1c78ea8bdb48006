import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { honest } from './honest-archives.ts';
import { broken, hostile, odd } from './hostile-archives.ts';

const archives = [...honest, ...hostile, ...odd, ...broken];

test.each(archives.map((one) => [one.says, one] as const))('an archive: %s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});
