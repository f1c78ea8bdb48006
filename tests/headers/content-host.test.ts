/** SALON_USERCONTENT_URL on a real server: one port, two host names, and what each of them answers and does not. */
import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { provideResources, resources, type Resources } from '#app/platform/resources.server.ts';
import { png } from '#app/preflight/corpus/images.ts';
import { wav } from '#app/preflight/corpus/media.ts';
import { openAsker, type RawAsked } from '../raw.ts';
import { servePages, type Told } from '../server.ts';
import { completeWork, putFile } from '../submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../world.ts';

const sound = Buffer.from(wav(1));

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
let asker: ReturnType<typeof openAsker>;
let before: Resources;
/** A work of Chiara's, with a sound, a picture, and a page that would like to run. */
let work: string;
const files = { sound: '', picture: '', page: '' };

beforeAll(async () => {
  world = await openWorld();
  server = await servePages();
  asker = openAsker(server.port);
  before = resources();
  work = await completeWork(world);
  files.sound = await put('tide.wav', 'audio/wav', sound);
  files.picture = await put('tide.png', 'image/png', Buffer.from(png(8, 8)));
  files.page = await put('tide.html', 'text/html', Buffer.from('<script>alert(1)</script>'));
});
afterAll(async () => {
  asker.close();
  await server.stop();
  await world.close();
});
afterEach(() => {
  provideResources(before);
  world.at(whileOpen);
});

const elsewhere = 'https://works.example.net';
const nothing = 'There is nothing here, or it is not yours to see.\n';

describe('where another host name is configured', () => {
  it('a player is sent there with a signed address, and gets the bytes in parts without a cookie', async () => {
    configure();
    const address = await addressOf(files.sound);
    expect(address).toMatch(
      /^https:\/\/works\.example\.net\/content\/media\.[0-9a-z]{24}\.[0-9a-z]+\.[\w-]{43}$/,
    );
    const whole = await there({ path: pathOf(address) });
    expect({ status: whole.status, body: whole.body === sound.toString(), headers: kept(whole) }).toEqual({
      status: 200,
      body: true,
      headers: {
        ...alwaysThere,
        'accept-ranges': 'bytes',
        'content-disposition': `inline; filename="Tide_Tables_for_a_Dry_Sea_supplementary_1.wav"; filename*=UTF-8''Tide_Tables_for_a_Dry_Sea_supplementary_1.wav`,
        'content-length': String(sound.length),
        'content-type': 'audio/wav',
      },
    });
    const parts = [];
    for (const range of ['bytes=0-3', 'bytes=-4', 'bytes=99999999-']) {
      const part = await there({ path: pathOf(address), headers: { range } });
      parts.push([part.status, part.headers['content-range'], part.body]);
    }
    expect(parts).toEqual([
      [206, `bytes 0-3/${sound.length}`, 'RIFF'],
      [206, `bytes ${sound.length - 4}-${sound.length - 1}/${sound.length}`, sound.subarray(-4).toString()],
      [416, `bytes */${sound.length}`, ''],
    ]);
    const head = await there({ method: 'HEAD', path: pathOf(address) });
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, String(sound.length), '']);
  });

  it('a picture is sent there too, drawn anew; what no browser plays stays a download from here', async () => {
    configure();
    const picture = await there({ path: pathOf(await addressOf(files.picture, 'preview')) });
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/webp']);
    const page = await here({ path: `/files/${files.page}/play`, secret: secretOf('chiara') });
    expect([page.status, page.headers['content-type'], page.headers.location]).toEqual([
      200,
      'application/octet-stream',
      undefined,
    ]);
  });

  it('only who may see the file gets an address, and nobody learns from a refusal whether there is one', async () => {
    configure();
    for (const who of ['ada', 'rana', null] as const) {
      const asked = async (id: string) => {
        const { status, body } = await here({ path: `/files/${id}/play`, secret: who && secretOf(who) });
        return { status, location: /location|content\//.test(body), words: body.includes('nothing here') };
      };
      expect(await asked(files.sound)).toEqual({ status: 404, location: false, words: true });
      expect(await asked(files.sound)).toEqual(await asked('0'.repeat(24)));
    }
  });

  it('an address ends after an hour; forged, over or of what is gone, it is answered alike', async () => {
    configure();
    const token = pathOf(await addressOf(files.sound)).slice('/content/'.length);
    const [kind, id, ends, signature] = token.split('.') as [string, string, string, string];
    const refused: Record<string, string> = {
      'another file': [kind, files.page, ends, signature].join('.'),
      'another kind': ['picture', id, ends, signature].join('.'),
      'a later end': [kind, id, `${ends.slice(0, -1)}z`, signature].join('.'),
      'another signature': [
        kind,
        id,
        ends,
        `${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
      ].join('.'),
      'no signature': [kind, id, ends].join('.'),
      garbled: 'nothing',
    };
    const told: Record<string, Told> = {};
    for (const [what, forged] of Object.entries(refused))
      told[what] = await there({ path: `/content/${forged}` });
    told['with a question'] = await there({ path: `/content/${token}?download` });
    world.at(new Date(whileOpen.getTime() + 3_599_999));
    expect((await there({ path: `/content/${token}` })).status).toEqual(200);
    world.at(new Date(whileOpen.getTime() + 3_600_000));
    told.over = await there({ path: `/content/${token}` });
    world.at(whileOpen);
    const gone = await put('gone.wav', 'audio/wav', Buffer.from('soon gone'));
    const path = pathOf(await addressOf(gone));
    const { rows } = await sql<{
      sha256: string;
    }>`select sha256 from submission_file where id = ${gone}`.execute(world.db);
    expect((await there({ path })).status).toEqual(200);
    await rm(resources().files.localPath(rows[0]!.sha256));
    told['gone from the disk'] = await there({ path });
    await sql`delete from submission_file where id = ${gone}`.execute(world.db);
    told['gone from the submission'] = await there({ path });
    expect(new Set(Object.values(told).map((answer) => JSON.stringify(plain(answer))))).toEqual(
      new Set([JSON.stringify(plain(await there({ path: '/nowhere' })))]),
    );
    expect(plain(told.over!)).toEqual({
      status: 404,
      body: nothing,
      headers: { ...alwaysThere, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  });

  it('that host has no page, no form, no health and no cookie, whoever asks; and ours has no content', async () => {
    configure();
    const token = pathOf(await addressOf(files.sound));
    const told: Told[] = [];
    const paths = [
      '/',
      '/health',
      '/sign-in',
      `/my/submissions/${work}`,
      `/files/${files.sound}`,
      '/api/uploads',
      '//',
      '/%ff',
      '/content/',
    ];
    for (const path of paths) told.push(await there({ path, secret: secretOf('chiara') }));
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      for (const path of [token, '/sign-in?/cast'])
        told.push(await there({ method, path, body: 'castKey=attila', secret: secretOf('chiara') }));
    for (const host of ['WORKS.example.net', 'works.example.net:8443', 'works.example.net.'])
      told.push(await asker.ask({ path: '/health', headers: { host } }));
    expect([...new Set(told.map((answer) => JSON.stringify(plain(answer))))]).toEqual([
      JSON.stringify(plain(await there({ path: '/nowhere' }))),
    ]);
    expect((await here({ path: token, secret: secretOf('chiara') })).status).toEqual(404);
    expect((await here({ path: '/health' })).body).toEqual('ok\n');
  });

  it('pages for signed-in people let in pictures and players from exactly there, public pages a framed piece alone', async () => {
    configure();
    const { status, headers } = await here({
      path: `/my/submissions/${work}/files`,
      secret: secretOf('chiara'),
    });
    const from = (policy: string) =>
      policy
        .split(';')
        .filter((part) => part.includes(elsewhere))
        .map((part) => part.trim());
    expect({ status, from: from(headers['content-security-policy']!) }).toEqual({
      status: 200,
      from: [`img-src 'self' data: ${elsewhere}`, `media-src 'self' ${elsewhere}`],
    });
    const home = await here({ path: `/${world.edition.slug}/` });
    const framed = from(home.headers['content-security-policy']!);
    expect([home.status, framed]).toEqual([200, [`frame-src ${elsewhere}`]]);
  });
});

describe('where none is configured', () => {
  it('everything stays on the one host: played from here, and no page speaks of another', async () => {
    const played = await here({ path: `/files/${files.sound}/play`, secret: secretOf('chiara') });
    expect([
      played.status,
      played.headers['content-type'],
      played.headers['content-security-policy'],
      played.body === sound.toString(),
    ]).toEqual([200, 'audio/wav', "sandbox; default-src 'none'", true]);
    const { headers } = await here({ path: `/my/submissions/${work}/files`, secret: secretOf('chiara') });
    expect(headers['content-security-policy']).not.toMatch(/media-src|https?:/);
    expect((await there({ path: '/health' })).body).toEqual('ok\n');
  });
});

function configure(): void {
  provideResources({ ...before, settings: { ...before.settings, userContentUrl: elsewhere } });
}

const there = (asked: RawAsked) =>
  asker.ask({ ...asked, headers: { host: 'works.example.net', ...asked.headers } });
const here = (asked: RawAsked) => asker.ask({ ...asked, headers: { host: 'salon.test', ...asked.headers } });
const secretOf = (who: CastName) => world.people[who].secret;
const pathOf = (address: string) => address.slice(elsewhere.length);

/** What the page's own address answers to who handed it in. */
async function addressOf(id: string, as = 'play'): Promise<string> {
  const { status, headers } = await here({ path: `/files/${id}/${as}`, secret: secretOf('chiara') });
  expect([status, headers['cache-control']]).toEqual([303, 'private, no-store']);
  return headers.location!;
}

let laid = 0;
async function put(name: string, mime: string, content: Buffer): Promise<string> {
  // Later than the one before, so that the numbers in their names are these.
  const begunAt = new Date(whileOpen.getTime() + (laid += 1));
  const { id } = await putFile(world, work, { role: 'supplementary', name, content, begunAt });
  await sql`update submission_file set mime = ${mime} where id = ${id}`.execute(world.db);
  return id;
}

const alwaysThere = {
  'cache-control': 'private, no-store',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

function kept({ headers }: Told): Record<string, string> {
  const {
    date: _date,
    connection: _connection,
    'keep-alive': _alive,
    'transfer-encoding': _coding,
    ...rest
  } = headers;
  return rest;
}

const plain = (told: Told) => ({ status: told.status, body: told.body, headers: kept(told) });
