import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { pdfs } from './pdfs.ts';

test.each(pdfs.map((one) => [one.says, one] as const))('a PDF: %s', async (_, one) => {
  expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
});
