/** The built pages over HTTP, in this process, on whatever resources are provided. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elsewhere, endpoints } from '#app/cli/open.server.ts';
import { sessionCookie } from '#app/platform/cookies.ts';
import { reservedSlugs } from '#app/features/editions/edition.ts';
import { answerFixed, inStep } from '#app/features/site/served.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { loadPages, serve, type Fixed } from '#app/platform/serve.server.ts';

export interface Asked {
  method?: string;
  path: string;
  /** The session's secret; none is a visitor. */
  secret?: string | null;
  form?: Record<string, string>;
  body?: string;
  headers?: Record<string, string>;
}

export interface Told {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** No job runs beside a test, so what is public is brought in step before it is answered. */
const drawnFirst: Fixed = (request, response, next) => {
  const [, first = ''] = (request.url ?? '').split(/[/?]/);
  if ((request.method !== 'GET' && request.method !== 'HEAD') || !mayBeSite(first)) return false;
  inStep(resources().clock.now())
    .catch((problem: unknown) => resources().log.accident('site', problem))
    .then(() => answerFixed(request, response, next) || next());
  return true;
};

/** The desk and the like are never drawn; leaving them out saves the crawl hours. */
const mayBeSite = (first: string) =>
  !reservedSlugs.includes(first) ||
  ['assets', 'editions', 'policies', '.well-known', 'robots.txt'].includes(first);

export async function servePages() {
  const handler = resolve('build/handler.js');
  if (!existsSync(handler))
    throw new Error('The pages are not built: run "npm test", or "npx vite build" first.');
  const pages = await loadPages(pathToFileURL(handler).href);
  const server = await serve(0, endpoints, pages, elsewhere, drawnFirst);
  const base = `http://127.0.0.1:${server.port}`;
  return {
    ...server,
    base,
    async ask({ method = 'GET', path, secret, form, body, headers = {} }: Asked): Promise<Told> {
      const response = await fetch(`${base}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(secret && { cookie: `${sessionCookie}=${secret}` }),
          ...(method !== 'GET' && { origin: 'http://salon.test' }),
          ...headers,
        },
        ...(form && { body: new URLSearchParams(form) }),
        ...(body !== undefined && { body }),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    },
  };
}
