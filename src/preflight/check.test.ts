import { expect, test } from 'vitest';
import { check } from './check.ts';
import { paperRules2024, workRules2024 } from './profiles.ts';
import { fromBytes } from './sources.ts';
import { withoutTimings } from './report.ts';
import { zipOf } from './corpus/zips.ts';
import { madePdf } from './corpus/pdfs.ts';
import { png } from './corpus/images.ts';

const handIn = (name: string, bytes: Uint8Array) => [{ name, blob: fromBytes(bytes) }];
const codes = (report: { findings: { code: string }[] }) => report.findings.map((one) => one.code);

test('a .zip that follows the call to the letter passes without a word', async () => {
  const zip = zipOf([
    { name: 'Ecotones_main.png', bytes: png(40, 30) },
    { name: 'Ecotones_description.pdf', bytes: madePdf(['A description.']) },
  ]);
  const report = await check(handIn('Ecotones.zip', zip), workRules2024);
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('accept');
  expect(report.files.map(({ name, role, canonical }) => ({ name, role, canonical }))).toEqual([
    { name: 'Ecotones_main.png', role: 'main', canonical: 'Ecotones_main.png' },
    { name: 'Ecotones_description.pdf', role: 'description', canonical: 'Ecotones_description.pdf' },
  ]);
});

test('the same files get the same report loose, in a folder and zipped', async () => {
  const files = [
    { name: 'Ecotones_main.png', bytes: png(40, 30) },
    { name: 'Ecotones_description.pdf', bytes: madePdf(['A description.']) },
  ];
  const loose = await check(
    files.map(({ name, bytes }) => ({ name, blob: fromBytes(bytes) })),
    workRules2024,
  );
  const folder = await check(
    files.map(({ name, bytes }) => ({ name: `Ecotones/${name}`, blob: fromBytes(bytes) })),
    workRules2024,
  );
  const zipped = await check(handIn('Ecotones.zip', zipOf(files)), workRules2024);
  expect(folder.files).toEqual(loose.files);
  expect(zipped.files).toEqual(loose.files);
  expect(folder.findings).toEqual(zipped.findings);
});

test('a paper that is no PDF is refused with what it is', async () => {
  const report = await check(handIn('paper.pdf', png(4, 4)), paperRules2024);
  expect(report.verdict).toBe('reject');
  expect(codes(report)).toContain('pdf.no-header');
});

test('an empty file is refused, an empty archive too', async () => {
  expect(codes(await check(handIn('piece_main.png', new Uint8Array()), workRules2024))).toEqual([
    'file.empty',
  ]);
  expect(codes(await check(handIn('piece.zip', zipOf([])), workRules2024))).toEqual(['zip.empty']);
});

test('two runs of one check say the same, but for the time they took', async () => {
  const zip = zipOf([{ name: '24_main .png', bytes: png(9, 9) }]);
  const first = await check(handIn('24.zip', zip), workRules2024);
  const second = await check(handIn('24.zip', zip), workRules2024);
  expect(withoutTimings(first)).toEqual(withoutTimings(second));
});
