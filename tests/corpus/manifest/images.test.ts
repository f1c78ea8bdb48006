import { expect, test } from 'vitest';
import { seen } from './case.ts';
import { drawings } from './drawings.ts';
import { images } from './images.ts';

test.each([...images, ...drawings].map((one) => [one.says, one] as const))(
  'a picture: %s',
  async (_, one) => {
    expect(await seen(one)).toEqual({ verdict: one.verdict, codes: one.codes });
  },
);
