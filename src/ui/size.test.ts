import { expect, test } from 'vitest';
import { saySize } from './size.ts';

test('a size is said in its own unit, without false precision', () => {
  expect([0, 1, 999, 1000, 48_200, 999_400, 999_600, 12_340_000, 104_857_600, 2e9].map(saySize)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '48 kB',
    '999 kB',
    '1 MB',
    '12.3 MB',
    '105 MB',
    '2 GB',
  ]);
});
