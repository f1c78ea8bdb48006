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
/** What we saw, without why it matters. */
const sentence = (one?: { message: string }) => one?.message.replace(/(?<=\.) .*$/, '');

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

test('a paper that is no PDF is refused with what it is, and with its name only where that claims to be one', async () => {
  const program = new TextEncoder().encode(`MZ${'\0'.repeat(200)}`);
  const said = async (name: string, bytes: Uint8Array) => {
    const { verdict, findings } = await check(handIn(name, bytes), paperRules2024);
    return [verdict, sentence(findings.find(({ code }) => code === 'pdf.no-header'))];
  };
  expect([
    await said('paper.PDF', png(4, 4)),
    await said('paper.png', png(4, 4)),
    await said('setup.exe', program),
    await said('paper.pdf', program),
  ]).toEqual([
    ['reject', '“paper.PDF” is called a PDF, but its content is a PNG picture.'],
    ['reject', '“paper.png” is a PNG picture, not a PDF.'],
    ['reject', '“setup.exe” is a Windows program, not a PDF.'],
    ['reject', '“paper.pdf” is called a PDF, but its content is a Windows program.'],
  ]);
});

test('an archive of another kind is refused as what it is', async () => {
  const rar = new Uint8Array([...new TextEncoder().encode('Rar!'), 0x1a, 7, 1, 0, ...new Uint8Array(40)]);
  const said = async (name: string) => sentence((await check(handIn(name, rar), workRules2024)).findings[0]);
  expect([await said('Ecotones.rar'), await said('Ecotones.zip')]).toEqual([
    '“Ecotones.rar” is a RAR archive, not a .zip.',
    '“Ecotones.zip” is called a .zip, but its content is a RAR archive.',
  ]);
});

test('an empty file is refused, an empty archive too', async () => {
  expect(codes(await check(handIn('piece_main.png', new Uint8Array()), workRules2024))).toEqual([
    'file.empty',
  ]);
  expect(codes(await check(handIn('piece.zip', zipOf([])), workRules2024))).toEqual(['zip.empty']);
});

test('what is missing is said with the limits of the call at hand', async () => {
  const said = async (rules: Partial<typeof workRules2024>) => {
    const report = await check(
      handIn('piece.zip', zipOf([{ name: 'a_supplementary_1.txt', bytes: png(9, 9) }])),
      {
        ...workRules2024,
        ...rules,
      },
    );
    const missing = report.findings.filter(({ code }) => code.startsWith('layout.no-'));
    return missing.map(({ message, next }) => `${message} ${next}`);
  };
  expect(await said({ requireOneOf: ['video'], maxVideoSeconds: 90, requireDescription: false })).toEqual([
    'We found no video of the work. The jury needs a video of at most 90 s that shows it. Add a video, tell us which file it is, or write to the organizers for another arrangement.',
  ]);
  expect(await said({ requireOneOf: ['main'], descriptionMaxPages: 1 })).toEqual([
    'We found no file that is the work itself. The jury needs one file that is the work. Add the work, tell us which file it is, or write to the organizers for another arrangement.',
    'We found no description of the work. The call asks for one PDF of at most 1 page that describes it. Add the PDF, or type the description in the form and we make the PDF for you.',
  ]);
  expect(await said({ requireOneOf: [], requireDescription: false })).toEqual([]);
});

test('two runs of one check say the same, but for the time they took', async () => {
  const zip = zipOf([{ name: '24_main .png', bytes: png(9, 9) }]);
  const first = await check(handIn('24.zip', zip), workRules2024);
  const second = await check(handIn('24.zip', zip), workRules2024);
  expect(withoutTimings(first)).toEqual(withoutTimings(second));
});
