/**
 * Bad input never breaks a page. Every route that takes something finds itself here, and is sent a fixed list of
 * nonsense by a stranger, by somebody who has no part in it, and by the one who may.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type Route } from '../house/routes.ts';
import { servePages, type Told } from '../server.ts';
import { formsOf, namesAskedBy, queryNames, type Pairs } from './fields.ts';
import { openAsker, type RawAsked } from '../raw.ts';
import { addressFor, openActors, queryFor, session, type Actor } from '../actors.ts';
import { asFiles, brokenBodies, encoded, form, huge, long, oddParts, oddQueries, oddWords } from './words.ts';
import { sources, text } from '../house/source.ts';

const patience = { timeout: 600_000 };

let stage: Awaited<ReturnType<typeof openActors>>;
let server: Awaited<ReturnType<typeof servePages>>;
let asker: ReturnType<typeof openAsker>;
let bystander: string;

beforeAll(async () => {
  stage = await openActors();
  server = await servePages();
  asker = openAsker(server.port);
  bystander = await session(stage.world, 'attila');
});
afterAll(async () => {
  asker.close();
  await server.stop();
  await stage.close();
});

/** What went wrong, as sentences: nothing, if all is well. */
let complaints: string[] = [];

describe('nonsense', () => {
  it('in the forms of every page is refused in a sentence', patience, async () => {
    complaints = [];
    for (const route of routes.filter(({ actions }) => actions.length > 0)) {
      for (const [at, action] of route.actions.entries()) await throwAt(route, action, at === 0);
    }
    expect({ complaints, accidents: accidents() }).toEqual({ complaints: [], accidents: [] });
  });

  it('in bodies for endpoints is refused in a sentence', patience, async () => {
    complaints = [];
    for (const route of routes) {
      for (const method of route.methods.filter((one) => one !== 'GET')) {
        const actor = await stage.actorFor(route);
        for (const { what, type, body } of brokenBodies([['answer', '']]))
          for (const secret of [null, bystander, actor.secret])
            await ask(what, {
              method,
              path: addressFor(route, actor.params),
              secret,
              body,
              headers: typed(type),
            });
      }
    }
    expect({ complaints, accidents: accidents() }).toEqual({ complaints: [], accidents: [] });
  });

  it('in addresses leads to a page that says so', patience, async () => {
    complaints = [];
    for (const route of routes) {
      const actor = await stage.actorFor(route);
      for (const param of route.params)
        for (const [at, odd] of oddParts.entries())
          for (const secret of at % 5 === 0 ? [null, actor.secret] : [actor.secret])
            await ask('in its path', { path: addressFor(route, { ...actor.params, [param]: odd }), secret });
    }
    expect({ complaints, accidents: accidents() }).toEqual({ complaints: [], accidents: [] });
  });

  it('in queries leads to a page that says so', patience, async () => {
    complaints = [];
    const names = [...new Set(sources.flatMap(queryNames)), '', '/', '__proto__', '%00', '%ff'];
    for (const route of routes.filter(({ methods }) => methods.includes('GET'))) {
      const actor = await stage.actorFor(route);
      const path = addressFor(route, actor.params);
      const reads = route.files.some((file) => /\burl\b/.test(text(file)));
      for (const odd of reads ? oddQueries : oddQueries.slice(0, 2)) {
        const query = names.map((name) => `${name}=${odd}`);
        await ask('in its query', { path: `${path}?${query.join('&')}`, secret: actor.secret });
      }
    }
    expect({ complaints, accidents: accidents() }).toEqual({ complaints: [], accidents: [] });
  });
});

async function throwAt(route: Route, action: string, first: boolean): Promise<void> {
  let actor = await stage.actorFor(route);
  let found = await look(route, action, actor);
  const send = async (what: string, body: string | Buffer, type: string | null, more = {}) => {
    const headers = { ...typed(type), ...more };
    const told = await ask(what, { method: 'POST', path: found.path, secret: actor.secret, body, headers });
    // What was accepted may have used up what it was about.
    if (told.status >= 400) return;
    found = await look(route, action, actor);
    if (found.pairs.length > 0 && found.open) return;
    actor = await stage.actorFor(route);
    found = await look(route, action, actor);
  };
  const broken = brokenBodies(found.pairs);
  // How a body is read is the same for all actions of a page, and a button without a field reads none.
  for (const { what, type, body } of first && found.pairs.length > 0 ? broken : broken.slice(0, 3))
    await send(what, body, type);
  if (found.pairs.length === 0) return;
  const odds = Object.entries(oddWords);
  // Each field holds each odd word once; whoever may not is asked often enough to see that they are refused.
  for (const [round, [what]] of odds.entries()) {
    const pairs = () =>
      encoded(found.pairs.map(([name], at) => [name, odds[(round + at) % odds.length]![1]]));
    for (const secret of round % 5 === 0 ? [null, bystander] : [])
      await ask(`${what} and more`, {
        method: 'POST',
        path: found.path,
        secret,
        body: pairs(),
        headers: typed(form),
      });
    await send(`${what} and more`, pairs(), form, round % 3 === 0 ? {} : spare);
  }
  // Alone in a form that is right otherwise, an odd word comes past the validators to where things are kept.
  for (const [at, [name]] of found.pairs.entries()) {
    const alone = (odd: string) => encoded(withOne(found.pairs, name, odd));
    for (const what of deep) await send(`${what} in ${name}`, alone(oddWords[what]!), form, spare);
    await send(`far too much in ${name}`, alone(at === 0 ? huge : long), form, spare);
    await send(`${name} twice`, encoded([...found.pairs, [name, 'a'], [name, 'b\0']]), form, spare);
  }
  const files = asFiles(found.pairs);
  await send('files in place of words', files.body, files.type);
  for (const odd of ['nonsense', 'default', '__proto__', 'constructor', '%00', '%ff', ''])
    await ask('an unknown action', {
      method: 'POST',
      path: `${found.path.split('?')[0]}?/${odd}`,
      secret: actor.secret,
      body: 'a=1',
      headers: typed(form),
    });
}

/** As our own scripts ask: the answer without the page around it. */
const spare = { accept: 'application/json' };

/** What has the right shape for many fields and is wrong all the same. */
const deep = [
  'a NUL',
  'half a character',
  'a number without end',
  'a date after all calendars',
  'an inherited name',
];

/** The page as the one who may sees it: where its form leads, and with which fields. */
async function look(route: Route, action: string, actor: Actor) {
  const query = await queryFor(stage.world, route);
  const page = addressFor(route, actor.params);
  const { status, body } = await asker.ask({ path: page + query, secret: actor.secret });
  const shown = status === 200 ? formsOf(body, action) : [];
  const code = route.files.filter((file) => file.endsWith('.ts')).flatMap(namesAskedBy);
  const pairs: Pairs = shown.length > 0 ? shown : code.map((name) => [name, '']);
  const path = action === 'default' ? page : `${page}?/${action}`;
  return { path, pairs, open: shown.length > 0 };
}

const withOne = (pairs: Pairs, one: string, value: string): Pairs =>
  pairs.map(([name, had]) => [name, name === one ? value : had]);

const typed = (type: string | null): Record<string, string> =>
  type === null ? {} : { 'content-type': type };

async function ask(what: string, request: RawAsked): Promise<Told> {
  const told = await asker.ask(request);
  const problem = wrongWith(told);
  if (problem)
    complaints.push(`${request.method ?? 'GET'} ${request.path.slice(0, 200)}, ${what}: ${problem}`);
  return told;
}

function wrongWith({ status, headers, body }: Told): string | null {
  if (status >= 500) return `${status}: ${words(body).slice(0, 200)}`;
  if (internals.test(body)) return `tells of its insides: ${internals.exec(body)![0]}`;
  if (status < 400) return null;
  if (/Something broke/.test(body)) return `${status} is said to be our fault`;
  if (!/\S+ \S+.*[.!?]/s.test(words(body))) return `${status} without a sentence`;
  if (!headers['content-type']) return `${status} of no type`;
  return null;
}

/** What a person would read of an answer. */
const words = (body: string) =>
  body
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const internals =
  /node_modules|\bat \S+ \(|\.(?:js|ts):\d+:\d+|[a-z]*Error: |Internal Error|syntax error|invalid (?:byte|input syntax)|violates|relation "|\[object Object\]|SQLSTATE/;

const accidents = () =>
  stage.world.logged
    .splice(0)
    .filter((line) => line.includes('"accident"'))
    .map((line) => line.slice(0, 600));
