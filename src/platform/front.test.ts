import { request as ask, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../tests/world.ts';
import type { Endpoint } from './front.server.ts';
import { serve, type Server } from './serve.server.ts';

let world: World;
let server: Server;
let reached = 0;
const endpoint: Endpoint = async (_request, response) => {
  reached += 1;
  response.end('reached');
  return true;
};

beforeAll(async () => {
  world = await openWorld();
  server = await serve(0, [endpoint], null);
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

describe('the front of the house', () => {
  it('changes nothing for a request from elsewhere, whatever its content type and method', async () => {
    const types = [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'TEXT/PLAIN',
      'application/json',
      'application/xml',
      'text/html',
      'application/offset+octet-stream',
      'application/octet-stream',
      'image/png',
      '',
      'x',
    ];
    const origins = [
      undefined,
      'null',
      'http://elsewhere.test',
      'http://salon.test.elsewhere.test',
      'https://salon.test',
    ];
    reached = 0;
    const statuses = new Set<number>();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const type of types) {
        for (const origin of origins) {
          const headers = { ...(type && { 'content-type': type }), ...(origin && { origin }) };
          statuses.add((await send(method, headers)).status);
        }
      }
    }
    expect([[...statuses], reached]).toEqual([[403], 0]);
  });

  it('lets our own pages change things', async () => {
    expect((await send('POST', { origin: 'http://salon.test' })).body).toEqual('reached');
  });

  it('does not believe a Host header when its own address is configured', async () => {
    expect((await send('POST', { origin: 'http://evil.test', host: 'evil.test' })).status).toEqual(403);
  });

  it('forbids sniffing, framing and everything else on what is no page', async () => {
    const { headers } = await send('GET', {});
    expect([
      headers['x-content-type-options'],
      headers['x-frame-options'],
      headers['content-security-policy'],
    ]).toEqual([
      'nosniff',
      'DENY',
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ]);
  });

  it('says in a sentence that a port is taken', async () => {
    await expect(serve(server.port, [], null)).rejects.toThrow(
      /^Port \d+ is taken; stop what uses it, or choose another, such as PORT=\d+\.$/,
    );
  });
});

function send(method: string, headers: OutgoingHttpHeaders) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    ask({ port: server.port, method, headers, path: '/anything' }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}
