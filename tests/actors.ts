/** The world that nonsense is thrown at, and for each route somebody who may act there, with something to act on. */
import { sql } from 'kysely';
import { insertSection } from '#app/features/editions/queries.server.ts';
import { write } from '#app/features/mailings/mailing-operations.server.ts';
import { askForLink, makeSetUpLink } from '#app/features/people/operations.server.ts';
import { insertPerson, insertSession } from '#app/features/people/queries.server.ts';
import { grantOperator } from '#app/features/people/standing-queries.server.ts';
import { send } from '#app/features/site/enquiries/operations.server.ts';
import { join } from '#app/features/site/interest/operations.server.ts';
import { addContributor, inviteContributor, submit } from '#app/features/submissions/operations.server.ts';
import { grant } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { hashSecret, randomId, randomSecret } from '#app/platform/random.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import type { Route } from './house/routes.ts';
import { allAgreed, completePaper, putFile } from './submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from './world.ts';

/** Whose session, and the values of the route's parameters. */
export interface Actor {
  secret: string | null;
  params: Record<string, string>;
}

export async function openActors() {
  const world = await openWorld();
  const all = resources();
  // The demo has pages of its own, its inbox and its clock; here they are open as well.
  provideResources({ ...all, settings: { ...all.settings, demo: true } });
  const page = { slug: 'access', title: 'Access (invented)', body: 'Step-free.', menu: true };
  await insertSection(world.db, {
    editionId: world.edition.id,
    name: 'pages',
    body: [page],
    at: whileOpen,
    by: null,
    reason: '',
  });
  await grantOperator(world.db, { personId: world.people.olga.id, now: whileOpen });
  return { world, actorFor: (route: Route) => actorFor(world, route), close: () => world.close() };
}

/** Somebody new and something new each time: what was withdrawn, used up or signed out is of no use again. */
async function actorFor(world: World, { path }: Route): Promise<Actor> {
  world.at(whileOpen);
  await sql`delete from rate_count`.execute(world.db);
  const params: Record<string, string> = {
    number: '1',
    edition: world.edition.slug,
    call: 'papers',
    section: 'about',
    part: 'text',
    address: '2024/dates.html',
    step: 'dates',
    version: '1',
    key: 'no-such-key',
    picture: 'no-such-picture',
  };
  if (path.startsWith('/sign-in/link'))
    return { secret: null, params: { ...params, secret: await mailedLink(world) } };
  if (path.startsWith('/[edition]/interest/'))
    return { secret: null, params: { ...params, secret: await wish(world) } };
  if (path.startsWith('/[edition]/contact/thread'))
    return { secret: null, params: { ...params, secret: (await enquiry(world)).secret } };
  if (path.startsWith('/sign-in')) return { secret: null, params };
  if (path === '/set-up') return { secret: null, params };
  if (path.startsWith('/account') || path.startsWith('/sign-out'))
    return { secret: await somebody(world), params };
  const secret = await session(world, /^\/(desk|set-up|operator)/.test(path) ? 'olga' : 'ada');
  if (!/\[(id|file|secret|letter|receipt)\]/.test(path)) return { secret, params };
  if (path.startsWith('/desk/[edition]/enquiries'))
    return { secret, params: { ...params, id: (await enquiry(world)).id } };
  if (path.includes('[letter]')) return { secret, params: { ...params, letter: await mailing(world) } };

  const id = await completePaper(world);
  params.id = id;
  if (path.includes('[file]')) params.file = (await putFile(world, id, { role: 'paper', name: 'a.pdf' })).id;
  if (path.includes('[receipt]') || path.startsWith('/invitation') || path.endsWith('/answer')) {
    const { receipt } = await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    params.receipt = receipt;
  }
  if (/\/(rights|takedown)(\/|$)/.test(path)) params.grant = await granted(world, id);
  if (path.startsWith('/invitation'))
    return { secret: null, params: { ...params, secret: await invitation(world, id) } };
  if (path.endsWith('/answer')) return { secret: await session(world, 'benno'), params };
  return { secret, params };
}

/** Handed in, and its website allowed: what there is to take back or to take down. */
async function granted(world: World, id: string): Promise<string> {
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  const text = hashOf(textFor('paper'));
  const ask = { id, uses: ['website'], capacity: 'author', text, agreed: true } as const;
  return (await grant(world.as('ada'), { ...ask, uses: [...ask.uses] })).grant;
}

/** The address of a route with the actor's own values. */
export const addressFor = ({ path, params }: Route, values: Record<string, string>) =>
  params.reduce(
    (address, param) =>
      address.replace(new RegExp(`\\[\\[?(\\.\\.\\.)?${param}(=\\w+)?\\]?\\]`), values[param] ?? ''),
    path,
  );

/** What the actor's address brings along in its query; only where a page is nothing without it. */
export async function queryFor(world: World, { path }: Route): Promise<string> {
  if (path !== '/set-up') return '';
  await sql`delete from installation where name = 'set-up'`.execute(world.db);
  return new URL((await makeSetUpLink(world.db, whileOpen))!, 'http://salon.test').search;
}

export async function session(world: World, who: CastName): Promise<string> {
  return sessionOf(world, world.people[who].id);
}

async function somebody(world: World): Promise<string> {
  const email = `${randomId()}@example.org`;
  return sessionOf(
    world,
    await insertPerson(world.db, { name: 'Somebody', email, confirmed: true, now: whileOpen }),
  );
}

async function sessionOf(world: World, personId: string): Promise<string> {
  const secret = randomSecret();
  await insertSession(world.db, { secretHash: hashSecret(secret), personId, device: 'test', now: whileOpen });
  return secret;
}

async function mailedLink(world: World): Promise<string> {
  const address = `${randomId()}@example.org`;
  await askForLink(world.as('visitor'), { address, next: null });
  return secretIn(await lastLetter(world, address), 'sign-in/link');
}

async function invitation(world: World, id: string): Promise<string> {
  const email = `${randomId()}@example.org`;
  const { contributor } = await addContributor(world.as('ada'), { id, name: 'Named Before', email });
  await inviteContributor(world.as('ada'), { id, contributor });
  return secretIn(await lastLetter(world, email), 'invitation');
}

async function enquiry(world: World): Promise<{ id: string; secret: string }> {
  const email = `${randomId()}@example.org`;
  const words = 'Is there a lift?';
  const { slug } = world.edition;
  await send(world.as('visitor'), { edition: slug, name: 'Somebody', email, topic: 'access', words });
  const { rows } = await sql<{ id: string }>`select id from enquiry where email = ${email}`.execute(world.db);
  return { id: rows[0]!.id, secret: secretIn(await lastLetter(world, email), 'contact/thread') };
}

async function wish(world: World): Promise<string> {
  const email = `${randomId()}@example.org`;
  await join(world.as('visitor'), { edition: world.edition.slug, email, topics: ['news'] });
  return secretIn(await lastLetter(world, email), 'interest/confirm');
}

async function lastLetter(world: World, address: string): Promise<string> {
  const { rows } = await sql<{ body: string }>`select body from letter where to_address = ${address}
    limit 1`.execute(world.db);
  return rows[0]!.body;
}

const secretIn = (body: string, path: string) => new RegExp(`/${path}/([\\w-]+)`).exec(body)![1]!;

/** To nobody but those of one submission: what is shown of it stays short. */
async function mailing(world: World): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from submission order by begun_at, id limit 1`.execute(
    world.db,
  );
  const id = rows[0]?.id ?? (await completePaper(world));
  const { mailing: made } = await write(world.as('olga'), {
    edition: world.edition.slug,
    ids: [id],
    subject: 'About {{title}}',
    body: 'Dear {{name}}',
  });
  return made;
}
