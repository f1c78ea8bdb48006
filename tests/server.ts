/** The built pages over HTTP, in this process, on whatever resources are provided. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { elsewhere, endpoints } from '#app/cli/open.server.ts';
import { sessionCookie } from '#app/platform/cookies.ts';
import { loadPages, serve } from '#app/platform/serve.server.ts';

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

export async function servePages() {
  const handler = resolve('build/handler.js');
  if (!existsSync(handler))
    throw new Error('The pages are not built: run "npm test", or "npx vite build" first.');
  const server = await serve(0, endpoints, await loadPages(pathToFileURL(handler).href), elsewhere);
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
