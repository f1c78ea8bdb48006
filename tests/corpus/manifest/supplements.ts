/** Owns the archives of the manifest that come beside a paper: code and data as they are kept, and what hides in them. */
import { onePage } from '#app/preflight/corpus/lengths.ts';
import { paper } from '#app/preflight/corpus/papers.ts';
import { zipOf, type TestArchive, type TestEntry } from '#app/preflight/corpus/zips.ts';
import type { Code } from '#app/preflight/findings.ts';
import type { Verdict } from '#app/preflight/report.ts';
import { text, type Case, type File } from './case.ts';

const itself: File = {
  name: 'paper.pdf',
  bytes: paper([...onePage, { heading: 'References' }, { entries: 8 }], {
    notice: '38th Conference on Neural Information Processing Systems (NeurIPS 2024).',
  }),
};
const readme: TestEntry = { name: 'code/README.md', bytes: text('# Code\nRun it.'), method: 8 };
const beside = (says: string, file: File, verdict: Verdict, ...codes: Code[]): Case => ({
  says: `beside a paper: ${says}`,
  call: 'papers',
  files: [itself, file],
  verdict,
  codes: codes.sort(),
});
const archive = (
  says: string,
  entries: (Partial<TestEntry> & { name: string })[],
  verdict: Verdict,
  codes: Code[] = [],
  parts: TestArchive = {},
): Case => {
  const all = [readme, ...entries.map((entry) => ({ bytes: text('a file'), ...entry }))];
  return beside(says, { name: 'code.zip', bytes: zipOf(all, parts) }, verdict, ...codes);
};
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `code/node_modules/p${i}/lib/index.js` }));

const kept: Case[] = [
  archive('code and data', [{ name: 'code/main.py' }, { name: 'data/a.csv' }], 'accept'),
  archive('200 files', many(199), 'accept'),
  archive('1,000 files', many(999), 'accept-with-warning', ['zip.too-many-entries']),
  archive('5,001 files, which nobody looks into', many(5_000), 'accept-with-warning', [
    'zip.too-many-entries',
  ]),
  archive('scripts that are marked to be run', [{ name: 'code/run.sh', mode: 0o100755 }], 'accept'),
  archive(
    'deep folders and long names',
    [{ name: `${'node_modules/a/'.repeat(12)}index.js` }, { name: `${'x'.repeat(260)}.txt` }],
    'accept',
  ),
  archive('names of programmers', [{ name: '@scope/aux.c' }, { name: 'a/-flag&&.txt' }], 'accept'),
  archive('names that differ in case only', [{ name: 'code/readme.md' }], 'accept-with-warning', [
    'zip.duplicate-name',
  ]),
  archive(
    'a link from one of its files to another',
    [{ name: 'code/bin/run', bytes: text('../lib/run.js'), mode: 0o120777 }, { name: 'code/lib/run.js' }],
    'accept',
  ),
  archive('the history of a project', [{ name: 'code/.git/config' }], 'accept-with-warning', [
    'privacy.secrets',
  ]),
  archive(
    'a program that was built',
    [{ name: 'code/a.exe', bytes: Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)]) }],
    'accept-with-warning',
    ['zip.executable'],
  ),
  archive('a second archive', [{ name: 'data.zip', bytes: zipOf([readme]) }], 'accept-with-warning', [
    'zip.nested-archive',
  ]),
  beside(
    'an archive of another kind',
    { name: 'code.rar', bytes: text('Rar!\x1a\x07\x01\0 and more') },
    'accept-with-warning',
    'type.no-preview',
  ),
];

const broken: Case[] = [
  archive('a name that leads elsewhere', [{ name: '../../.bashrc' }], 'reject', ['zip.path-traversal']),
  archive(
    'a link that leads elsewhere',
    [{ name: 'code/keys', bytes: text('../../.ssh/id_rsa'), mode: 0o120777 }],
    'reject',
    ['zip.special-file'],
  ),
  archive(
    'a link to a fixed place',
    [{ name: 'code/passwd', bytes: text('/etc/passwd'), mode: 0o120777 }],
    'reject',
    ['zip.special-file'],
  ),
  archive('a device', [{ name: 'code/tty', mode: 0o020644 }], 'reject', ['zip.special-file']),
  archive('a password', [{ name: 'code/main.py', flags: 0x0801 }], 'reject', ['zip.encrypted']),
  archive(
    '60 MB of nothing',
    [{ name: 'data.bin', bytes: new Uint8Array(60_000_000), method: 8 }],
    'reject',
    ['zip.bomb'],
  ),
  archive(
    'a size that lies',
    [{ name: 'data.bin', method: 8, central: { size: 3 }, local: { size: 3 } }],
    'reject',
    ['zip.size-mismatch'],
  ),
  archive('a wrong checksum', [{ name: 'data.bin', central: { crc: 1 }, local: { crc: 1 } }], 'reject', [
    'zip.corrupt',
  ]),
  archive('an entry in no list', [{ name: 'hidden.txt', unlisted: true }], 'reject', ['zip.hidden-data']),
  archive('a control sign in a name', [{ name: 'a\x1bb.txt' }], 'reject', ['name.control-char']),
  archive('two names', [{ name: 'a.txt', local: { name: 'b.txt' } }], 'reject', ['zip.ambiguous']),
  beside(
    'half an archive',
    { name: 'code.zip', bytes: zipOf([readme, { ...readme, name: 'b.md' }]).slice(0, 120) },
    'reject',
    'zip.corrupt',
  ),
  beside('no file at all', { name: 'code.zip', bytes: zipOf([]) }, 'reject', 'zip.empty'),
];

export const supplements: Case[] = [...kept, ...broken];
