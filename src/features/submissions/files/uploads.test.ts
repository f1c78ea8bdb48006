import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { randomId } from '#app/platform/random.server.ts';
import { serve, type Server } from '#app/platform/serve.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { stopRunner } from '#app/preflight/runner.server.ts';
import { endpoints, endpointsWith } from './endpoints.server.ts';
import { jobs } from './jobs.server.ts';

let world: World;
let server: Server;
let origin: string;
let submission: string;
beforeAll(async () => {
  world = await openWorld();
  server = await serve(0, endpoints, null);
  origin = `http://localhost:${server.port}`;
});
afterAll(async () => {
  await server.stop();
  stopRunner();
  await world.close();
});
beforeEach(async () => {
  world.at(whileOpen);
  submission = await begun('ada');
});

const inGrace = '2024-09-13T12:05:00.000Z';
const afterGrace = '2024-09-13T12:15:00.001Z';

describe('an upload by tus', () => {
  it('ends byte-identical although the connection is cut at random places', async () => {
    const bytes = randomBytes(3_000_000);
    const place = await create('ada', bytes.length, 'work.bin');
    for (let cut = 0; cut < 8; cut++) {
      const offset = await offsetOf('ada', place);
      await sendAndCut(place, offset, bytes, Math.floor(Math.random() * (bytes.length - offset - 1)));
    }
    await send('ada', place, await offsetOf('ada', place), bytes);
    expect(await files()).toEqual([{ name: 'work.bin', sha256: hashOf(bytes), bytes: bytes.length }]);
    expect(hashOf(await stored(hashOf(bytes)))).toEqual(hashOf(bytes));
  });

  it('is finished when the server stopped between the last byte and its answer', async () => {
    const bytes = randomBytes(10_000);
    const place = await create('ada', bytes.length, 'work.bin');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(resources().files.incoming, place.split('/').at(-1)!), bytes);
    expect([await offsetOf('ada', place), await offsetOf('ada', place)]).toEqual([
      bytes.length,
      bytes.length,
    ]);
    expect(await files()).toEqual([{ name: 'work.bin', sha256: hashOf(bytes), bytes: bytes.length }]);
    expect(await readdir(resources().files.incoming)).toEqual([]);
  });

  it('goes on beside another one', async () => {
    const both = [randomBytes(700_000), randomBytes(900_000)];
    const places = await Promise.all(both.map((bytes, i) => create('ada', bytes.length, `piece ${i}.bin`)));
    await Promise.all(places.map((place, i) => send('ada', place, 0, both[i]!)));
    const names = (await files()).map(({ name, sha256 }) => [name, sha256]).sort();
    expect(names).toEqual(both.map((bytes, i) => [`piece ${i}.bin`, hashOf(bytes)]));
  });

  it('is refused over the limit in a sentence that says what is left', async () => {
    const answer = await creation('ada', 104_857_601, 'film.mp4');
    expect([answer.status, await answer.text()]).toEqual([
      422,
      'All files together may have 100 MiB (104,857,600 bytes). Make this one smaller.\n',
    ]);
  });

  it('takes no byte beyond what was announced', async () => {
    const place = await create('ada', 10, 'note.txt');
    const answer = await fetch(origin + place, {
      method: 'PATCH',
      headers: headersOf('ada', { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }),
      body: randomBytes(5_000),
    });
    expect([answer.status, await files()]).toEqual([413, []]);
  });

  it('goes on in grace when it began before the deadline, and only then', async () => {
    world.at('2024-09-13T11:59:59.999Z');
    const bytes = randomBytes(2_000);
    const place = await create('ada', bytes.length, 'work.bin');
    const slow = await create('ada', bytes.length, 'slow.bin');
    world.at(inGrace);
    const tooNew = await creation('ada', 10, 'new.bin');
    await send('ada', place, 0, bytes);
    world.at(afterGrace);
    const tooLate = await sending('ada', slow, 0, bytes);
    expect([tooNew.status, tooLate.status, (await files()).map(({ name }) => name)]).toEqual([
      410,
      410,
      ['work.bin'],
    ]);
  });

  it('is to a stranger as if it were not there', async () => {
    const place = await create('ada', 10, 'work.bin');
    const nowhere = place.replace(/[^/]+$/, randomId());
    const told = async (path: string, method: string) => {
      const answer = await fetch(origin + path, {
        method,
        headers: headersOf('benno', { 'upload-offset': '0' }),
      });
      return [answer.status, await answer.text()];
    };
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      expect(await told(place, method)).toEqual(await told(nowhere, method));
    }
    const [there, absent] = [await creation('benno', 5, 'x'), await creation('benno', 5, 'x', randomId())];
    expect([there.status, await there.text()]).toEqual([absent.status, await absent.text()]);
    expect(there.status).toEqual(404);
    expect(await offsetOf('ada', place)).toEqual(0);
  });

  it('cannot be read back, and names no path outside its folder', async () => {
    const place = await create('ada', 10, 'work.bin');
    const ask = async (method: string, path: string) =>
      (await fetch(origin + path, { method, headers: headersOf('ada') })).status;
    expect([
      await ask('GET', place),
      await ask('HEAD', '/api/uploads/..%2f..%2fetc%2fpasswd'),
      await ask('PATCH', `${place}/../../x`),
    ]).toEqual([404, 404, 404]);
  });

  it('is not created at an address that a header names', async () => {
    const answer = await creation('ada', 5, 'x.bin', submission, { 'x-forwarded-host': 'evil.example' });
    expect(answer.headers.get('location')).toMatch(/^\/api\/uploads\/[0-9a-z]{24}$/);
  });
});

describe('an upload that nobody continues', () => {
  it('is given up after a week, with its bytes, and not before', async () => {
    const bytes = randomBytes(50_000);
    const place = await create('ada', bytes.length, 'work.bin');
    await sendAndCut(place, 0, bytes, 20_000);
    const lies = async () => {
      const id = place.split('/').at(-1)!;
      return (await readdir(resources().files.incoming)).filter((name) => name.startsWith(id)).length;
    };
    const week = whileOpen.getTime() + 7 * 24 * 60 * 60 * 1000;
    const seen = [];
    for (const moment of [week, week + 1]) {
      world.at(new Date(moment));
      await jobs['uploads.sweep']!({});
      const { status } = await fetch(origin + place, { method: 'HEAD', headers: headersOf('ada') });
      seen.push([await lies(), status]);
    }
    expect(seen).toEqual([
      [2, 200],
      [0, 404],
    ]);
  });

  it('is cut when it falls silent, and goes on where it stopped', async () => {
    const bytes = randomBytes(60_000);
    const place = await create('ada', bytes.length, 'work.bin');
    const impatient = await serve(0, endpointsWith({ silence: 200 }), null);
    await sendAndStall(impatient.port, 'PATCH', place, bytes, {
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    });
    const form = multipart([['half.bin', bytes]]);
    await sendAndStall(impatient.port, 'POST', page(), form, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    await impatient.stop();
    const offset = await offsetOf('ada', place);
    await send('ada', place, offset, bytes);
    await expect.poll(leftovers).toEqual([]);
    expect([await files(), world.logged]).toEqual([
      [{ name: 'work.bin', sha256: hashOf(bytes), bytes: bytes.length }],
      [],
    ]);
  });
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
          const headers = { ...headersOf('ada'), origin: 'https://evil.example', 'content-type': type };
          return (await fetch(origin + path, { method: 'POST', headers, body: 'x', redirect: 'manual' }))
            .status;
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
    const statuses = [];
    for (const body of broken) {
      const headers = { ...headersOf('ada'), 'content-type': 'multipart/form-data; boundary=x' };
      statuses.push(
        (await fetch(origin + page(), { method: 'POST', headers, body, redirect: 'manual' })).status,
      );
    }
    const headers = { ...headersOf('ada'), 'content-type': 'multipart/form-data' };
    statuses.push(
      (await fetch(origin + page(), { method: 'POST', headers, body: 'x', redirect: 'manual' })).status,
    );
    expect([statuses, await files(), world.logged]).toEqual([[303, 303, 303, 303, 303, 303], [], []]);
  });

  it('is late after the deadline, also in grace', async () => {
    world.at(inGrace);
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

async function begun(who: CastName, call: keyof World['callIds'] = 'creative-work'): Promise<string> {
  const id = randomId();
  await sql`insert into submission (id, edition_id, call_id, begun_at, begun_by, changed_at, title)
    values (${id}, ${world.edition.id}, ${world.callIds[call]}, ${whileOpen}, ${world.people[who].id}, ${whileOpen}, 'Tides')`.execute(
    world.db,
  );
  return id;
}

const page = (id = submission) => `/my/submissions/${id}/files`;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const stored = (sha256: string) => readFile(resources().files.localPath(sha256));

function headersOf(who: CastName, more: Record<string, string> = {}): Record<string, string> {
  return {
    origin: 'http://salon.test',
    cookie: `salon_session=${world.people[who].secret}`,
    'tus-resumable': '1.0.0',
    ...more,
  };
}

async function files(id = submission) {
  const { rows } = await sql<{ name: string; sha256: string; bytes: number }>`
    select name, sha256, bytes from submission_file where submission_id = ${id} order by uploaded_at, name`.execute(
    world.db,
  );
  return rows;
}

/** What forms left lying; uploads under way may lie there. */
const leftovers = async () =>
  (await readdir(resources().files.incoming)).filter((name) => !/^[0-9a-z]{24}/.test(name));

function creation(
  who: CastName,
  bytes: number,
  name: string,
  id = submission,
  more: Record<string, string> = {},
) {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const metadata = `submission ${encoded(id)},name ${encoded(name)}`;
  return fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: headersOf(who, { 'upload-length': String(bytes), 'upload-metadata': metadata, ...more }),
  });
}

async function create(who: CastName, bytes: number, name: string): Promise<string> {
  const answer = await creation(who, bytes, name);
  expect([answer.status, answer.ok ? '' : await answer.text()]).toEqual([201, '']);
  return answer.headers.get('location')!;
}

async function offsetOf(who: CastName, place: string): Promise<number> {
  for (;;) {
    const answer = await fetch(origin + place, { method: 'HEAD', headers: headersOf(who) });
    if (answer.status !== 423) return Number(answer.headers.get('upload-offset'));
  }
}

function sending(who: CastName, place: string, offset: number, bytes: Buffer) {
  const headers = headersOf(who, {
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  });
  return fetch(origin + place, { method: 'PATCH', headers, body: new Uint8Array(bytes.subarray(offset)) });
}

async function send(who: CastName, place: string, offset: number, bytes: Buffer) {
  const answer = await sending(who, place, offset, bytes);
  expect([answer.status, await answer.text()]).toEqual([204, '']);
}

/** Announces the whole rest, sends a part of it, and hangs up. */
async function sendAndCut(place: string, offset: number, bytes: Buffer, part: number) {
  const head = Object.entries({
    ...headersOf('ada'),
    host: `localhost:${server.port}`,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
    'content-length': String(bytes.length - offset),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  await new Promise<void>((cut) => {
    const socket = connect(server.port, 'localhost', () => {
      socket.write(`PATCH ${place} HTTP/1.1\r\n${head.join('')}\r\n`);
      socket.write(bytes.subarray(offset, offset + part), () => setTimeout(() => socket.destroy(), 5));
    });
    socket.on('error', () => undefined).on('close', () => cut());
  });
}

/** Announces all of it, sends a third, and says nothing more until the other side hangs up. */
async function sendAndStall(
  port: number,
  method: string,
  path: string,
  bytes: Buffer,
  more: Record<string, string>,
) {
  const length = String(bytes.length);
  const head = Object.entries({
    ...headersOf('ada', more),
    host: `localhost:${port}`,
    'content-length': length,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  await new Promise<void>((cut) => {
    const socket = connect(port, 'localhost', () => {
      socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n`);
      socket.write(bytes.subarray(0, bytes.length / 3));
    });
    socket
      .on('data', () => undefined)
      .on('error', () => undefined)
      .on('close', () => cut());
  });
}

const formOf = (name: string) => {
  const form = new FormData();
  form.append('files', new Blob(['words']), name);
  return form;
};

function post(who: CastName, body: FormData, id = submission) {
  const { 'tus-resumable': _tus, ...headers } = headersOf(who);
  return fetch(origin + page(id), { method: 'POST', headers, body, redirect: 'manual' });
}

function multipart(parts: [name: string, bytes: Buffer][]): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([name, bytes]) => [
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--x--\r\n'),
  ]);
}

/** A request by hand, so that its framing can lie; gives what came back. */
function raw(body: Buffer, { chunked = false, length = body.length, end = false }): Promise<string> {
  const framing = chunked ? 'transfer-encoding: chunked' : `content-length: ${length}`;
  const head = Object.entries(headersOf('ada'))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return new Promise((said) => {
    let text = '';
    const socket = connect(server.port, 'localhost', () => {
      socket.write(
        `POST ${page()} HTTP/1.1\r\nhost: localhost:${server.port}\r\n${head}content-type: multipart/form-data; boundary=x\r\n${framing}\r\nconnection: close\r\n\r\n`,
      );
      if (chunked) socket.write(`${body.length.toString(16)}\r\n`);
      socket.write(body);
      if (chunked) socket.write('\r\n0\r\n\r\n');
      if (end) socket.end();
    });
    socket
      .on('data', (data) => (text += data))
      .on('error', () => undefined)
      .on('close', () => said(text));
  });
}

async function limitTo(maxBytes: number) {
  await sql`update call_revision set body = jsonb_set(body, '{rules,maxBytes}', to_jsonb(${maxBytes}::bigint))
    where call_id = ${world.callIds['creative-work']}`.execute(world.db);
}
