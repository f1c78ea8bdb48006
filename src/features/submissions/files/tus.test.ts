import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { filesOf, openUploads, type Uploads } from '../../../../tests/uploads.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';

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

describe('an upload by tus', () => {
  it('ends byte-identical although the connection is cut at random places', async () => {
    const bytes = randomBytes(3_000_000);
    const place = await uploads.placeFor(submission, bytes.length, 'work.bin');
    for (let cut = 0; cut < 8; cut++) {
      const offset = await uploads.offsetOf(place);
      await uploads.sendAndCut(place, offset, bytes, Math.floor(Math.random() * (bytes.length - offset - 1)));
    }
    expect(await uploads.send(place, await uploads.offsetOf(place), bytes)).toEqual(received);
    expect(await files()).toEqual([{ name: 'work.bin', sha256: hashOf(bytes), bytes: bytes.length }]);
    expect(hashOf(await stored(hashOf(bytes)))).toEqual(hashOf(bytes));
  });

  it('is finished when the server stopped between the last byte and its answer', async () => {
    const bytes = randomBytes(10_000);
    const place = await uploads.placeFor(submission, bytes.length, 'work.bin');
    await writeFile(join(resources().files.incoming, place.split('/').at(-1)!), bytes);
    expect([await uploads.offsetOf(place), await uploads.offsetOf(place)]).toEqual([
      bytes.length,
      bytes.length,
    ]);
    expect(await files()).toEqual([{ name: 'work.bin', sha256: hashOf(bytes), bytes: bytes.length }]);
    expect(await readdir(resources().files.incoming)).toEqual([]);
  });

  it('goes on beside another one', async () => {
    const both = [randomBytes(700_000), randomBytes(900_000)];
    const places = await Promise.all(
      both.map((bytes, i) => uploads.placeFor(submission, bytes.length, `piece ${i}.bin`)),
    );
    const answers = await Promise.all(places.map((place, i) => uploads.send(place, 0, both[i]!)));
    expect(answers).toEqual([received, received]);
    const names = (await files()).map(({ name, sha256 }) => [name, sha256]).sort();
    expect(names).toEqual(both.map((bytes, i) => [`piece ${i}.bin`, hashOf(bytes)]));
  });

  it('is refused over the limit in a sentence that says what is left', async () => {
    const answer = await uploads.announce(submission, 104_857_601, 'film.mp4');
    expect([answer.status, await answer.text()]).toEqual([
      422,
      'All files together may have 100 MiB (104,857,600 bytes). Make this one smaller.\n',
    ]);
  });

  it('takes no byte beyond what was announced', async () => {
    const place = await uploads.placeFor(submission, 10, 'note.txt');
    const answer = await fetch(uploads.origin + place, {
      method: 'PATCH',
      headers: uploads.piece(0),
      body: randomBytes(5_000),
    });
    expect([answer.status, await files()]).toEqual([413, []]);
  });

  it('goes on in grace when it began before the deadline, and only then', async () => {
    world.at('2024-09-13T11:59:59.999Z');
    const bytes = randomBytes(2_000);
    const place = await uploads.placeFor(submission, bytes.length, 'work.bin');
    const slow = await uploads.placeFor(submission, bytes.length, 'slow.bin');
    world.at('2024-09-13T12:05:00.000Z');
    const tooNew = await uploads.announce(submission, 10, 'new.bin');
    expect(await uploads.send(place, 0, bytes)).toEqual(received);
    world.at('2024-09-13T12:15:00.001Z');
    const [tooLate] = await uploads.send(slow, 0, bytes);
    expect([tooNew.status, tooLate, (await files()).map(({ name }) => name)]).toEqual([
      410,
      410,
      ['work.bin'],
    ]);
  });

  it('is to a stranger as if it were not there', async () => {
    const place = await uploads.placeFor(submission, 10, 'work.bin');
    const nowhere = place.replace(/[^/]+$/, randomId());
    const told = async (path: string, method: string) => {
      const headers = uploads.tus({ 'upload-offset': '0' }, 'benno');
      const answer = await fetch(uploads.origin + path, { method, headers });
      return [answer.status, await answer.text()];
    };
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      expect(await told(place, method)).toEqual(await told(nowhere, method));
    }
    const announced = (id: string) => uploads.announce(id, 5, 'x', { who: 'benno' });
    const [there, absent] = [await announced(submission), await announced(randomId())];
    expect([there.status, await there.text()]).toEqual([absent.status, await absent.text()]);
    expect(there.status).toEqual(404);
    expect(await uploads.offsetOf(place)).toEqual(0);
  });

  it('cannot be read back, and names no path outside its folder', async () => {
    const place = await uploads.placeFor(submission, 10, 'work.bin');
    const ask = async (method: string, path: string) =>
      (await fetch(uploads.origin + path, { method, headers: uploads.tus() })).status;
    expect([
      await ask('GET', place),
      await ask('HEAD', '/api/uploads/..%2f..%2fetc%2fpasswd'),
      await ask('PATCH', `${place}/../../x`),
    ]).toEqual([404, 404, 404]);
  });

  it('is not created at an address that a header names', async () => {
    const answer = await uploads.announce(submission, 5, 'x.bin', {
      more: { 'x-forwarded-host': 'evil.example' },
    });
    expect(answer.headers.get('location')).toMatch(/^\/api\/uploads\/[0-9a-z]{24}$/);
  });
});

const files = () => filesOf(world, submission);
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const stored = (sha256: string) => readFile(resources().files.localPath(sha256));
