import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joined } from '../bytes.ts';
import { check } from '../check.ts';
import { png } from '../corpus/images.ts';
import { checked, description, main, text } from '../../../tests/archives.ts';
import { zipOf, type TestArchive, type TestEntry } from '../corpus/zips.ts';
import { workRules2024 } from '../profiles.ts';
import { fromBytes } from '../sources.ts';

const rejected = (...codes: string[]) => ({ verdict: 'reject', codes });

const refused: [string, string, TestEntry[], TestArchive?][] = [
  ['a path that climbs', 'zip.path-traversal', [main, { ...description, name: '../../etc/passwd' }]],
  ['an absolute path', 'zip.path-traversal', [main, { ...description, name: '/etc/passwd' }]],
  ['a drive', 'zip.path-traversal', [main, { ...description, name: 'C:evil.pdf' }]],
  ['a backslash', 'zip.path-traversal', [main, { ...description, name: 'a\\b.pdf' }]],
  ['a control sign', 'name.control-char', [main, { ...description, name: 'a\u0007.pdf' }]],
  ['a NUL', 'name.control-char', [main, { ...description, name: 'a.pdf\0.png' }]],
  ['no name', 'name.empty', [main, { ...description, name: '' }]],
  ['a name of 300 bytes', 'name.too-long', [main, { ...description, name: `${'a'.repeat(300)}.pdf` }]],
  ['nine folders', 'name.too-deep', [main, { ...description, name: 'a/b/c/d/e/f/g/h/i.pdf' }]],
  [
    'a name that is not text though it says so',
    'name.encoding',
    [main, { ...description, name: Uint8Array.of(0xff, 0xfe, 0x2e) }],
  ],
  ['a symbolic link', 'zip.special-file', [main, { ...description, mode: 0o120777 }]],
  ['a device', 'zip.special-file', [main, { ...description, mode: 0o020666 }]],
  ['a pipe', 'zip.special-file', [main, { ...description, mode: 0o010666 }]],
  ['a password', 'zip.encrypted', [main, { ...description, flags: 1 }]],
  ['a method nobody opens', 'zip.unsupported-method', [main, { ...description, method: 12 }]],
  ['a part of a split archive', 'zip.multi-part', [main, description], { disk: 1 }],
  ['a wrong checksum', 'zip.corrupt', [main, { ...description, central: { crc: 1 }, local: { crc: 1 } }]],
  ['two checksums', 'zip.ambiguous', [main, { ...description, local: { crc: 1 } }]],
  ['two names', 'zip.ambiguous', [main, { ...description, local: { name: 'Sea_description.exe' } }]],
  ['two methods', 'zip.ambiguous', [main, { ...description, local: { method: 8 } }]],
  ['two sizes', 'zip.ambiguous', [main, { ...description, local: { size: 5 } }]],
  [
    'more inside than it says',
    'zip.size-mismatch',
    [
      main,
      {
        name: 'Sea_supp_1.txt',
        bytes: text('abc'),
        method: 8,
        packed: new Uint8Array(deflateRawSync(text('abcdef'))),
      },
    ],
  ],
  [
    'less inside than it says',
    'zip.size-mismatch',
    [
      main,
      {
        name: 'Sea_supp_1.txt',
        bytes: text('abcdef'),
        method: 8,
        packed: new Uint8Array(deflateRawSync(text('abc'))),
      },
    ],
  ],
  [
    'what does not unpack',
    'zip.corrupt',
    [main, { name: 'Sea_supp_1.txt', bytes: text('abcdef'), method: 8, packed: text('\u0007garbage') }],
  ],
  [
    'bytes behind the packed ones',
    'zip.corrupt',
    [
      main,
      {
        name: 'Sea_supp_1.txt',
        bytes: text('abc'),
        method: 8,
        packed: joined([new Uint8Array(deflateRawSync(text('abc'))), text('hidden')]),
      },
    ],
  ],
  [
    'two entries that overlap',
    'zip.overlap',
    [
      { ...main, central: { size: 150, compressedSize: 150 }, local: { size: 150, compressedSize: 150 } },
      { name: 'Sea_supp_1.txt', bytes: new Uint8Array(200) },
    ],
  ],
  ['bytes before the first entry', 'zip.polyglot', [main, description], { prefix: text('GIF89a....') }],
  [
    'an entry that the list does not name',
    'zip.hidden-data',
    [main, { ...description, unlisted: true }, { name: 'Sea_supp_1.txt', bytes: text('x') }],
  ],
  ['the same name twice', 'zip.duplicate-name', [main, { ...main, bytes: png(5, 5) }, description]],
  [
    'the same name in another case',
    'zip.duplicate-name',
    [main, { name: 'SEA_MAIN.PNG', bytes: png(5, 5) }, description],
  ],
  [
    'the same name composed and decomposed',
    'zip.duplicate-name',
    [
      { ...main, name: 'é_main.png' },
      { name: 'e\u0301_main.png', bytes: png(5, 5) },
    ],
  ],
  [
    'a file where a folder is',
    'zip.duplicate-name',
    [main, { name: 'a', bytes: text('x') }, { name: 'a/b.txt', bytes: text('y') }],
  ],
  ['a count that is too small', 'zip.ambiguous', [main, description], { count: 1 }],
  ['a count that is too large', 'zip.corrupt', [main, description], { count: 3 }],
  [
    '201 files',
    'zip.too-many-entries',
    Array.from({ length: 201 }, (_, i) => ({ name: `Sea_supp_${i}.txt`, bytes: text('x') })),
  ],
  [
    'a declared bomb',
    'zip.bomb',
    [
      main,
      {
        name: 'Sea_supp_1.txt',
        bytes: text('x'),
        method: 8,
        central: { size: 60_000_000 },
        local: { size: 60_000_000 },
      },
    ],
  ],
  [
    'a file of 600 MB',
    'zip.bomb',
    [
      main,
      {
        name: 'Sea_supp_1.txt',
        bytes: text('x'),
        method: 8,
        central: { size: 600_000_000 },
        local: { size: 600_000_000 },
      },
    ],
  ],
];
test.each(refused)('an archive is refused that holds %s: %s', async (_, code, entries, archive) => {
  const { verdict, codes } = await checked(entries, archive);
  expect(verdict).toBe('reject');
  expect(codes).toContain(code);
});

test('an archive with an undeclared bomb is left as soon as it exceeds its word', async () => {
  const zeros = new Uint8Array(deflateRawSync(new Uint8Array(40_000_000)));
  const entries = [main, { name: 'Sea_supp_1.txt', bytes: text('small'), method: 8, packed: zeros }];
  expect(await checked([...entries, description])).toEqual(rejected('zip.size-mismatch'));
});

test('a work zipped twice is told so', async () => {
  expect(await checked([{ name: 'Sea.zip', bytes: zipOf([main, description]) }])).toEqual(
    rejected('zip.nested-archive', 'layout.no-main'),
  );
});

test('a second end of the archive in its comment is refused', async () => {
  const { codes } = await checked([main, description], { comment: zipOf([main]).subarray(-22) });
  expect(codes).toEqual(['zip.ambiguous']);
});

test('an archive cut anywhere is refused', async () => {
  const whole = zipOf([main, description]);
  for (const kept of [10, 100, whole.length - 30, whole.length - 1]) {
    const report = await check(
      [{ name: 'Sea.zip', blob: fromBytes(whole.subarray(0, kept)) }],
      workRules2024,
    );
    expect({ kept, verdict: report.verdict }).toEqual({ kept, verdict: 'reject' });
  }
});
