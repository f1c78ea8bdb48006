import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { stopRunner } from '#app/preflight/runner.server.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import { openZip } from '#app/preflight/zip/open.ts';
import { writtenZip } from '#app/preflight/zip/write.ts';
import { arrive } from './arrive.server.ts';
import { answerFile } from './download.server.ts';
import { jobs } from './jobs.server.ts';
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
import { pdfOf, typeset } from './typeset.server.ts';

let world: World;
let id: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(async () => {
  stopRunner();
  await world.close();
});
beforeEach(async () => {
  world.at(whileOpen);
  id = await begun('chiara');
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
    for (const name of ['main.png', ...same]) await give(name, await png(name.length));
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
    const told = async (fileId: string) => [
      await assignRole(as('ada'), { fileId, role: 'main' }).catch(said),
      await removeFile(as('ada'), { fileId }).catch(said),
      await fetchFile(as('ada'), { id: fileId }).catch(said),
      await previewFile(as('visitor'), { id: fileId }).catch(said),
    ];
    expect(await told(file)).toEqual(await told(randomId()));
    expect((await shown()).files.map(({ name }) => name)).toEqual(['one.png']);
  });

  it('stay as they are after the deadline', async () => {
    const file = await give('one.png', await png());
    const later = new Date('2024-09-13T12:15:00.001Z');
    const refusal = await removeFile(world.as('chiara', later), { fileId: file }).catch(said);
    expect(refusal).toEqual(['late', 'The deadline has passed, so the files stay as they are.']);
  });
});

describe('a file handed out', () => {
  it('is a download of unknown type under its canonical name, whatever it holds', async () => {
    const html = await give('“évil” main.html', Buffer.from('<script>alert(1)</script>'));
    await shown();
    const answer = answerFile(
      new Request('http://salon.test/'),
      await fetchFile(as('chiara'), { id: html }),
      { play: true },
    );
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Tides_main.html"; filename*=UTF-8''Tides_main.html`,
      'content-length': '25',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'application/octet-stream',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    await answer.body?.cancel();
  });

  it('comes in parts where a player asks for parts', async () => {
    const file = await fetchFile(as('chiara'), { id: await give('note.txt', Buffer.from('0123456789')) });
    const parts = [];
    for (const range of [
      'bytes=2-4',
      'bytes=-3',
      'bytes=8-',
      'bytes=10-',
      'bytes=5-2',
      'bytes=a-b',
      'bytes=0-1,3-4',
    ]) {
      const answer = answerFile(new Request('http://salon.test/', { headers: { range } }), file);
      parts.push([answer.status, answer.headers.get('content-range'), await answer.text()]);
    }
    expect(parts).toEqual([
      [206, 'bytes 2-4/10', '234'],
      [206, 'bytes 7-9/10', '789'],
      [206, 'bytes 8-9/10', '89'],
      [416, 'bytes */10', ''],
      [416, 'bytes */10', ''],
      [200, null, '0123456789'],
      [200, null, '0123456789'],
    ]);
  });

  it('as a picture is drawn anew, smaller, without what its camera wrote', async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#456' } })
      .withExif({ IFD0: { Copyright: 'where I live' } })
      .jpeg()
      .toBuffer();
    const file = await give('photo.jpg', photo);
    await shown();
    const preview = await previewFile(as('chiara'), { id: file });
    const { width, height, exif, format } = await sharp(
      resources().files.localPath(preview.sha256),
    ).metadata();
    expect([photo.includes('where I live'), width, height, exif, format]).toEqual([
      true,
      1600,
      800,
      undefined,
      'webp',
    ]);
    expect(await previewFile(as('chiara'), { id: file })).toEqual(preview);
  });
});

describe('files that need not be kept', () => {
  it('are announced 14 days before, then deleted, never while another submission holds the same', async () => {
    const shared = await png(33);
    const own = await png(34);
    const gone = [await give('shared.png', shared), await give('own.png', own)];
    const [kept, lost] = await Promise.all(
      gone.map(async (one) => (await fetchFile(as('chiara'), { id: one })).sha256),
    );
    const other = await begun('benno');
    await give('mine.png', shared, 'benno', other);
    const version = {
      id: randomId(),
      submission_id: other,
      number: 1,
      receipt: randomId(),
      submitted_at: whileOpen,
    };
    const rest = {
      title: '',
      answers: {},
      contributors: [],
      agreements: [],
      report: {},
      in_grace: false,
      changes: 0,
    };
    const row = JSON.stringify({ ...version, ...rest, by_name: '', files: [{ sha256: kept }] });
    await sql`insert into submission_version
      select * from jsonb_populate_record(null::submission_version, ${row}::jsonb)`.execute(world.db);
    await sql`insert into contributor (id, submission_id, position, name, email) values (${randomId()}, ${id}, 0, 'Chiara Creator', 'chiara@example.org')`.execute(
      world.db,
    );
    const letters = async () =>
      (
        await sql<{
          subject: string;
        }>`select subject from letter where kind = 'deletion' and to_address = 'chiara@example.org'`.execute(
          world.db,
        )
      ).rows;
    const there = () => Promise.all([kept, lost].map((sha256) => resources().files.has(sha256!)));

    world.at('2025-06-15T00:00:00Z');
    await jobs['files.delete']!({});
    expect([await letters(), await there()]).toEqual([[], [true, true]]);
    world.at('2025-06-16T08:00:00Z');
    await jobs['files.delete']!({});
    await jobs['files.delete']!({});
    expect([await letters(), await there()]).toEqual([
      [{ subject: 'The files of “Tides” will be deleted on 2025-06-30' }],
      [true, true],
    ]);
    world.at('2025-06-30T08:00:00Z');
    await jobs['files.delete']!({});
    expect(await there()).toEqual([true, false]);
  });
});

describe('bytes that no row names', () => {
  it('go in the night once they are a day old; what a file, a version or a preview names stays', async () => {
    world.at(whileOpen);
    const left = await begun('benno');
    const hash = async (file: string, who: CastName = 'chiara') =>
      (await fetchFile(as(who), { id: file })).sha256;
    const mine = await give('mine.png', await png(51));
    const theirs = await give('theirs.png', await png(52), 'benno', left);
    const fresh = await give('fresh.png', await png(53), 'benno', left);
    const handed = await give('handed.png', await png(54));
    await showFiles(as('benno'), { id: left });
    await shown();
    const preview = async (file: string, who: CastName) => (await previewFile(as(who), { id: file })).sha256;
    const blobs = {
      mine: await hash(mine),
      minePreview: await preview(mine, 'chiara'),
      handed: await hash(handed),
      fresh: await hash(fresh, 'benno'),
      theirs: await hash(theirs, 'benno'),
      theirsPreview: await preview(theirs, 'benno'),
    };
    await sql`insert into submission_version select * from jsonb_populate_record(null::submission_version, ${JSON.stringify(
      {
        id: randomId(),
        submission_id: id,
        number: 1,
        receipt: randomId(),
        submitted_at: whileOpen,
        title: '',
        answers: {},
        contributors: [],
        agreements: [],
        report: {},
        in_grace: false,
        changes: 0,
        files: [{ sha256: blobs.handed }],
      },
    )}::jsonb)`.execute(world.db);
    await sql`delete from submission_file where id = ${handed}`.execute(world.db);
    await sql`delete from submission where id = ${left}`.execute(world.db);
    const long = new Date(whileOpen.getTime() - 25 * 60 * 60 * 1000);
    for (const [name, sha256] of Object.entries(blobs))
      if (name !== 'fresh') await utimes(resources().files.localPath(sha256), long, long);
    await jobs['files.delete']!({});
    const there = await Promise.all(
      Object.entries(blobs).map(async ([name, sha256]) => [name, await resources().files.has(sha256)]),
    );
    expect(Object.fromEntries(there)).toEqual({
      mine: true,
      minePreview: true,
      handed: true,
      fresh: true,
      theirs: false,
      theirsPreview: false,
    });
  });

  it('count as new when they are brought again', async () => {
    const { files } = resources();
    const again = () => files.keep(Readable.from([Buffer.from('brought twice')]));
    const { sha256 } = await again();
    await utimes(files.localPath(sha256), whileOpen, whileOpen);
    await again();
    const past = new Date(whileOpen.getTime() + 1);
    expect([await files.removeOlder(sha256, past), await files.has(sha256)]).toEqual([false, true]);
    await utimes(files.localPath(sha256), whileOpen, whileOpen);
    expect([await files.removeOlder(sha256, past), await files.has(sha256)]).toEqual([true, false]);
  });
});

const as = (who: CastName | 'visitor') => world.as(who);
const said = (refusal: { kind: string; message: string }) => [refusal.kind, refusal.message];
const shown = () => showFiles(as('chiara'), { id });

async function begun(who: CastName): Promise<string> {
  const made = randomId();
  await sql`insert into submission (id, edition_id, call_id, begun_at, begun_by, changed_at, title)
    values (${made}, ${world.edition.id}, ${world.callIds['creative-work']}, ${whileOpen}, ${world.people[who].id}, ${whileOpen}, 'Tides')`.execute(
    world.db,
  );
  return made;
}

let minute = 0;

/** Hands in one file, each a little later than the one before. */
async function give(name: string, bytes: Uint8Array, who: CastName = 'chiara', to = id): Promise<string> {
  const path = join(resources().files.incoming, `form-${randomId()}`);
  await writeFile(path, bytes);
  const context = world.as(who, new Date(whileOpen.getTime() + (minute += 1) * 60_000));
  const { fileId } = await arrive(context, { path, name }, (blob) =>
    addFile(context, { id: to, fileId: randomId(), name, begunAt: whileOpen, ...blob }),
  );
  return fileId;
}

async function png(size = 12): Promise<Buffer> {
  return sharp({ create: { width: size, height: size, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
}

async function pdf(): Promise<Uint8Array> {
  const page = await typeset([{ kind: 'text', text: 'About the work' }]);
  return pdfOf(page, { title: 'About the work', now: whileOpen });
}

async function tides(): Promise<Uint8Array> {
  return writtenZip([
    { name: 'Tides/Tides_main.png', bytes: await png() },
    { name: 'Tides/Tides_description.pdf', bytes: await pdf() },
    { name: 'Tides/Tides_supplementary_1.png', bytes: await png(40) },
  ]);
}
