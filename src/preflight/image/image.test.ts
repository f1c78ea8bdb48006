import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joined } from '../bytes.ts';
import { check } from '../check.ts';
import { chunk, gif, jpeg, png, pngSignature } from '../corpus/images.ts';
import { workRules2024 } from '../profiles.ts';
import { fromBytes } from '../sources.ts';

const text = (words: string) => new TextEncoder().encode(words);

async function checked(name: string, bytes: Uint8Array) {
  const report = await check([{ name, blob: fromBytes(bytes) }], workRules2024);
  return { verdict: report.verdict, codes: report.findings.map((one) => one.code) };
}
const rejected = (...codes: string[]) => ({ verdict: 'reject', codes });
const warned = (...codes: string[]) => ({ verdict: 'accept-with-warning', codes });
const fine = { verdict: 'accept', codes: [] };
const header = (width: number, height: number) => {
  const data = new Uint8Array(13);
  new DataView(data.buffer).setUint32(0, width);
  new DataView(data.buffer).setUint32(4, height);
  data.set([8, 0, 0, 0, 0], 8);
  return chunk('IHDR', data);
};
const end = chunk('IEND', new Uint8Array());
const svg = (inner: string, head = '') =>
  text(`${head}<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inner}</svg>`);

test('honest pictures pass, and their size is known', async () => {
  expect(await checked('a.png', png(30, 20))).toEqual(fine);
  expect(await checked('a.gif', gif(3))).toEqual(fine);
  expect(await checked('a.jpg', jpeg())).toEqual(fine);
  expect(
    await checked('a.svg', svg('<a href="https://example.org"><rect width="5" height="5"/></a>')),
  ).toEqual(fine);
  const report = await check([{ name: 'a.png', blob: fromBytes(png(30, 20)) }], workRules2024);
  expect(report.files[0]?.facts).toEqual({
    mime: 'image/png',
    kind: 'png',
    bytes: png(30, 20).length,
    width: 30,
    height: 20,
  });
});

test('pictures cut short are refused as the work and noted as a supplement', async () => {
  for (const [name, bytes] of [
    ['a.png', png(300, 300)],
    ['a.jpg', jpeg()],
    ['a.gif', gif(2)],
  ] as const) {
    expect(await checked(name, bytes.subarray(0, bytes.length - 9))).toEqual(rejected('image.corrupt'));
  }
  expect(await checked('Sea_supplementary_1.png', png(300, 300).subarray(0, 200))).toMatchObject({
    verdict: 'accept-with-warning',
  });
});

test('a picture with fewer pixels than it states, or more, is refused', async () => {
  expect(await checked('a.png', png(40, 40, 20))).toEqual(rejected('image.corrupt'));
  const flood = chunk('IDAT', deflateSync(new Uint8Array(5_000_000)));
  expect(await checked('a.png', joined([pngSignature, header(10, 10), flood, end]))).toEqual(
    rejected('image.bomb'),
  );
});

test('a picture beyond 100 megapixels is refused before anything is unpacked', async () => {
  const pixels = chunk('IDAT', deflateSync(new Uint8Array(10)));
  expect(await checked('a.png', joined([pngSignature, header(20_000, 20_000), pixels, end]))).toEqual(
    rejected('image.too-many-pixels'),
  );
});

test('bytes behind a picture, a flood of hidden text and endless frames are noted', async () => {
  expect(await checked('a.png', joined([png(5, 5), text('more')]))).toEqual(warned('image.trailing-bytes'));
  const flood = chunk(
    'zTXt',
    joined([text('note'), Uint8Array.of(0, 0), deflateSync(new Uint8Array(20_000_000))]),
  );
  const whole = png(5, 5);
  const withText = joined([whole.subarray(0, 33), flood, whole.subarray(33)]);
  expect(await checked('a.png', withText)).toEqual(warned('image.metadata-bomb'));
  expect(await checked('a.gif', gif(101))).toEqual(warned('image.too-many-frames'));
});

test('a wrong ending is noted, another kind of file is refused', async () => {
  expect(await checked('a.png', jpeg())).toEqual(warned('type.extension'));
  expect(await checked('a.png', text('<!DOCTYPE html><html><script>1</script></html>'))).toEqual(
    rejected('type.mismatch'),
  );
  expect(await checked('a.png', joined([text('MZ'), new Uint8Array(100)]))).toEqual(
    rejected('type.mismatch'),
  );
  expect(await checked('a.png', Uint8Array.of(1, 2, 3, 0, 5))).toEqual(rejected('type.corrupt'));
});

test('drawings that run, load or grow are told apart', async () => {
  expect(await checked('a.svg', svg('<script>alert(1)</script>'))).toEqual(warned('type.active-content'));
  expect(await checked('a.svg', svg('<rect onload="go()"/>'))).toEqual(warned('type.active-content'));
  expect(await checked('a.svg', svg('<image href="https://example.org/x.png"/>'))).toEqual(
    warned('type.external-reference'),
  );
  expect(await checked('a.svg', svg('<image href="&#104;ttps://example.org/x.png"/>'))).toEqual(
    warned('type.external-reference'),
  );
  expect(await checked('a.svg', svg('&lol;', '<!DOCTYPE svg [<!ENTITY lol "lol">]>'))).toEqual(
    rejected('type.xml-entity'),
  );
});
