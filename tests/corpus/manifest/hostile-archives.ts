/** Owns the archives of the manifest as nobody honest sends them, and the odd ones that honest people do. */
import { png } from '#app/preflight/corpus/images.ts';
import { zipOf, unicodePath } from '#app/preflight/corpus/zips.ts';
import { described, main, text, work, zipped, type Case } from './case.ts';
import { beside } from './honest-archives.ts';

const traversals = [
  '../x.txt',
  'a/../../x.txt',
  '/etc/x.txt',
  'C:/x.txt',
  'C:\\x.txt',
  '..\\x.txt',
  '\\\\host\\x.txt',
  '//host/x.txt',
  'a/..',
  '..',
];
export const hostile: Case[] = [
  ...traversals.map((name) =>
    zipped(`leads elsewhere: ${name}`, beside({ name }), 'reject', ['zip.path-traversal']),
  ),
  ...[0, 9, 10, 13, 27, 127].map((code) =>
    zipped(
      `control sign ${code} in a name`,
      beside({ name: `a${String.fromCharCode(code)}b.txt` }),
      'reject',
      ['name.control-char'],
    ),
  ),
  ...(
    [
      ['a link', 0o120777],
      ['a device', 0o060644],
      ['a terminal', 0o020644],
      ['a pipe', 0o010644],
      ['a socket', 0o140644],
    ] as const
  ).map(([what, mode]) =>
    zipped(`${what} in place of a file`, beside({ name: 'Sea_supplementary_1.txt', mode }), 'reject', [
      'zip.special-file',
    ]),
  ),
  ...[1, 6, 9, 12, 14, 93, 95, 98].map((method) =>
    zipped(
      `method ${method}`,
      beside({ name: 'Sea_supplementary_1.txt', method, packed: text('a supplement') }),
      'reject',
      ['zip.unsupported-method'],
    ),
  ),
  zipped('encrypted', beside({ name: 'Sea_supplementary_1.txt', flags: 0x0801 }), 'reject', [
    'zip.encrypted',
  ]),
  zipped(
    'a wrong checksum',
    beside({ name: 'Sea_supplementary_1.txt', central: { crc: 1 }, local: { crc: 1 } }),
    'reject',
    ['zip.corrupt'],
  ),
  zipped('two checksums', beside({ name: 'Sea_supplementary_1.txt', local: { crc: 1 } }), 'reject', [
    'zip.ambiguous',
  ]),
  zipped(
    'two names',
    beside({ name: 'Sea_supplementary_1.txt', local: { name: 'Sea_supplementary_2.txt' } }),
    'reject',
    ['zip.ambiguous'],
  ),
  zipped('two methods', beside({ name: 'Sea_supplementary_1.txt', local: { method: 8 } }), 'reject', [
    'zip.ambiguous',
  ]),
  zipped('two sizes', beside({ name: 'Sea_supplementary_1.txt', local: { size: 3 } }), 'reject', [
    'zip.ambiguous',
  ]),
  zipped(
    'a size that lies',
    beside({ name: 'Sea_supplementary_1.txt', method: 8, central: { size: 3 }, local: { size: 3 } }),
    'reject',
    ['zip.size-mismatch'],
  ),
  zipped(
    'an entry over another',
    [main, described, { name: 'Sea_supplementary_1.txt', bytes: text('x'), central: { offset: 0 } }],
    'reject',
    ['zip.ambiguous'],
  ),
  zipped(
    'an entry in no list',
    [main, described, { name: 'hidden.txt', bytes: text('x'), unlisted: true }],
    'reject',
    ['zip.hidden-data'],
  ),
  zipped('bytes before the first file', [main, described], 'reject', ['zip.polyglot'], {
    prefix: text('#!/bin/sh\nexit\n'),
  }),
  zipped('more files than listed', [main, described], 'reject', ['zip.corrupt'], { count: 9 }),
  zipped('fewer files than listed', [main, described], 'reject', ['zip.ambiguous'], { count: 1 }),
  zipped('one part of several', [main, described], 'reject', ['zip.multi-part'], { disk: 2 }),
  zipped(
    '201 files',
    Array.from({ length: 201 }, (_, i) => ({ name: `${i}.txt`, bytes: text('x') })),
    'reject',
    ['zip.too-many-entries'],
  ),
  zipped('two files of one name that differ', [main, { ...main, bytes: png(3, 3) }, described], 'reject', [
    'zip.duplicate-name',
  ]),
  zipped(
    'names that differ in case only',
    [main, { ...main, name: 'SEA_main.png', bytes: png(3, 3) }, described],
    'reject',
    ['zip.duplicate-name'],
  ),
  zipped(
    'a file where a folder is',
    [main, described, { name: 'x', bytes: text('x') }, { name: 'x/y.txt', bytes: text('y') }],
    'reject',
    ['zip.duplicate-name'],
  ),
  zipped('nine folders deep', beside({ name: 'a/b/c/d/e/f/g/h/Sea_supplementary_1.txt' }), 'reject', [
    'name.too-deep',
  ]),
  zipped('a name of 300 bytes', beside({ name: `${'x'.repeat(300)}_supplementary_1.txt` }), 'reject', [
    'name.too-long',
  ]),
  zipped('a name of nothing', beside({ name: '' }), 'reject', ['name.empty']),
  zipped(
    'a name in broken letters',
    beside({ name: Uint8Array.from([0x53, 0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74]) }),
    'reject',
    ['name.encoding'],
  ),
  zipped('no file at all', [], 'reject', ['zip.empty']),
  zipped('zipped twice', [{ name: 'Sea.zip', bytes: zipOf([main, described]) }], 'reject', [
    'layout.no-main',
    'layout.suffix-missing',
    'zip.nested-archive',
  ]),
  zipped(
    '60 MB of nothing in one file',
    beside({ name: 'Sea_supplementary_1.dat', bytes: new Uint8Array(60_000_000), method: 8 }),
    'reject',
    ['zip.bomb'],
  ),
  zipped(
    'a Unicode name in its own header only that the directory does not give',
    beside({
      name: 'Sea_supplementary_1.txt',
      extra: {
        central: unicodePath('Sea_supplementary_1.txt', 'Sea_supplementary_1.txt'),
        local: unicodePath('evil.txt', 'Sea_supplementary_1.txt'),
      },
    }),
    'reject',
    ['zip.ambiguous'],
  ),
  zipped(
    'a Unicode name that leads out of the folder',
    beside({
      name: 'Sea_supplementary_1.txt',
      extra: {
        central: unicodePath('../evil.txt', 'Sea_supplementary_1.txt'),
        local: unicodePath('../evil.txt', 'Sea_supplementary_1.txt'),
      },
    }),
    'reject',
    ['zip.path-traversal'],
  ),
  zipped(
    'a hundred MB of nothing in ten files',
    [
      main,
      described,
      ...Array.from({ length: 10 }, (_, i) => ({
        name: `Sea_supplementary_${i + 1}.dat`,
        bytes: new Uint8Array(10_000_000),
        method: 8,
      })),
    ],
    'reject',
    ['zip.bomb'],
  ),
  zipped(
    'a file that says it is 600 MB',
    beside({
      name: 'Sea_supplementary_1.dat',
      method: 8,
      central: { size: 600_000_000 },
      local: { size: 600_000_000 },
    }),
    'reject',
    ['zip.bomb'],
  ),
  zipped('a directory elsewhere', [main, described], 'reject', ['zip.polyglot'], { directoryStart: 3 }),
];

export const odd: Case[] = [
  ...['con.txt', 'NUL.txt', 'aux', 'com1.txt', 'LPT9.md'].map((name) =>
    zipped(`a device's name: ${name}`, beside({ name: `Sea/${name}` }), 'accept-with-warning', [
      'layout.suffix-missing',
      'name.reserved',
    ]),
  ),
  zipped(
    'writing turned round',
    beside({ name: 'Sea\u202Etxt_supplementary_1.txt' }),
    'accept-with-warning',
    ['layout.title-mismatch', 'name.bidi-control'],
  ),
  zipped('a name like a command', beside({ name: 'Sea`id`_supplementary_1.txt' }), 'accept-with-warning', [
    'layout.title-mismatch',
    'name.suspicious',
  ]),
  zipped(
    'a name like an address',
    beside({ name: 'file:///tmp/Sea_supplementary_1.txt' }),
    'accept-with-warning',
    ['name.suspicious'],
  ),
  zipped('a stop at the end', beside({ name: 'Sea_supplementary_1.txt.' }), 'accept-with-warning', [
    'name.trailing',
  ]),
];

export const broken: Case[] = [
  work(
    'half an archive',
    [{ name: 'Sea.zip', bytes: zipOf([main, described]).slice(0, 300) }],
    'reject',
    'zip.corrupt',
  ),
  work('a picture called zip', [{ name: 'Sea.zip', bytes: png(9, 9) }], 'reject', 'zip.not-a-zip'),
  work('words called zip', [{ name: 'Sea.zip', bytes: text('hello') }], 'reject', 'zip.not-a-zip'),
  work('an empty archive file', [{ name: 'Sea.zip', bytes: text('') }], 'reject', 'file.empty'),
  work(
    'a PDF with an archive behind',
    [{ name: 'Sea.zip', bytes: Buffer.concat([described.bytes, zipOf([main])]) }],
    'reject',
    'zip.not-a-zip',
  ),
  work(
    'an archive called png',
    [{ name: 'Sea.png', bytes: zipOf([main, described]) }],
    'reject',
    'type.mismatch',
  ),
  work('rar', [{ name: 'Sea.rar', bytes: text('Rar!\x1a\x07\x01\0 and more') }], 'reject', 'zip.not-a-zip'),
];
