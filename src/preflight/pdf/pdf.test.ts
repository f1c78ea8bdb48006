import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joined } from '../bytes.ts';
import { check } from '../check.ts';
import { madePdf, type PdfParts } from '../corpus/pdfs.ts';
import { workRules2024 } from '../profiles.ts';
import { fromBytes } from '../sources.ts';

const text = (words: string) => new TextEncoder().encode(words);
const page = ['A poem about the sea, which is long enough to be read.'];

async function checked(bytes: Uint8Array) {
  const report = await check([{ name: 'Sea_main.pdf', blob: fromBytes(bytes) }], workRules2024);
  const codes = report.findings.map((one) => one.code).filter((code) => code !== 'layout.lone-pdf');
  return { verdict: report.verdict, codes };
}
const rejected = (...codes: string[]) => ({ verdict: 'reject', codes });
const warned = (...codes: string[]) => ({ verdict: 'accept-with-warning', codes });

test('a plain PDF has nothing to say, nor has one that only opens at its first page', async () => {
  expect(await checked(madePdf(page))).toEqual(warned());
  expect(await checked(madePdf(page, { catalog: '/OpenAction [10 0 R /Fit]' }))).toEqual(warned());
  expect(
    await checked(
      madePdf(page, { catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /GoTo /D [10 0 R /Fit] >>' } }),
    ),
  ).toEqual(warned());
});

const active: [string, string, PdfParts][] = [
  [
    'a script',
    'pdf.javascript',
    {
      catalog: '/Names << /JavaScript 100 0 R >>',
      objects: { 100: '<< /Names [(a) 101 0 R] >>', 101: '<< /S /JavaScript /JS (app.alert(1)) >>' },
    },
  ],
  [
    'a script whose name is disguised',
    'pdf.javascript',
    { objects: { 100: '<< /S /J#61vaScript /J#53 (app.alert(1)) >>' } },
  ],
  [
    'an action at opening',
    'pdf.open-action',
    { catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /URI /URI (https://example.org) >>' } },
  ],
  ['further actions', 'pdf.open-action', { pageExtra: '/AA << /O << /S /Named /N /Print >> >>' }],
  ['a form of another kind', 'pdf.xfa', { catalog: '/AcroForm << /XFA [(a) 100 0 R] >>' }],
  [
    'a file inside',
    'pdf.embedded-file',
    { objects: { 100: '<< /Type /Filespec /F (x.txt) /EF << /F 101 0 R >> >>' } },
  ],
  ['a portfolio', 'pdf.portfolio', { catalog: '/Collection << /View /D >>' }],
  ['a film', 'pdf.richmedia', { objects: { 100: '<< /Type /Annot /Subtype /RichMedia >>' } }],
  [
    'content from elsewhere',
    'pdf.external-stream',
    { objects: { 100: '<< /Length 0 /F (https://example.org/x) >>\nstream\n\nendstream' } },
  ],
  [
    'a font that is more than numbers',
    'pdf.malformed-font',
    { objects: { 100: '<< /Type /Font /FontMatrix [1 2 3 4 5 (0; alert)] >>' } },
  ],
  [
    'a link that starts something',
    'pdf.suspicious-link',
    { objects: { 100: '<< /S /URI /URI (javascript:alert\\(1\\)) >>' } },
  ],
];
test.each(active)('a PDF passes with a word about %s: %s', async (_, code, parts) => {
  expect(await checked(madePdf(page, parts))).toEqual(warned(code));
});

test('a PDF that starts a program, or grows without end, is refused', async () => {
  expect(await checked(madePdf(page, { objects: { 100: '<< /S /Launch /F (cmd.exe) >>' } }))).toMatchObject({
    verdict: 'reject',
  });
  const packed = deflateSync(deflateSync(new Uint8Array(140_000_000)));
  const stream = `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${Buffer.from(packed).toString('latin1')}\nendstream`;
  expect(await checked(madePdf(page, { objects: { 100: stream } }))).toEqual(rejected('pdf.bomb'));
});

test('a damaged PDF is read where it can be, and refused where it cannot', async () => {
  const whole = madePdf(page);
  const moved = text(new TextDecoder('latin1').decode(whole).replace(/startxref\n\d+/, 'startxref\n7'));
  expect((await checked(moved)).verdict).toBe('accept-with-warning');
  expect(await checked(whole.subarray(0, 60))).toEqual(rejected('pdf.corrupt'));
  expect(await checked(joined([whole, text('PK and more')]))).toEqual(warned('pdf.trailing-bytes'));
  expect(await checked(joined([text('junk\n'), whole]))).toMatchObject({ verdict: 'accept-with-warning' });
});

test('a PDF with a password is refused', async () => {
  const encrypt =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -4 >> /ID [(a) (a)]';
  expect(await checked(madePdf(page, { trailer: encrypt }))).toEqual(rejected('pdf.encrypted'));
});

test('odd pages are noted: huge, blank, and too many for a description', async () => {
  expect(await checked(madePdf(page, { pageSize: [20_000, 20_000] }))).toEqual(warned('pdf.page-size'));
  expect(await checked(madePdf([[]]))).toEqual(warned('pdf.no-text'));
  const blob = fromBytes(madePdf([page[0]!, page[0]!, page[0]!]));
  const report = await check([{ name: 'Sea_description.pdf', blob }], workRules2024);
  expect(report.findings.map((one) => one.code)).toEqual(['layout.no-main', 'layout.description-too-long']);
});

test('a drawing too large to walk through is left to people, an empty shell is refused', async () => {
  const strokes = deflateSync(Buffer.from('1 0 0 rg 1 1 20 20 re f\n'.repeat(500_000)));
  const stream = `<< /Length ${strokes.length} /Filter /FlateDecode >>\nstream\n${Buffer.from(strokes).toString('latin1')}\nendstream`;
  expect(await checked(madePdf(page, { objects: { 11: stream } }))).toEqual(warned());
  expect(await checked(joined([text('%PDF-1.4\n'), new Uint8Array(2_000_000)]))).toEqual(
    rejected('pdf.corrupt'),
  );
});
