/** The public site on the wire: fixed bytes, in the encoding asked for, in step with what is decided. */
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extend } from '#app/features/calls/operations.server.ts';
import { findFiles } from '#app/features/site/kept.server.ts';
import { inStep } from '#app/features/site/served.server.ts';
import { openWorld, whileOpen, type World } from '../world.ts';
import { openAsker } from '../raw.ts';
import { servePages } from '../server.ts';

const patience = { timeout: 120_000 };

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
let asker: ReturnType<typeof openAsker>;

beforeAll(async () => {
  world = await openWorld();
  server = await servePages();
  asker = openAsker(server.port);
}, 120_000);
afterAll(async () => {
  asker.close();
  await server.stop();
  await world.close();
});

/** Bytes as they came: fetch would open what is packed. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { request } = await import('node:http');
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((done, failed) => {
    const asked = request({ port: server.port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(parts) }),
      );
    });
    asked.on('error', failed);
    asked.end();
  });
}

describe('a public page', () => {
  it('is the same words plain and packed, each with a mark of its own that holds', patience, async () => {
    const plain = await get('/2024/dates');
    const gzip = await get('/2024/dates', { 'accept-encoding': 'gzip' });
    const brotli = await get('/2024/dates', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([plain, gzip, brotli].map(({ headers }) => [headers['content-encoding'], headers.vary])).toEqual([
      [undefined, 'accept-encoding'],
      ['gzip', 'accept-encoding'],
      ['br', 'accept-encoding'],
    ]);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toEqual(true);
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toEqual(true);
    const marks = [plain, gzip, brotli].map(({ headers }) => headers.etag as string);
    expect(new Set(marks).size).toEqual(3);
    const again = await get('/2024/dates', {
      'accept-encoding': 'br',
      'if-none-match': `"other", ${marks[2]}`,
    });
    const other = await get('/2024/dates', { 'accept-encoding': 'br', 'if-none-match': marks[1]! });
    expect([again.status, again.bytes.length, other.status]).toEqual([304, 0, 200]);
  });

  it(
    'is heard with its ending and without, asked for its head alone, and with a question behind',
    patience,
    async () => {
      const answers = await Promise.all([
        get('/2024/dates'),
        get('/2024/dates.html'),
        get('/2024/dates?from=mail'),
        get('/2024/dates', {}, 'HEAD'),
      ]);
      expect(answers.map(({ status, bytes }) => [status, bytes.length > 0])).toEqual([
        [200, true],
        [200, true],
        [200, true],
        [200, false],
      ]);
      expect((await get('/2024')).headers.location).toEqual('/2024/');
    },
  );

  it('packed to nothing is not sent to whoever refuses that', patience, async () => {
    const told = await get('/2024/dates', { 'accept-encoding': 'br;q=0, gzip;q=0.5' });
    expect(told.headers['content-encoding']).toEqual('gzip');
    expect((await get('/2024/dates', { 'accept-encoding': 'identity' })).headers['content-encoding']).toEqual(
      undefined,
    );
  });

  it('says at once what is decided, and by itself what the clock decides', patience, async () => {
    const page = async () => (await get('/2024/calls/papers')).bytes.toString();
    expect(await page()).toContain('Begin a submission');
    await extend(world.as('olga'), {
      slug: '2024',
      call: 'papers',
      reason: 'Another week (invented).',
      to: { date: '2024-09-20', time: '23:59', zone: 'AoE' },
    });
    expect(await page()).toContain('20 September 2024, 23:59 AoE');
    world.at('2024-09-21T11:59:59Z');
    expect(await page()).toContain('Begin a submission');
    world.at('2024-09-21T12:00:00Z');
    expect(await page()).toContain('This call is closed.');
    world.at('2024-08-20T10:00:00Z');
    expect(await page()).toContain('Begin a submission');
  });

  it('says what was decided while another drawing was under way', patience, async () => {
    await inStep(whileOpen);
    const first = inStep(whileOpen);
    await extend(world.as('olga'), {
      slug: '2024',
      call: 'creative-work',
      reason: 'Another week (invented).',
      to: { date: '2024-09-27', time: '23:59', zone: 'AoE' },
    });
    await Promise.all([first, inStep(whileOpen), inStep(whileOpen)]);
    const [file] = await findFiles(world.db, ['2024/calls/creative-work']);
    expect(file!.plain!.toString()).toContain('27 September 2024, 23:59 AoE');
  });

  it('of the application keeps its address when its link names a file', patience, async () => {
    const told = await get('/my.html?from=site');
    expect([told.status, told.headers.location]).toEqual([308, '/my?from=site']);
  });
});
