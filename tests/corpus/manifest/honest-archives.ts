/** Owns the archives of the manifest as people really send them. */
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import { unicodePath, zipOf, type TestEntry } from '#app/preflight/corpus/zips.ts';
import { described, main, text, zipped, type Case } from './case.ts';

/** A complete work and one more file. */
export const beside = (entry: Partial<TestEntry> & { name: string | Uint8Array }): TestEntry[] => [
  main,
  described,
  { bytes: text('a supplement'), ...entry },
];

const honestNames: [string, string][] = [
  ['Sea_main.png', 'Sea_description.pdf'],
  ['Sea main.png', 'Sea description.pdf'],
  ['Sea-main.PNG', 'Sea-Description.PDF'],
  ['24_main .png', '24_description .pdf'],
  ['Séa_main.png', 'Séa_description.pdf'],
  ['Se\u0301a_main.png', 'Se\u0301a_description.pdf'],
  ['海_main.png', '海_description.pdf'],
  ['Море_main.png', 'Море_description.pdf'],
  ['البحر_main.png', 'البحر_description.pdf'],
  ['Sea & Sky, 2024_main.png', 'Sea & Sky, 2024_description.pdf'],
  ["O'Brien's sea_main.png", "O'Brien's sea_description.pdf"],
  ['Sea (final)_main.png', 'Sea (final)_description.pdf'],
  ['100% Sea_main.png', '100% Sea_description.pdf'],
  ['Sea #3_main.png', 'Sea #3_description.pdf'],
  ['The main description_main.png', 'The main description_description.pdf'],
  ['__proto___main.png', '__proto___description.pdf'],
  ['constructor_main.png', 'constructor_description.pdf'],
  ['Sea_MAIN.png', 'Sea_DESC.pdf'],
  ['Sea_main.png', 'Sea_statement.pdf'],
  ['folder/Sea_main.png', 'folder/Sea_description.pdf'],
  ['a/b/c/Sea_main.png', 'a/b/c/Sea_description.pdf'],
  ['./Sea_main.png', './Sea_description.pdf'],
  [`${'S'.repeat(200)}_main.png`, `${'S'.repeat(200)}_description.pdf`],
  ['🌊_main.png', '🌊_description.pdf'],
];

export const honest: Case[] = [
  ...honestNames.flatMap(([first, second]) =>
    [0, 8].map((method) =>
      zipped(
        `${method === 8 ? 'deflated' : 'stored'}: ${first}`,
        [
          { ...main, name: first, method },
          { ...described, name: second, method },
        ],
        'accept',
      ),
    ),
  ),
  ...[
    '__MACOSX/._Sea_main.png',
    '.DS_Store',
    'folder/.DS_Store',
    'Thumbs.db',
    'desktop.ini',
    '._Sea_main.png',
    '~$Sea.docx',
  ].map((name) => zipped(`left by a computer: ${name}`, beside({ name }), 'accept')),
  zipped(
    'written as a stream',
    [
      { ...main, streamed: true },
      { ...described, streamed: true },
    ],
    'accept',
  ),
  zipped('with a comment', [main, described], 'accept', [], { comment: text('from my laptop') }),
  zipped(
    'with Unix modes',
    [
      { ...main, mode: 0o100644 },
      { ...described, mode: 0o100600 },
    ],
    'accept',
  ),
  zipped(
    'with a folder of its own',
    [
      { name: 'Sea/', bytes: text('') },
      { ...main, name: 'Sea/Sea_main.png' },
      { ...described, name: 'Sea/Sea_description.pdf' },
    ],
    'accept',
  ),
  ...['/', './'].map((name) =>
    zipped(
      `with an entry for the folder of everything: ${name}`,
      [{ name, bytes: text('') }, main, described],
      'accept',
    ),
  ),
  // 0x83 0x5C is one letter in Shift-JIS, 0xA5 0x5C one in Big5; the second byte alone is a backslash.
  ...[
    [0x83, 0x5c],
    [0xa5, 0x5c],
  ].map((letter) =>
    zipped(
      `a name as Windows in Japan and Taiwan writes it: ${letter.join(' ')}`,
      [
        { ...main, flags: 0, name: Uint8Array.of(...letter, ...text('_main.png')) },
        { ...described, flags: 0, name: Uint8Array.of(...letter, ...text('_description.pdf')) },
      ],
      'accept-with-warning',
      ['name.encoding-unknown'],
    ),
  ),
  zipped(
    'a name in an old code page and in UTF-8 beside it',
    [main, described].map((entry) => {
      const [path, old] = [String(entry.name).replace('Sea', 'Séa'), String(entry.name)];
      const extra = { central: unicodePath(path, old), local: unicodePath(path, old) };
      return { ...entry, extra };
    }),
    'accept',
  ),
  zipped(
    'packed by the tool of Java',
    [{ name: 'META-INF/MANIFEST.MF', bytes: text('Manifest-Version: 1.0\r\n\r\n') }, main, described],
    'accept',
    ['layout.suffix-missing'],
  ),
  zipped(
    'a Word document stored first',
    [
      {
        name: 'Sea_supplementary_1.docx',
        bytes: zipOf([
          { name: '[Content_Types].xml', bytes: text('<Types/>') },
          { name: 'word/document.xml', bytes: text('<w:document/>') },
        ]),
      },
      main,
      described,
    ],
    'accept-with-warning',
    ['type.no-preview'],
  ),
  zipped(
    'a Word document stored in a stream',
    [
      { ...main, streamed: true },
      {
        name: 'Sea_supplementary_1.docx',
        streamed: true,
        bytes: zipOf([
          { name: '[Content_Types].xml', bytes: text('<Types/>') },
          { name: 'word/document.xml', bytes: text('<w:document/>') },
        ]),
      },
      described,
    ],
    'accept-with-warning',
    ['type.no-preview'],
  ),
  ...['pt', 'mxl', 'weights'].map((ending) =>
    zipped(
      `a program's own archive: .${ending}`,
      [
        {
          name: `Sea_main.${ending}`,
          bytes: zipOf([{ name: 'META-INF/container.xml', bytes: text('<container/>') }]),
        },
        described,
      ],
      'accept-with-warning',
      ['type.no-preview'],
    ),
  ),
  zipped(
    'a bookmark as a browser writes it',
    beside({ name: 'Sea_supplementary_1.webloc', bytes: text('bplist00\0\0\u0001') }),
    'accept-with-warning',
    ['layout.link'],
  ),
  zipped(
    'with 198 supplements',
    [
      main,
      described,
      ...Array.from({ length: 40 }, (_, i) => ({
        name: `Sea_supplementary_${i + 1}.txt`,
        bytes: text(`${i}`),
      })),
    ],
    'accept',
  ),
  zipped(
    'with an empty supplement',
    beside({ name: 'Sea_supplementary_1.txt', bytes: text('') }),
    'accept-with-warning',
    ['file.empty'],
  ),
  zipped('the same file twice', [main, main, described], 'accept-with-warning', ['zip.duplicate-name']),
  zipped(
    'with a nested supplement',
    beside({ name: 'Sea_supplementary_1.zip', bytes: zipOf([main]) }),
    'accept-with-warning',
    ['zip.nested-archive'],
  ),
  zipped('bytes after the end', [main, described], 'accept-with-warning', ['zip.trailing-data'], {
    trailing: text('xx'),
  }),
  zipped('bytes between files', [main, { ...described, gapBefore: text('between') }], 'accept-with-warning', [
    'zip.hidden-data',
  ]),
  zipped(
    'a description of three pages',
    [main, { ...described, bytes: madePdf(['a', 'b', 'c']) }],
    'accept-with-warning',
    ['layout.description-too-long'],
  ),
  ...['.env', '.git/config', 'id_rsa', 'server.pem'].map((name) =>
    zipped(`something private: ${name}`, beside({ name }), 'accept-with-warning', [
      'layout.suffix-missing',
      'privacy.secrets',
    ]),
  ),
];
