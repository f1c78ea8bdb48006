import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resources } from '#app/platform/resources.server.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { filesOf, leftovers, multipart, openUploads, type Uploads } from '../../../../tests/uploads.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { jobs } from './jobs.server.ts';

let world: World;
let uploads: Uploads;
let submission: string;
beforeAll(async () => {
  world = await openWorld();
  uploads = await openUploads(world);
});
afterAll(async () => {
  await uploads.close();
  await world.close();
});
beforeEach(async () => {
  world.at(whileOpen);
  submission = await bareDraft(world, 'ada');
});

const received = [204, ''];

describe('an upload that nobody continues', () => {
  it('is given up after a week, with its bytes, and not before', async () => {
    const bytes = randomBytes(50_000);
    const place = await uploads.placeFor(submission, bytes.length, 'work.bin');
    await uploads.sendAndCut(place, 0, bytes, 20_000);
    const lies = async () => {
      const id = place.split('/').at(-1)!;
      return (await readdir(resources().files.incoming)).filter((name) => name.startsWith(id)).length;
    };
    const week = whileOpen.getTime() + 7 * 24 * 60 * 60 * 1000;
    const seen = [];
    for (const moment of [week, week + 1]) {
      world.at(new Date(moment));
      await jobs['uploads.sweep']!({});
      const { status } = await fetch(uploads.origin + place, { method: 'HEAD', headers: uploads.tus() });
      seen.push([await lies(), status]);
    }
    expect(seen).toEqual([
      [2, 200],
      [0, 404],
    ]);
  });

  it('is cut when it falls silent, and goes on where it stopped', async () => {
    const bytes = randomBytes(60_000);
    const place = await uploads.placeFor(submission, bytes.length, 'work.bin');
    const impatient = await openUploads(world, { silence: 200 });
    await impatient.sendAndStall(`PATCH ${place}`, bytes, impatient.piece(0));
    await impatient.sendAndStall(
      `POST /my/submissions/${submission}/files`,
      multipart([['half.bin', bytes]]),
      impatient.headersOf('ada', { 'content-type': 'multipart/form-data; boundary=x' }),
    );
    await impatient.close();
    const offset = await uploads.offsetOf(place);
    expect(await uploads.send(place, offset, bytes)).toEqual(received);
    await expect.poll(leftovers).toEqual([]);
    expect([await filesOf(world, submission), world.logged]).toEqual([
      [{ name: 'work.bin', sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }],
      [],
    ]);
  });
});
