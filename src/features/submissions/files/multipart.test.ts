import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '#app/platform/random.server.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { filesOf, leftovers, multipart, openUploads, type Uploads } from '../../../../tests/uploads.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';

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

describe('a form with files', () => {
  it('brings several files, with names in any script, and sends the person back', async () => {
    const form = new FormData();
    form.append('files', new Blob(['one']), 'Ünï — 作品.txt');
    form.append('files', new Blob(['two']), '');
    form.append('files', new Blob(['three']), 'b.txt');
    const answer = await post('ada', form);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page()}?added=2`]);
    expect((await files()).map(({ name }) => name).sort()).toEqual(['b.txt', 'Ünï — 作品.txt'].sort());
  });

  it('from another site is refused, whatever it says it carries', async () => {
    const types = [
      'multipart/form-data; boundary=x',
      'Multipart/Form-Data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/plain',
      'text/plain;charset=UTF-8',
      'application/json',
      'application/octet-stream',
      'application/offset+octet-stream',
      'text/html',
      'image/png',
      'application/xml',
      'TEXT/PLAIN',
    ];
    const statuses = await Promise.all(
      types.flatMap((type) =>
        [page(), '/api/uploads'].map(async (path) => {
          const headers = { ...uploads.tus(), origin: 'https://evil.example', 'content-type': type };
          return (
            await fetch(uploads.origin + path, { method: 'POST', headers, body: 'x', redirect: 'manual' })
          ).status;
        }),
      ),
    );
    expect(statuses).toEqual(types.flatMap(() => [403, 403]));
    expect(await files()).toEqual([]);
  });

  it('counts what arrives, not what its length claims, and keeps what fits', async () => {
    await limitTo(100_000);
    const body = multipart([
      ['fits.bin', randomBytes(60_000)],
      ['over.bin', randomBytes(60_000)],
    ]);
    expect(await raw(body, { chunked: true })).toContain('?added=1&problem=too-large');
    expect((await files()).map(({ name }) => name)).toEqual(['fits.bin']);
    expect(await leftovers()).toEqual([]);
    await limitTo(104_857_600);
  });

  it('whose length lies keeps nothing half', async () => {
    const body = multipart([['whole.bin', randomBytes(1_000)]]);
    await raw(body.subarray(0, 600), { length: body.length, end: true });
    await expect.poll(leftovers).toEqual([]);
    expect(await files()).toEqual([]);
  });

  it('that is malformed ends calmly', async () => {
    const broken = [
      '',
      '--x',
      '--x\r\n\r\n',
      '--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\nabc',
      '\0\0\0',
    ];
    const sent = async (body: string, type: string) => {
      const headers = uploads.headersOf('ada', { 'content-type': type });
      const asked = { method: 'POST', headers, body, redirect: 'manual' } as const;
      return (await fetch(uploads.origin + page(), asked)).status;
    };
    const statuses = [];
    for (const body of broken) statuses.push(await sent(body, 'multipart/form-data; boundary=x'));
    statuses.push(await sent('x', 'multipart/form-data'));
    expect([statuses, await files(), world.logged]).toEqual([[303, 303, 303, 303, 303, 303], [], []]);
  });

  it('is late after the deadline, also in grace', async () => {
    world.at('2024-09-13T12:05:00.000Z');
    const answer = await post('ada', formOf('late.txt'));
    expect([answer.headers.get('location'), await files()]).toEqual([`${page()}?problem=late`, []]);
  });

  it('from a stranger is answered as for a submission that is not there', async () => {
    const told = async (id: string) => {
      const answer = await post('benno', formOf('x.txt'), id);
      return [answer.status, await answer.text()];
    };
    expect(await told(submission)).toEqual(await told(randomId()));
    expect(await files()).toEqual([]);
  });
});

const files = () => filesOf(world, submission);
const page = (id = submission) => `/my/submissions/${id}/files`;
const formOf = (name: string) => {
  const form = new FormData();
  form.append('files', new Blob(['words']), name);
  return form;
};

function post(who: CastName, body: FormData, id = submission) {
  const headers = uploads.headersOf(who);
  return fetch(uploads.origin + page(id), { method: 'POST', headers, body, redirect: 'manual' });
}

/** A request by hand, so that its framing can lie; gives what came back. */
function raw(body: Buffer, { chunked = false, length = body.length, end = false }): Promise<string> {
  const framing: Record<string, string> = chunked
    ? { 'transfer-encoding': 'chunked' }
    : { 'content-length': String(length) };
  const headers = { 'content-type': 'multipart/form-data; boundary=x', ...framing, connection: 'close' };
  return uploads.byHand(`POST ${page()}`, uploads.headersOf('ada', headers), (socket) => {
    if (chunked) socket.write(`${body.length.toString(16)}\r\n`);
    socket.write(body);
    if (chunked) socket.write('\r\n0\r\n\r\n');
    if (end) socket.end();
  });
}

async function limitTo(maxBytes: number) {
  await sql`update call_revision set body = jsonb_set(body, '{rules,maxBytes}', to_jsonb(${maxBytes}::bigint))
    where call_id = ${world.callIds['creative-work']}`.execute(world.db);
}
