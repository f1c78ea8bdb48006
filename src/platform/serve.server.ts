/** The server: our own endpoints first, then the pages. Owns listening and stopping; knows no feature. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  addressOf,
  comesFromElsewhere,
  ownOrigin,
  refusedAddress,
  setCommonHeaders,
  type Endpoint,
} from './front.server.ts';
import { randomId } from './random.server.ts';
import { invalid, missing } from './refusal.ts';
import { resources } from './resources.server.ts';
import { troubleOf } from './trouble.ts';

export interface Server {
  port: number;
  stop(): Promise<void>;
}

/**
 * Answers what needs nothing but the bytes it holds, and says so. Where it says true it answers, now or soon, or
 * calls `next`; where it says false it has touched nothing.
 */
export type Fixed = (request: IncomingMessage, response: ServerResponse, next: () => void) => boolean;

type Pages = (request: IncomingMessage, response: ServerResponse, next: () => void) => void | Promise<void>;

/**
 * Listens on `port` (0 takes a free one). `pages` is the built handler of SvelteKit, or null for endpoints alone.
 * `elsewhere` takes what is not for our own host name, before anything of ours is read or set. `fixed` is asked
 * before all others.
 */
export async function serve(
  port: number,
  endpoints: Endpoint[],
  pages: Pages | null,
  elsewhere: Endpoint = async () => false,
  fixed: Fixed = () => false,
): Promise<Server> {
  const server = createServer((request, response) => {
    const next = () => {
      // Whoever asked may have gone while the site was being drawn.
      if (!response.destroyed) void answer(request, response, { elsewhere, endpoints, pages });
    };
    if (!fixed(request, response, next)) next();
  });
  server.requestTimeout = 0; // An upload may take as long as it takes; stalled headers are still cut.
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((listening, failed) => {
    server.once('error', (problem: NodeJS.ErrnoException) => failed(inWords(problem, port)));
    server.listen(port, () => listening());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 3_000).unref();
      }),
  };
}

/**
 * The built pages. Set what they believe about origin and address before they load:
 * they read these names once, and we overwrite the headers on every request.
 */
export async function loadPages(handler: string): Promise<Pages> {
  process.env.PROTOCOL_HEADER = 'x-salon-protocol';
  process.env.HOST_HEADER = 'x-salon-host';
  process.env.ADDRESS_HEADER = 'x-salon-address';
  process.env.BODY_SIZE_LIMIT = '2M';
  return (await import(handler)).handler;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { elsewhere, endpoints, pages }: { elsewhere: Endpoint; endpoints: Endpoint[]; pages: Pages | null },
) {
  const { settings, log } = resources();
  try {
    if (await elsewhere(request, response)) return;
    setCommonHeaders(response, settings);
    const origin = new URL(ownOrigin(request, settings));
    request.headers['x-salon-protocol'] = origin.protocol.slice(0, -1);
    request.headers['x-salon-host'] = origin.host;
    request.headers['x-salon-address'] = addressOf(request, settings);
    const unreadable = refusedAddress(request, origin);
    if (unreadable) return sayPlainly(response, ...unreadable);
    for (const endpoint of endpoints)
      if (endpoint.fromAnywhere && (await endpoint(request, response))) return;
    if (comesFromElsewhere(request, settings)) {
      return sayPlainly(
        response,
        403,
        'This request did not come from one of our own pages, so nothing was changed.',
      );
    }
    for (const endpoint of endpoints)
      if (!endpoint.fromAnywhere && (await endpoint(request, response))) return;
    if (!pages) return sayPlainly(response, 404, missing().message);
    response.removeHeader('content-security-policy');
    await pages(request, response, () => sayPlainly(response, 404, missing().message));
  } catch (problem) {
    const accident = randomId().slice(0, 8);
    log.accident('request', problem, { accident });
    sayPlainly(response, 500, `Something broke on our side. Nothing you saved is lost. (${accident})`);
  }
}

/** Ends the response with one line of text; one that has begun is cut off, so that it cannot pass for whole. */
export function sayPlainly(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
}

function inWords(problem: NodeJS.ErrnoException, port: number): Error {
  const sentence = troubleOf(problem, { port });
  return sentence ? invalid(sentence) : problem;
}
