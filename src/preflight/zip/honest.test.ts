import { expect, test } from 'vitest';
import { joined } from '../bytes.ts';
import { checked, description, main, text } from '../../../tests/archives.ts';
import { zipOf, type TestArchive, type TestEntry } from '../corpus/zips.ts';

const fine = { verdict: 'accept', codes: [] };
const warned = (...codes: string[]) => ({ verdict: 'accept-with-warning', codes });

const honest: [string, TestEntry[], TestArchive?][] = [
  ['stored', [main, description]],
  [
    'deflated',
    [
      { ...main, method: 8 },
      { ...description, method: 8 },
    ],
  ],
  [
    'streamed with descriptors, as many tools write',
    [
      { ...main, method: 8, streamed: true },
      { ...description, streamed: true },
    ],
  ],
  ['with a comment', [main, description], { comment: text('made with love') }],
  [
    'with unix modes',
    [
      { ...main, mode: 0o100755 },
      { ...description, mode: 0o100644 },
    ],
  ],
  [
    'in one folder, with its own entry',
    [
      { name: 'Sea/', bytes: new Uint8Array() },
      { ...main, name: 'Sea/Sea_main.png' },
      { ...description, name: 'Sea/Sea_description.pdf' },
    ],
  ],
  [
    'with what a Mac leaves behind',
    [
      main,
      description,
      { name: '__MACOSX/._Sea_main.png', bytes: text('x') },
      { name: '.DS_Store', bytes: text('y') },
    ],
  ],
  [
    'with names of any script, not flagged',
    [
      { ...main, name: '海_main.png', flags: 0 },
      { ...description, name: '海_description.pdf', flags: 0 },
    ],
  ],
  [
    'with a name that programs know',
    [
      main,
      description,
      { name: 'Sea_supplementary_1.txt', bytes: text('__proto__') },
      { name: '__proto___supp_2.txt', bytes: text('x') },
    ],
  ],
  [
    'with an archive inside a stored pdf-like text',
    [main, description, { name: 'Sea_supp_1.txt', bytes: text('about zip files') }],
  ],
];
test.each(honest)('an honest archive passes: %s', async (_, entries, archive) => {
  expect(await checked(entries, archive)).toEqual(fine);
});

const noted: [string, string, TestEntry[], TestArchive?][] = [
  ['bytes after the end', 'zip.trailing-data', [main, description], { trailing: text('bye') }],
  ['unlisted bytes', 'zip.hidden-data', [main, { ...description, gapBefore: text('between') }]],
  ['identical twins', 'zip.duplicate-name', [main, main, description]],
  [
    'an archive as a supplement',
    'zip.nested-archive',
    [main, description, { name: 'Sea_supp_1.zip', bytes: zipOf([main]) }],
  ],
  [
    'a name turned around',
    'name.bidi-control',
    [main, description, { name: 'Sea\u202egnp_supp_1.txt', bytes: text('x') }],
  ],
  ['a device of Windows', 'name.reserved', [main, description, { name: 'aux.txt', bytes: text('x') }]],
  ['a private key', 'privacy.secrets', [main, description, { name: 'keys/id_rsa', bytes: text('key') }]],
  [
    'a program',
    'type.executable',
    [main, description, { name: 'Sea_supp_1.exe', bytes: joined([text('MZ'), new Uint8Array(200)]) }],
  ],
  [
    'a name in an old encoding',
    'name.encoding-unknown',
    [
      main,
      description,
      { name: Uint8Array.of(0x53, 0x84, 0x2e, 0x74, 0x78, 0x74), flags: 0, bytes: text('x') },
    ],
  ],
];
test.each(noted)('an archive passes with a word about %s: %s', async (_, code, entries, archive) => {
  expect(await checked(entries, archive)).toEqual(warned(code));
});
