import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handIn, pdf, png } from '../../../../tests/files.ts';
import { told } from '../../../../tests/refusal.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import { openZip } from '#app/preflight/zip/open.ts';
import { writtenZip } from '#app/preflight/zip/write.ts';
import {
  addFile,
  assignRole,
  fetchFile,
  moveFile,
  packFiles,
  previewFile,
  removeFile,
  showFiles,
} from './operations.server.ts';

let world: World;
let id: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.at(whileOpen);
  id = await bareDraft(world, 'chiara');
});

describe('the files of a work', () => {
  it('come out of an archive with their roles, and the archive is kept', async () => {
    await give('Tides.zip', await tides());
    const { files, verdict, findings } = await shown();
    expect(files.map(({ name, role, proposed, fromArchive }) => [name, role, proposed, fromArchive])).toEqual(
      [
        ['Tides/Tides_main.png', 'main', true, 'Tides.zip'],
        ['Tides/Tides_description.pdf', 'description', true, 'Tides.zip'],
        ['Tides/Tides_supplementary_1.png', 'supplementary', true, 'Tides.zip'],
        ['Tides.zip', 'archive', true, null],
      ],
    );
    expect([verdict, findings.filter(({ severity }) => severity === 'reject')]).toEqual([
      expect.stringContaining('accept'),
      [],
    ]);
  });

  it('of a hostile archive stay inside it, and the page says why', async () => {
    await give('evil.zip', writtenZip([{ name: '../../evil.png', bytes: await png() }]));
    const { files, verdict, findings } = await shown();
    expect([files.map(({ name }) => name), verdict]).toEqual([['evil.zip'], 'reject']);
    expect([...findings, ...files[0]!.findings].map(({ code }) => code)).toContain('zip.path-traversal');
  });

  it('take the role a person gives, and the report speaks of that role', async () => {
    const first = await give('one.png', await png(10));
    const second = await give('two.png', await png(20));
    await assignRole(as('chiara'), { fileId: second, role: 'main' });
    await assignRole(as('chiara'), { fileId: first, role: 'main' });
    const { files } = await shown();
    expect(files.map(({ name, canonical, role, proposed }) => [name, canonical, role, proposed])).toEqual([
      ['one.png', 'Tides_main.png', 'main', false],
      ['two.png', 'Tides_supplementary_1.png', 'supplementary', false],
    ]);
  });

  it('that supplement it stand in the order their person gives', async () => {
    const ids = [];
    for (const name of ['main.png', 'a.png', 'b.png', 'c.png'])
      ids.push(await give(name, await png(ids.length + 5)));
    await shown();
    await moveFile(as('chiara'), { fileId: ids[3]!, to: 0 });
    const { files } = await shown();
    expect(files.map(({ name, canonical }) => [name, canonical])).toEqual([
      ['main.png', 'Tides_main.png'],
      ['c.png', 'Tides_supplementary_1.png'],
      ['a.png', 'Tides_supplementary_2.png'],
      ['b.png', 'Tides_supplementary_3.png'],
    ]);
  });

  it('that came at the same moment stand as they came, and a later one stands last', async () => {
    const same = Array.from({ length: 6 }, (_, at) => `${at}.png`);
    for (const name of ['main.png', ...same]) {
      const blob = await resources().files.keep(Readable.from([await png(name.length)]));
      const file = { id, fileId: randomId(), name, begunAt: whileOpen, archive: false };
      await addFile(as(), { ...file, sha256: blob.sha256, bytes: blob.bytes });
    }
    const { files } = await shown();
    await moveFile(as('chiara'), { fileId: files.at(-1)!.id, to: 0 });
    await give('late.png', await png(9));
    expect((await shown()).files.map(({ name }) => name)).toEqual([
      'main.png',
      '5.png',
      ...same.slice(0, 5),
      'late.png',
    ]);
  });

  it('are gone from the page once taken away, with all that came in their archive', async () => {
    await give('Tides.zip', await tides());
    const archive = (await shown()).files.at(-1)!;
    await removeFile(as('chiara'), { fileId: archive.id });
    const { files, verdict, left, limit } = await shown();
    expect([files, verdict, left]).toEqual([[], null, limit]);
  });

  it('go out packed under the names of the call', async () => {
    await give('zz.png', await png());
    await give('about.pdf', await pdf());
    await shown();
    const { name, stream } = await packFiles(as('chiara'), { id });
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    const { entries, findings } = await openZip(fromBytes(Buffer.concat(pieces)), name);
    expect([name, entries.map((entry) => entry.name), findings]).toEqual([
      'Tides.zip',
      ['Tides_main.png', 'Tides_description.pdf'],
      [],
    ]);
  });

  it('cannot be arranged by a stranger, who learns nothing', async () => {
    const file = await give('one.png', await png());
    const tries = async (fileId: string) => [
      await told(assignRole(as('ada'), { fileId, role: 'main' })),
      await told(removeFile(as('ada'), { fileId })),
      await told(fetchFile(as('ada'), { id: fileId })),
      await told(previewFile(as('visitor'), { id: fileId })),
    ];
    expect(await tries(file)).toEqual(await tries(randomId()));
    expect((await shown()).files.map(({ name }) => name)).toEqual(['one.png']);
  });

  it('stay as they are after the deadline', async () => {
    const file = await give('one.png', await png());
    const later = new Date('2024-09-13T12:15:00.001Z');
    const refusal = await told(removeFile(world.as('chiara', later), { fileId: file }));
    expect(refusal).toEqual({
      kind: 'late',
      message: 'The deadline has passed, so the files stay as they are.',
      fields: {},
    });
  });
});

const as = (who: CastName | 'visitor' = 'chiara') => world.as(who);
const shown = () => showFiles(as(), { id });
const give = (name: string, bytes: Uint8Array) => handIn(world, 'chiara', id, { name, bytes });

async function tides(): Promise<Uint8Array> {
  return writtenZip([
    { name: 'Tides/Tides_main.png', bytes: await png() },
    { name: 'Tides/Tides_description.pdf', bytes: await pdf() },
    { name: 'Tides/Tides_supplementary_1.png', bytes: await png(40) },
  ]);
}
