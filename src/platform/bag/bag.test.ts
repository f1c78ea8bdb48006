import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { bagInfoText, manifestText, readBagInfo, readManifest, staysInside } from './bag.ts';
import { verifyBag } from './verify.server.ts';
import { beginBag } from './write.server.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'salon-bag-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

let made = 0;
/** A small bag, and where it lies. */
async function bagged(): Promise<string> {
  const path = join(folder, String((made += 1)));
  const bag = await beginBag(path);
  await bag.add('tide.txt', 'The tide (invented).');
  await bag.add('deep/er/100%.txt', 'A name with a sign.');
  await bag.add('empty.txt', '');
  await bag.finish([
    ['Source-Organization', 'A workshop\nin two lines (invented)'],
    ['Contact-Name', ''],
  ]);
  return path;
}

const problemsOf = async (path: string) => (await verifyBag(path)).problems;

describe('a bag', () => {
  it('is whole as it was written, and says what lies in it', async () => {
    const path = await bagged();
    const { hashes, ...proof } = await verifyBag(path);
    expect(proof).toEqual({ files: 3, bytes: 39, algorithms: ['sha256', 'sha512'], problems: [] });
    expect([...hashes.keys()].filter((one) => one.startsWith('data/'))).toEqual([
      'data/deep/er/100%.txt',
      'data/empty.txt',
      'data/tide.txt',
    ]);
    expect((await readdir(path)).sort()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ]);
    expect(await readFile(join(path, 'bag-info.txt'), 'utf8')).toEqual(
      'Source-Organization: A workshop in two lines (invented)\nPayload-Oxum: 39.3\n',
    );
  });

  it('has the same bytes whenever it is made of the same', async () => {
    const [one, other] = [await bagged(), await bagged()];
    const read = async (path: string) =>
      Promise.all(
        (await readdir(path))
          .filter((name) => name.endsWith('.txt'))
          .map((name) => readFile(join(path, name), 'utf8')),
      );
    expect(await read(one)).toEqual(await read(other));
  });

  it('tells each file that is changed, missing or surplus, and which manifest says so', async () => {
    const path = await bagged();
    await writeFile(join(path, 'data/tide.txt'), 'The tidf (invented).');
    await rm(join(path, 'data/empty.txt'));
    await writeFile(join(path, 'data/more.txt'), '');
    await writeFile(join(path, 'note.txt'), 'beside');
    expect(await problemsOf(path)).toEqual([
      'data/empty.txt is missing (manifest-sha256.txt names it).',
      'data/more.txt is surplus: manifest-sha256.txt does not name it.',
      'data/empty.txt is missing (manifest-sha512.txt names it).',
      'data/more.txt is surplus: manifest-sha512.txt does not name it.',
      'note.txt is surplus: tagmanifest-sha256.txt does not name it.',
      'note.txt is surplus: tagmanifest-sha512.txt does not name it.',
      'data/tide.txt is changed: its SHA256 is another.',
      'data/tide.txt is changed: its SHA512 is another.',
    ]);
  });

  it('tells a sum that does not fit, a manifest that was changed, and one bit in any file', async () => {
    const path = await bagged();
    const info = join(path, 'bag-info.txt');
    await writeFile(info, (await readFile(info, 'utf8')).replace('39.3', '39.4'));
    await appendFile(join(path, 'manifest-sha256.txt'), 'no line at all\n');
    expect(await problemsOf(path)).toEqual([
      'manifest-sha256.txt: this line is no hash and name: "no line at all"',
      'bag-info.txt is changed: its SHA256 is another.',
      'bag-info.txt is changed: its SHA512 is another.',
      'manifest-sha256.txt is changed: its SHA256 is another.',
      'manifest-sha256.txt is changed: its SHA512 is another.',
      'bag-info.txt: Payload-Oxum says 39.4 (bytes.files), and 39.3 is there.',
    ]);
    for (const name of await readdir(await bagged(), { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const file = join(name.parentPath, name.name);
      const bytes = await readFile(file);
      if (bytes.length === 0 || name.name === 'bagit.txt') continue;
      const bag = join(folder, String(made));
      await writeFile(file, Buffer.concat([Buffer.from([bytes[0]! ^ 1]), bytes.subarray(1)]));
      expect({ file, whole: (await problemsOf(bag)).length === 0 }).toEqual({ file, whole: false });
      await writeFile(file, bytes);
      expect(await problemsOf(bag)).toEqual([]);
    }
  });

  it('follows no link and no name that leads out of it', async () => {
    const path = await bagged();
    await writeFile(join(folder, 'secret.txt'), 'outside');
    await symlink(join(folder, 'secret.txt'), join(path, 'data/link.txt'));
    await symlink(folder, join(path, 'data/up'));
    const hash = 'a'.repeat(64);
    await appendFile(
      join(path, 'manifest-sha256.txt'),
      `${hash} ../secret.txt\n${hash} /etc/passwd\n${hash} data/../../x\n`,
    );
    expect((await problemsOf(path)).filter((one) => !one.includes('is changed'))).toEqual([
      'data/link.txt is a link, which may lead out of the folder; it is not followed.',
      'data/up is a link, which may lead out of the folder; it is not followed.',
      'manifest-sha256.txt: the name "../secret.txt" leads elsewhere.',
      'manifest-sha256.txt: the name "/etc/passwd" leads elsewhere.',
      'manifest-sha256.txt: the name "data/../../x" leads elsewhere.',
    ]);
  });

  it('is none without its declaration, and proves nothing without a manifest', async () => {
    const path = await bagged();
    for (const name of await readdir(path)) if (name.includes('manifest')) await rm(join(path, name));
    expect(await problemsOf(path)).toEqual([
      'No manifest by SHA-256 or SHA-512 is there, so nothing can be proved.',
    ]);
    await truncate(join(path, 'bagit.txt'));
    expect(await told(verifyBag(path))).toEqual({
      kind: 'invalid',
      message: `${path} is no bag: a file bagit.txt that names version 0.97 or 1.0 should lie in it.`,
      fields: {},
    });
  });

  it('is not written over anything, nor under a name that climbs, and leaves nothing when it is given up', async () => {
    const path = join(folder, 'other');
    await mkdir(path);
    const bag = await beginBag(path);
    for (const name of ['../out.txt', 'a//b', 'a/./b', '', 'c:\\x'])
      await expect(bag.add(name, '')).rejects.toThrow('no name');
    await bag.add('Tide.txt', '');
    await expect(bag.add('tide.txt', '')).rejects.toThrow('Two files');
    await writeFile(join(path, 'thesis.txt'), 'Ten years of work');
    expect((await told(bag.finish([]))) as object).toMatchObject({ kind: 'invalid' });
    expect((await told(beginBag(path))) as object).toMatchObject({ kind: 'invalid' });
    await bag.abandon();
    expect([
      await readdir(path),
      (await readdir(folder)).filter((name) => name.startsWith('other.')),
    ]).toEqual([['thesis.txt'], []]);
  });
});

describe('the words of a bag', () => {
  it('write signs that would break a line as RFC 8493 says, and read them back', () => {
    const paths = ['data/100% true', 'data/two\nlines', 'data/r\rn', 'data/%0A', 'data/ä b'];
    const text = manifestText(paths.map((path) => ({ path, hash: 'f0' })));
    expect(text).toEqual(
      'f0 data/%250A\nf0 data/100%25 true\nf0 data/r%0Dn\nf0 data/two%0Alines\nf0 data/ä b\n',
    );
    expect(readManifest(text)).toEqual({
      lines: paths.toSorted().map((path) => ({ path, hash: 'f0' })),
      wrong: [],
    });
  });

  it('are read as other tools write them', () => {
    expect(readManifest('\uFEFFAB  data/a\r\ncd *data/b\nef\tdata/c')).toEqual({
      lines: [
        { hash: 'ab', path: 'data/a' },
        { hash: 'cd', path: 'data/b' },
        { hash: 'ef', path: 'data/c' },
      ],
      wrong: [],
    });
    expect([...readBagInfo('A: one\n two\r\nB : three\n')]).toEqual([
      ['a', 'one two'],
      ['b', 'three'],
    ]);
    expect(bagInfoText([['A', 'x\nContact-Email: y']])).toEqual('A: x Contact-Email: y\n');
  });

  it('know which names stay inside', () => {
    const inside = ['data/a', 'data/a..b', 'data/.well-known/x', 'a:b'.slice(2)];
    const outside = ['/a', '../a', 'a/..', 'a/../b', './a', 'a//b', 'a/', '', '~/a', 'C:/a', 'a\\b', 'a\0'];
    expect([inside.filter(staysInside), outside.filter(staysInside)]).toEqual([inside, []]);
  });
});
