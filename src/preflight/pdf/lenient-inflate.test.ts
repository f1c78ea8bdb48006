import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedMap } from '../corpus/maps.ts';
import { mapsTooMuch } from './character-maps.ts';
import { inflatedLeniently } from './lenient-inflate.ts';

test('what was packed comes out as it was, however it was packed', () => {
  const words = fc.string({ maxLength: 3000 }).map((text) => new TextEncoder().encode(text.repeat(3)));
  fc.assert(
    fc.property(
      fc.oneof(words, fc.uint8Array({ maxLength: 3000 })),
      fc.constantFrom(0, 1, 6, 9),
      fc.constantFrom(0, 2, 3, 4),
      (bytes, level, strategy) => {
        const packed = deflateSync(bytes, { level, strategy });
        expect([...inflatedLeniently(packed, 100_000)]).toEqual([...bytes]);
        expect([...inflatedLeniently(packed, 10)]).toEqual([...bytes.subarray(0, 10)]);
      },
    ),
    { numRuns: 60 },
  );
});

test('any bytes end somewhere, within the limit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      expect(inflatedLeniently(bytes, 5000).length <= 5000).toEqual(true);
    }),
    { numRuns: 300 },
  );
});

test('a damaged map of characters is read on to the range that would hold a reader', () => {
  expect(mapsTooMuch(inflatedLeniently(damagedMap, 100_000))).toEqual(true);
});
