import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { addContributor, submit, withdraw } from '#app/features/submissions/operations.server.ts';
import { accept, unaccept } from '#app/features/works/operations.server.ts';
import {
  choose,
  endUses,
  grant,
  sayPictures,
  setEmbargo,
  takeDown,
} from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { resources } from '#app/platform/resources.server.ts';
import { photograph } from '../../../../tests/renditions.ts';
import { told } from '../../../../tests/refusal.ts';
import { allAgreed, completeWork, putFile } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { invariants } from './invariants.server.ts';
import { makeAgain, making } from './desk-operations.server.ts';
import { jobs } from './jobs.server.ts';
import { renderEdition, renderSubmission } from './operations.server.ts';
import { listPublicFiles } from './queries.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const later = (minutes: number) => new Date(whileOpen.getTime() + minutes * 60_000);

/** A work of Chiara's with a picture and a file that nobody can read, submitted. */
async function submitted(): Promise<{ id: string; receipt: string }> {
  const id = await completeWork(world);
  const content = await photograph({ width: 600, height: 300 }).jpeg().toBuffer();
  await putFile(world, id, { role: 'supplementary', name: 'detail.jpg', content });
  await sql`update submission_file set report = jsonb_build_object('findings', '[]'::jsonb, 'facts',
    jsonb_build_object('kind', case role when 'main' then 'png' else 'jpeg' end)) where submission_id = ${id}`.execute(
    world.db,
  );
  return { id, ...(await submit(world.as('chiara'), { id, agreed: await allAgreed(world, 'chiara', id) })) };
}

async function acceptedAndGranted(): Promise<string> {
  const { id, receipt } = await submitted();
  await accept(world.as('olga'), { edition: '2024', chosen: [{ id, receipt }] });
  await grantIt(id);
  return id;
}

const grantIt = (id: string) =>
  grant(world.as('chiara'), {
    id,
    uses: ['website'],
    capacity: 'author',
    agreed: true,
    text: hashOf(textFor('work')),
  });

const shown = async (id: string) =>
  ((await listPublicFiles(world.db, [id])).get(id) ?? []).map(({ role, renditions }) => [
    role,
    renditions.map(({ name }) => name),
  ]);

const pictures = (...widths: number[]) =>
  widths.flatMap((width) => ['avif', 'jpg', 'webp'].map((ending) => `supplementary-${width}.${ending}`));

const waiting = async (id: string) =>
  (
    await sql<{
      key: string;
    }>`select key from graphile_worker.jobs where key like ${`works.render ${id}%`}`.execute(world.db)
  ).rows;

describe('what is made of a submission', () => {
  it('is nothing before it is accepted and granted, then all that can be made, and nothing after a takedown', async () => {
    const { id, receipt } = await submitted();
    await renderSubmission(id, whileOpen);
    expect(await shown(id)).toEqual([]);
    await grantIt(id);
    await renderSubmission(id, whileOpen);
    expect(await shown(id)).toEqual([]);
    await accept(world.as('olga'), { edition: '2024', chosen: [{ id, receipt }] });
    expect(await waiting(id)).toEqual([{ key: `works.render ${id}` }]);
    await jobs['works.render']!({ id });
    expect(await shown(id)).toEqual([['supplementary', pictures(480, 600)]]);
    await takeDown(world.as('chiara', later(1)), {
      id,
      scopes: ['media'],
      reason: 'A change of mind.',
      words: '',
      titleStays: true,
      creditStays: true,
    });
    world.at(later(1));
    await jobs['works.render']!({ id });
    world.at(whileOpen);
    expect(await shown(id)).toEqual([]);
  }, 300_000);

  it('waits for the end of an embargo, and asks for itself then', async () => {
    const id = await acceptedAndGranted();
    const until = new Date('2024-12-24T12:00:00Z');
    await setEmbargo(world.as('chiara'), { id, until });
    await renderSubmission(id, whileOpen);
    expect(await shown(id)).toEqual([]);
    const { rows } = await sql`select run_at as "at" from graphile_worker.jobs
      where key = ${`works.render ${id} later`}`.execute(world.db);
    expect(rows).toEqual([{ at: until }]);
    await renderSubmission(id, until);
    expect(await shown(id)).toEqual([['supplementary', pictures(480, 600)]]);
  }, 300_000);

  it('shows each failure in words to organizers apart, and to nobody else', async () => {
    const id = await acceptedAndGranted();
    await renderSubmission(id, whileOpen);
    const failed = {
      id,
      label: 'Main work',
      state: 'failed',
      title: 'Tide Tables for a Dry Sea',
      words: 'It could not be read within the limits of time and memory, so nothing of it is shown.',
    };
    const atDesk = async () =>
      (await making(world.as('olga'), { edition: '2024' })).failed.filter((one) => one.id === id);
    expect(await atDesk()).toEqual([failed]);
    for (const who of ['chiara', 'ada', 'jiro', 'visitor'] as const)
      expect(await told(making(world.as(who), { edition: '2024' }))).toMatchObject({ kind: 'missing' });
  }, 300_000);

  it('is asked for once more by organizers, and is no word or count to one who has a part in it', async () => {
    const id = await acceptedAndGranted();
    await renderSubmission(id, whileOpen);
    const counts = async () => {
      const { made, waiting, failed } = await making(world.as('oscar'), { edition: '2024' });
      return [made, waiting, failed.filter((one) => one.id === id).length];
    };
    const [made, waitingFiles, seen] = await counts();
    expect(seen).toBe(1);
    await makeAgain(world.as('olga'), { edition: '2024' });
    expect(await waiting(id)).toEqual([{ key: `works.render ${id}` }]);
    await addContributor(world.as('chiara'), { id, name: 'Oscar', email: 'oscar@example.org' });
    expect(await counts()).toEqual([made! - 1, waitingFiles, 0]);
  }, 300_000);

  it('is made again where its recipe changes, and only then; the old serves until the new stands', async () => {
    const id = await acceptedAndGranted();
    await renderSubmission(id, whileOpen);
    const hashes = async () =>
      ((await listPublicFiles(world.db, [id])).get(id) ?? []).flatMap(({ renditions }) =>
        renditions.map((r) => r.sha256),
      );
    const before = await hashes();
    await renderSubmission(id, later(1));
    await renderEdition(world.edition.id, later(1));
    expect(await hashes()).toEqual(before);
    const [{ sha256 } = { sha256: '' }] = (
      await sql<{
        sha256: string;
      }>`select sha256 from submission_file where submission_id = ${id} and name = 'detail.jpg'`.execute(
        world.db,
      )
    ).rows;
    await sayPictures(world.as('chiara', later(2)), {
      id,
      pictures: [{ sha256, alt: 'A shell', decorative: false }],
    });
    expect([await hashes(), await shown(id)]).toEqual([before, [['supplementary', pictures(480, 600)]]]);
    await renderSubmission(id, later(2));
    const after = await hashes();
    expect([after.length, after.filter((one) => before.includes(one))]).toEqual([6, []]);
    const [file] = (await listPublicFiles(world.db, [id])).get(id)!;
    const packet = (await sharp(resources().files.localPath(file!.renditions[0]!.sha256)).metadata())
      .xmpAsString;
    expect([file!.alt, packet!.includes('A shell')]).toEqual(['A shell', true]);
  }, 300_000);

  it('disappears at once where its creator allows less, and comes back smaller', async () => {
    const id = await acceptedAndGranted();
    await renderSubmission(id, whileOpen);
    await choose(world.as('chiara', later(3)), {
      id,
      licence: 'reserved',
      preference: 'reserve-all',
      maxPixels: 480,
      credit: '',
    });
    await renderSubmission(id, later(3));
    expect(await shown(id)).toEqual([['supplementary', pictures(480)]]);
    await endUses(world.as('chiara', later(4)), { id, uses: ['website'], reason: 'Enough.' });
    await renderSubmission(id, later(4));
    expect(await shown(id)).toEqual([]);
    await unaccept(world.as('olga', later(5)), { edition: '2024', ids: [id], reason: 'A mistake.' });
    await renderSubmission(id, later(5));
    expect(await shown(id)).toEqual([]);
  }, 300_000);
});

describe('each night', () => {
  it('what no verb asked for is caught up with, and what is as it should be leaves no trace', async () => {
    const [stays, goes] = [await acceptedAndGranted(), await acceptedAndGranted()];
    await jobs['works.renderAll']!({});
    const made = [['supplementary', pictures(480, 600)]];
    expect([await shown(stays), await shown(goes)]).toEqual([made, made]);
    await withdraw(world.as('chiara'), { id: goes, reason: '' });
    await jobs['works.renderAll']!({});
    expect([await shown(stays), await shown(goes)]).toEqual([made, []]);
    await sql`update rendering set made_at = asked_at, failed_at = null where made_at is null`.execute(
      world.db,
    );
    const traces = async () =>
      (await sql`select 1 from audit_entry where operation like 'renditions.%'`.execute(world.db)).rows
        .length;
    const before = await traces();
    await jobs['works.renderAll']!({});
    expect([before > 0, await traces()]).toEqual([true, before]);
    const { rows } = await sql`select key from graphile_worker.jobs where key = 'works.renderAll'`.execute(
      world.db,
    );
    expect(rows).toEqual([{ key: 'works.renderAll' }]);
  }, 300_000);
});

describe('the doctor', () => {
  it('misses what is gone, and finds an original that is shown as it came', async () => {
    const id = await acceptedAndGranted();
    await renderSubmission(id, whileOpen);
    const { db } = world;
    const { files, settings } = resources();
    const look = { db, files, settings, now: whileOpen, hashes: true };
    const broken = async () =>
      (await Promise.all(invariants.map((one) => one.broken(look)))).map((lines) => lines.length);
    expect(await broken()).toEqual([0, 0, 0]);
    const [file] = (await listPublicFiles(db, [id])).get(id)!;
    await files.remove(file!.renditions[0]!.sha256);
    expect(await broken()).toEqual([1, 0, 0]);
    await sql`update rendition set sha256 = source_sha256 from rendering r
      where r.id = rendering_id and r.submission_id = ${id} and name = 'supplementary-480.avif'`.execute(db);
    expect((await broken())[1]).toBe(1);
  }, 300_000);
});
