/** What every answer of every address carries besides its words, read off the wire; a new route is read by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { addressFor, openActors, session } from '../actors.ts';
import { routes, type Route } from '../house/routes.ts';
import { openAsker } from '../raw.ts';
import { servePages, type Told } from '../server.ts';

const patience = { timeout: 120_000 };

let actors: Awaited<ReturnType<typeof openActors>>;
let server: Awaited<ReturnType<typeof servePages>>;
let asker: ReturnType<typeof openAsker>;
let bystander: string;

beforeAll(async () => {
  actors = await openActors();
  server = await servePages();
  asker = openAsker(server.port);
  bystander = await session(actors.world, 'attila');
  everyAnswer = await answers();
}, 120_000);
afterAll(async () => {
  asker.close();
  await server.stop();
  await actors.close();
});

const readable = routes.filter(({ methods }) => methods.includes('GET'));
/** Addresses that are no page of the routes folder. */
const others = ['/health', '/api/uploads', '/no/such/page', '/icon.svg', '/robots.txt', '/%ff', '//nowhere'];

describe('every answer', () => {
  it('is never sniffed, framed, or named to another site, and loads from nowhere else', () => {
    const wrong: string[] = [];
    for (const { address, headers } of everyAnswer) {
      for (const [name, value] of Object.entries(always))
        if (headers[name] !== value) wrong.push(`${address}: ${name} is ${headers[name]}`);
      const policy = headers['content-security-policy'] ?? '';
      if (!policy && !address.includes('.')) wrong.push(`${address}: no content policy`);
      if (/unsafe|\*|https?:|blob:/.test(policy)) wrong.push(`${address}: ${policy}`);
      if (headers['strict-transport-security']) wrong.push(`${address}: demands https without having it`);
    }
    expect(wrong).toEqual([]);
  });

  it('that is a page runs only what bears the number of this answer, and a public page runs nothing of its own', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    const kinds = { withScripts: 0, without: 0 };
    for (const { address, headers, body } of everyAnswer) {
      if (!headers['content-type']?.startsWith('text/html')) continue;
      const policy = headers['content-security-policy'] ?? '';
      const numbers = [...policy.matchAll(/'nonce-([^']+)'/g)].map((match) => match[1]!);
      // A block of data runs nothing, and its words are no attributes.
      const markup = body.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
      const inline = [...markup.matchAll(/<script\b([^>]*)>/g)].filter(([tag]) => !/\ssrc=/.test(tag));
      for (const [tag] of inline)
        if (!numbers.some((number) => tag.includes(`nonce="${number}"`))) wrong.push(`${address}: ${tag}`);
      for (const number of new Set(numbers)) {
        if (seen.has(number)) wrong.push(`${address}: the number ${number} came twice`);
        seen.add(number);
      }
      if (inline.length === 0 && numbers.length > 0) wrong.push(`${address}: a number for no script`);
      if (inline.length > 0) kinds.withScripts += 1;
      else kinds.without += 1;
      const [attribute] = /<[^>]+\s(?:style|on[a-z]+)=["']/.exec(markup) ?? [];
      if (attribute) wrong.push(`${address}: a style or a script in an attribute: ${attribute}`);
    }
    expect(wrong).toEqual([]);
    expect({ withScripts: kinds.withScripts > 20, without: kinds.without > 10 }).toEqual({
      withScripts: true,
      without: true,
    });
  });

  it('is kept by nobody on the way, but for the public site as strangers see it', () => {
    const wrong: string[] = [];
    for (const { address, status, headers, route, secret } of everyAnswer) {
      const kept = headers['cache-control'];
      // The front door is the same bytes for everybody, so it may be kept whoever asked.
      const mayBeKept = isPublic(route) && (secret === null || route?.path === '/');
      if (mayBeKept && /private|no-store/.test(kept ?? '')) wrong.push(`${address}: ${status} ${kept}`);
      if (!mayBeKept && route && !/no-store/.test(kept ?? '')) wrong.push(`${address}: ${status} ${kept}`);
    }
    expect(wrong).toEqual([]);
  });

  it('sets cookies that no script reads and no other site sends', patience, async () => {
    const cookies = await cookiesOf();
    expect(cookies).toEqual(
      Object.fromEntries(Object.keys(cookies).map((name) => [name, 'HttpOnly; Path=/; SameSite=Lax'])),
    );
    expect(Object.keys(cookies).sort()).toEqual(['salon_drafts', 'salon_session']);
  });

  it('insists on https once SALON_URL says https, and so do its cookies', patience, async () => {
    const before = resources();
    const settings = { ...before.settings, url: 'https://salon.test', urlGiven: true };
    provideResources({ ...before, settings });
    try {
      const { headers } = await asker.ask({ path: '/sign-in' });
      expect(headers['strict-transport-security']).toEqual('max-age=31536000');
      const cookies = await cookiesOf('https://salon.test');
      expect(new Set(Object.values(cookies))).toEqual(new Set(['HttpOnly; Path=/; SameSite=Lax; Secure']));
    } finally {
      provideResources(before);
    }
  });
});

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const isPublic = (route: Route | null) =>
  route?.files.some((file) => file.includes('/(site)/') && !file.includes('[secret]')) ?? false;

type Answer = Told & { address: string; route: Route | null; secret: string | null };
let everyAnswer: Answer[];

/** Every address that answers a GET, as a stranger, as somebody without a part in it, and as the one who may. */
async function answers(): Promise<Answer[]> {
  const told: Answer[] = [];
  const ask = async (address: string, path: string, route: Route | null, secret: string | null) =>
    void told.push({ ...(await asker.ask({ path, secret })), address, route, secret });
  for (const route of readable) {
    const actor = await actors.actorFor(route);
    const path = addressFor(route, actor.params);
    for (const [who, secret] of Object.entries({ visitor: null, attila: bystander, actor: actor.secret }))
      if (who !== 'actor' || secret) await ask(`${who} ${route.path}`, path, route, secret);
    if (told.at(-1)!.status >= 400 && !closed.has(route.path)) throw new Error(`${path} is open to nobody`);
    const last = route.params.at(-1) ?? '';
    await ask(
      `nothing ${route.path}`,
      addressFor(route, { ...actor.params, [last]: 'nothing-here' }),
      route,
      null,
    );
  }
  for (const path of others) await ask(path, path, null, null);
  return told;
}

/**
 * Open to nobody in this world: no provider of ORCID iDs is configured, a file that is no picture has no preview, and
 * no job has drawn the pages of a paper or a still of a film; nothing is accepted that could stand elsewhere,
 * and no picture was brought.
 */
const closed = new Set([
  '/sign-in/orcid',
  '/sign-in/orcid/back',
  '/files/[file]/preview',
  '/files/[file]/pages/[number]',
  '/files/[file]/poster',
  '/oembed',
  '/desk/[edition]/pictures/[picture]',
]);

/** The attributes of each cookie that beginning a draft and signing in set, without their values and dates. */
async function cookiesOf(origin = 'http://salon.test'): Promise<Record<string, string>> {
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const { slug } = actors.world.edition;
  const told = [
    await asker.ask({ method: 'POST', path: `/${slug}/calls/papers/begin`, headers, body: '' }),
    await asker.ask({ method: 'POST', path: '/sign-in?/cast', headers, body: 'castKey=attila' }),
  ];
  const found = told.flatMap(({ headers: { 'set-cookie': set } }) => set ?? []);
  return Object.fromEntries(
    found
      .filter((cookie) => !/^[^=]+=;/.test(cookie))
      .map((cookie) => {
        const [pair = '', ...rest] = cookie.split('; ');
        return [
          pair.split('=')[0]!,
          rest
            .filter((part) => !/^(Max-Age|Expires)=/.test(part))
            .sort()
            .join('; '),
        ];
      }),
  );
}
