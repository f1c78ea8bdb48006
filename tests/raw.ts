/** Requests as no browser would write them: the path, the headers and the body go out exactly as given. */
import { Agent, request } from 'node:http';
import { sessionCookie } from '#app/platform/cookies.ts';
import type { Told } from './server.ts';

export interface RawAsked {
  method?: string;
  path: string;
  secret?: string | null;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export function openAsker(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = ({ method = 'GET', path, secret, headers = {}, body }: RawAsked) =>
    new Promise<Told>((told, failed) => {
      const sent = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          method,
          path,
          headers: {
            ...(secret && { cookie: `${sessionCookie}=${secret}` }),
            ...(method !== 'GET' && { origin: 'http://salon.test' }),
            ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('error', failed);
          response.on('end', () =>
            told({
              status: response.statusCode!,
              headers: response.headers as Record<string, string>,
              body: Buffer.concat(pieces).toString(),
            }),
          );
        },
      );
      sent.on('error', failed);
      sent.end(body);
    });
  return { ask, close: () => agent.destroy() };
}
