import { expect, test } from 'vitest';
import { sayExactSize, saySize } from './size.ts';

test('a size is said in its own unit, without false precision', () => {
  const sizes = [0, 1, 1023, 1024, 1536, 48_200, 1_048_000, 1_048_570, 12_340_000, 104_857_600, 2e9, 2e12];
  expect(sizes.map((size) => saySize(size))).toEqual([
    '0 bytes',
    '1 byte',
    '1023 bytes',
    '1 KiB',
    '1.5 KiB',
    '47.1 KiB',
    '1,023.4 KiB',
    '1 MiB',
    '11.8 MiB',
    '100 MiB',
    '1.9 GiB',
    '1,862.6 GiB',
  ]);
});

test('a limit is said to the byte', () => {
  expect([1, 512, 1536, 104_857_600].map((size) => sayExactSize(size))).toEqual([
    '1 byte',
    '512 bytes',
    '1.5 KiB (1,536 bytes)',
    '100 MiB (104,857,600 bytes)',
  ]);
});
