import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPerson, insertStanding } from '#app/features/people/queries.server.ts';
import { phaseOf } from '#app/features/calls/call.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { isFrozen } from '#app/features/editions/freeze-queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { begin } from '#app/features/submissions/operations.server.ts';
import { extend } from '#app/features/calls/operations.server.ts';
import { edit, changeSection } from '#app/features/editions/operations.server.ts';
import { connectOrcid } from '#app/features/people/orcid-queries.server.ts';
import { insertPicture, insertWords } from '#app/features/site/pictures/queries.server.ts';
import { renderAll } from '#app/features/works/renditions/operations.server.ts';
import { setEmbargo, takeDown } from '#app/features/works/rights/operations.server.ts';
import { beginBag } from '#app/platform/bag/write.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { after } from '../../../../tests/accepted.ts';
import {
  different,
  aPhotograph,
  aSound,
  keptPaper,
  keptWork,
  namesIn,
  published,
} from '../../../../tests/archived.ts';
import { told } from '../../../../tests/refusal.ts';
import { blob, photograph } from '../../../../tests/renditions.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { examine } from '../../../cli/doctor.server.ts';
import { exportSite } from '../exporting.server.ts';
import { exportArchive } from './exporting.server.ts';
import { importArchive } from './importing.server.ts';

const made = after(60);
let folder: string;
let archive: string;
let world: World;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-import-'));
  archive = join(folder, 'archive');
  world = await openWorld();
  await fill();
  await published(world, after(50));
  await exportArchive(world.as('system', made), { slug: '2024', folder: archive });
  await exportSite(world.as('system', made), { folder: join(folder, 'before') });
  await world.close();
  world = await openWorld();
  await emptied();
}, 300_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function fill(): Promise<void> {
  const { db } = world;
  const found = ['website', 'archive', 'recognition'] as const;
  const tide = await keptWork(world, { title: 'Low Tide', file: await aPhotograph(), uses: found });
  await keptWork(world, { title: 'Two Seconds', file: aSound() });
  const paper = await keptPaper(world, { title: 'On Looking Twice' });
  const late = await keptWork(world, { title: 'Kept Until Later', file: await aPhotograph() });
  await setEmbargo(world.as('chiara', after(5)), { id: late, until: after(40), reason: '' });
  const gone = await keptWork(world, { title: 'Gone by Morning', file: await aPhotograph() });
  await takeDown(world.as('chiara', after(45)), {
    id: gone,
    scopes: ['page'],
    reason: 'Mine alone',
    words: 'Taken down at the wish of its creator.',
    titleStays: false,
    creditStays: false,
  });
  await sql`insert into public_slug (edition_id, slug, submission_id, given_at, leads_since)
    values (${world.edition.id}, 'ebb', ${tide}, ${after(1)}, ${after(0)})`.execute(db);
  const orcid = '0000-0002-1825-0097';
  await sql`update contributor set orcid = ${orcid} where person_id = ${world.people.ada.id}`.execute(db);
  await connectOrcid(db, { personId: world.people.ada.id, orcid, now: after(1) });
  await sql`insert into contributor (id, submission_id, position, name, email) values
    ('never-answered-0001', ${paper}, 9, 'Never Answered', 'never@example.org')`.execute(db);
  await extend(world.as('olga', after(2)), {
    slug: '2024',
    call: 'papers',
    to: { date: '2024-09-20', time: '23:59', zone: 'AoE' },
    reason: 'A storm (invented)',
  });
  await picture();
}

async function picture(): Promise<void> {
  const bytes = await photograph({ width: 480, height: 300 }).jpeg().toBuffer();
  const kept = await blob(bytes);
  const file = { name: 'picture-480.jpg', mime: 'image/jpeg', width: 480, height: 300, ...kept };
  const brought = { id: 'picture-0001', editionId: world.edition.id, key: 'hall', width: 480, height: 300 };
  const words = { alt: 'The hall', credit: 'Olga Organizer', licence: '', link: '' };
  const statement = 'STATEMENT-CANARY';
  const who = { addedAt: after(1), addedBy: null, sourceSha256: kept.sha256, statement };
  await insertPicture(world.db, { ...brought, ...who }, []);
  await insertWords(world.db, brought.id, { ...words, revision: 1, saidAt: after(1), saidBy: null }, [file]);
  const { settings, revisions } = await edit(world.as('olga', after(3)), { slug: '2024' });
  const body = 'By boat.\n\n![The hall](picture:hall)\n';
  await changeSection(world.as('olga', after(3)), {
    slug: '2024',
    section: 'pages',
    revision: revisions.pages,
    body: [...settings.pages, { slug: 'getting-here', title: 'Getting here', body, menu: true }],
  });
}

const emptied = () => sql`truncate edition, person cascade`.execute(world.db);

const bring = (from = archive, at = made) => importArchive(world.as('system', at), { folder: from });

let changed = 0;
/** The archive with one document changed, and its hashes made to fit. */
async function forged(path: string, change: (document: any) => void, more: Record<string, string> = {}) {
  const target = join(folder, `forged-${(changed += 1)}`);
  const bag = await beginBag(target);
  for (const name of await namesIn(join(archive, 'data'))) {
    const from = join(archive, 'data', name);
    if (name !== path) {
      await bag.add(name, createReadStream(from));
      continue;
    }
    const document = JSON.parse(await readFile(from, 'utf8'));
    change(document);
    await bag.add(name, JSON.stringify(document));
  }
  for (const [name, text] of Object.entries(more)) await bag.add(name, text);
  await bag.finish([]);
  return target;
}

describe('an edition that comes back from its archive', { timeout: 300_000 }, () => {
  it('has the very pages, files and archive that it had', async () => {
    expect(await bring()).toEqual({ slug: '2024', records: 5, base: 'http://salon.test' });
    const later = join(folder, 'after');
    await exportSite(world.as('system', made), { folder: later });
    expect(await different(join(folder, 'before'), later)).toEqual([]);
    expect((await namesIn(later)).length > 100).toEqual(true);
    const again = join(folder, 'again');
    await exportArchive(world.as('system', made), { slug: '2024', folder: again });
    expect(await different(archive, again)).toEqual([]);
  });

  it('keeps what must hold, has nobody’s account, and is not made anew at night', async () => {
    await renderAll(after(61));
    const { rows } = await sql<{ people: number; replaced: number; letters: number }>`select
      (select count(*)::int from person) as people, (select count(*)::int from letter) as letters,
      (select count(*)::int from rendering where replaced_at is not null) as replaced`.execute(world.db);
    expect(rows).toEqual([{ people: 0, letters: 0, replaced: 0 }]);
    const { files, settings } = resources();
    const look = { db: world.db, files, settings, now: after(62), hashes: true };
    const broken = (await examine(look)).filter((one) => one.part !== 'platform' && one.broken.length > 0);
    expect(broken).toEqual([
      {
        part: 'people',
        says: 'Every edition has somebody who organizes it, or somebody runs this Salon',
        broken: ['2024'],
      },
    ]);
  });

  it('is taken down at the desk as anything else is', async () => {
    const { rows } = await sql<{ id: string; editionId: string }>`
      select id, edition_id as "editionId" from submission where title = 'Low Tide'`.execute(world.db);
    const { id, editionId } = rows[0]!;
    const nobody = {
      name: 'Nora New-Organizer',
      email: 'nora@example.org',
      castKey: 'nora',
      confirmed: true,
    };
    const personId = await insertPerson(world.db, { ...nobody, now: made });
    await insertStanding(world.db, { editionId, personId, role: 'organizer', by: null, now: made });
    const nora = {
      ...world.people.olga,
      ...nobody,
      id: personId,
      roles: [{ editionId, role: 'organizer' as const }],
    };
    const down = {
      scopes: ['page' as const],
      reason: 'Asked by letter',
      words: '',
      titleStays: true,
      creditStays: true,
    };
    await takeDown({ viewer: nora, now: after(63) }, { id, ...down });
    const site = join(folder, 'down');
    await exportSite(world.as('system', after(64)), { folder: site });
    expect(
      (await namesIn(site)).filter((name) => /^2024\/works\/low-tide.*\.(jpg|html)$/.test(name)),
    ).toEqual(['2024/works/low-tide.html']);
  });

  it('is archived: its calls take in nothing, though their dates have not come', async () => {
    const { id: editionId } = (await findEdition(world.db, { slug: '2024' }))!;
    const [call] = await findCalls(world.db, { editionId });
    const visitor = world.as('visitor', made);
    expect([
      await isFrozen(world.db, editionId),
      phaseOf(call!, made),
      await told(begin(visitor, { call: call!.id })),
    ]).toEqual([
      true,
      'open',
      { kind: 'late', message: 'This edition is archived, so everything in it stays as it is.', fields: {} },
    ]);
  });

  it('overwrites nothing', async () => {
    expect(await told(bring())).toEqual({
      kind: 'invalid',
      message: 'There is an edition “2024” here already, and an archive overwrites nothing.',
      fields: {},
    });
  });
});

describe('an archive that somebody wrote', { timeout: 300_000 }, () => {
  const tide = 'metadata/works/low-tide.json';
  const refusedFor = async (path: string, change: (document: any) => void, more?: Record<string, string>) =>
    ((await told(bring(await forged(path, change, more)))) as { message: string }).message;

  it('is refused whole where anything of it is not as it should be, and leaves nothing', async () => {
    await emptied();
    const broken = join(folder, 'broken');
    await (await beginBag(broken)).finish([]);
    await writeFile(join(broken, 'note.txt'), 'x');
    const messages = [
      ((await told(bring(broken))) as { message: string }).message.replace(broken, 'DIR'),
      await refusedFor('metadata/edition.json', (one) => (one.salon.archive = 99)),
      await refusedFor('metadata/edition.json', (one) => (one.settings.about.zone = '')),
      await refusedFor('metadata/edition.json', (one) => (one.settings.about.slug = 'desk')),
      await refusedFor('metadata/edition.json', (one) => (one.archivedAt = '2099-01-01T00:00:00.000Z')),
      await refusedFor('metadata/edition.json', (one) =>
        one.records.push('metadata/works/../../../secret.json'),
      ),
      await refusedFor('metadata/calls.json', (one) => (one.calls[0].settings.kind = 'dance')),
      await refusedFor('metadata/rights.json', (one) => (one.rights = [])),
      await refusedFor('metadata/rights.json', (one) => {
        for (const { grants } of one.rights) for (const grant of grants) grant.text.sha256 = 'a'.repeat(64);
      }),
      await refusedFor(tide, (one) => (one.record.slug = 'other')),
      await refusedFor(tide, (one) => (one.record.formerSlugs = ['two-seconds'])),
      await refusedFor(tide, (one) => (one.record.files[0].renditions[0].sha256 = 'b'.repeat(64))),
      await refusedFor(
        tide,
        (one) =>
          one.record.files[0].renditions.push({
            ...one.record.files[0].renditions[0],
            name: 'evil.html',
            mime: 'text/html',
          }),
        { 'site/2024/works/low-tide/evil.html': '<script>alert(1)</script>' },
      ),
      await refusedFor(tide, (one) => (one.record.files[0].renditions[0].name = '../../../../etc/passwd')),
      await refusedFor(tide, (one) => (one.originals[0].path = 'originals/works/low-tide/../../../../x')),
    ];
    const shape = 'is not as this Salon writes it';
    expect(messages.map((one) => one.replace(/: (Invalid|Expected) .*$/, ''))).toEqual([
      'DIR is not whole, so nothing of it is brought back: note.txt is surplus: tagmanifest-sha256.txt does not name it. “salon verify” tells all 2.',
      `metadata/edition.json ${shape}, at salon.archive`,
      `metadata/edition.json ${shape}, at settings.about.zone: Please fill this in.`,
      'This archive calls its edition by two names.',
      'This archive says it was made at 2099-01-01T00:00:00.000Z, which is yet to come.',
      `metadata/edition.json ${shape}, at records.5`,
      `A call in this archive ${shape}`,
      'Nothing in this archive says what was granted for “A work that was taken down”.',
      expect.stringMatching(
        /^What was granted for “[\w-]+” names a text that this Salon does not know: work-\d+\.$/,
      ),
      'metadata/works/low-tide.json tells of another paper or work.',
      'Two papers or works of this archive have one address.',
      'site/2024/works/low-tide/main-480.avif has other bytes than this archive says of it.',
      `metadata/works/low-tide.json ${shape}, at record.files.0.renditions.6`,
      `metadata/works/low-tide.json ${shape}, at record.files.0.renditions.0.name`,
      `metadata/works/low-tide.json ${shape}, at originals.0.path`,
    ]);
    const { rows } = await sql<{
      left: number;
    }>`select (select count(*) from edition)::int + (select count(*) from submission)::int
      + (select count(*) from acceptance)::int as left`.execute(world.db);
    expect(rows).toEqual([{ left: 0 }]);
  });

  it('shows markup in its words as words', async () => {
    const title = '<script>alert("MARK")</script>';
    await bring(await forged(tide, (one) => (one.record.title = title)));
    const site = join(folder, 'marked');
    await exportSite(world.as('system', made), { folder: site });
    const page = await readFile(join(site, '2024/works/low-tide.html'), 'utf8');
    expect([page.includes('MARK'), /<script[^>]*>alert/.test(page)]).toEqual([true, false]);
  });
});
