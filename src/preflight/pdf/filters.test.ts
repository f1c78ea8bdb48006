import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filtersOf, grownBy } from './filters.ts';

const text = (value: string) => new TextEncoder().encode(value);

async function unpacked(data: Uint8Array, dictionary: string, limit = 1_000) {
  const out: number[] = [];
  const grown = await grownBy(data, filtersOf(dictionary, data), {
    limit,
    early: true,
    look: (piece) => out.push(...piece),
  });
  return { ...grown, text: new TextDecoder().decode(Uint8Array.from(out)) };
}

test('each filter of a PDF gives what the standard says', async () => {
  expect(await unpacked(text('48 65 6C 6c 6F>'), '/Filter /ASCIIHexDecode')).toEqual({
    size: 5,
    whole: true,
    text: 'Hello',
  });
  expect(await unpacked(text('87cURz\nDZ~>'), '/Filter [/ASCII85Decode]')).toEqual({
    size: 9,
    whole: true,
    text: 'Hell\0\0\0\0o',
  });
  expect(await unpacked(Uint8Array.of(2, 97, 98, 99, 254, 100, 128, 7), '/Filter /RunLengthDecode')).toEqual({
    size: 6,
    whole: true,
    text: 'abcddd',
  });
  // The example of ISO 32000, 7.4.4.2.
  expect(
    await unpacked(Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01), '/Filter /LZWDecode'),
  ).toEqual({ size: 10, whole: true, text: '-----A---B' });
});

test('filters are undone in their order, up to a picture', () => {
  const data = Uint8Array.of(0x78);
  expect(filtersOf('/Filter [/ASCII85Decode /FlateDecode /DCTDecode]', data)).toEqual(['ascii85', 'flate']);
  expect(filtersOf('/Filter /DCTDecode', data)).toEqual([]);
  expect(filtersOf('/Filter 12 0 R', data)).toEqual(['flate']);
  expect(filtersOf('/Length 9', data)).toEqual([]);
});

test('counting stops at the limit, at whichever step it is passed', async () => {
  const dense = deflateSync(text('z'.repeat(600)));
  expect(await unpacked(dense, '/Filter [/FlateDecode /ASCII85Decode]', 1_000)).toMatchObject({
    whole: false,
  });
  expect(await unpacked(dense, '/Filter [/FlateDecode /ASCII85Decode]', 3_000)).toMatchObject({
    size: 2_400,
    whole: true,
  });
  expect(await unpacked(dense, '/Filter /FlateDecode', 500)).toMatchObject({ whole: false });
});
