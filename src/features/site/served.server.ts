/**
 * The public site as this process serves it: every page in memory, answered before anything else is asked. No query,
 * no cookie, no viewer. Another process that publishes is heard of by the database; a page that stops being true by
 * itself is drawn anew before it is served once more.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import type { Database } from '#app/platform/database.server.ts';
import { commonHeaders } from '#app/platform/front.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { isElsewhere } from '#app/platform/content-host.server.ts';
import { spellingsOf } from './addresses.ts';
import { answerOf, chosen, holds, type Answer } from './answers.ts';
import { isCard } from './cards/card.ts';
import { drawSite } from './drawing.server.ts';
import { findDrawn, findFiles, keptMakings, type FileRow } from './kept.server.ts';
import { sendStored } from './stored-media.server.ts';

interface Held {
  /** Whose site this is: a process that opens another database begins anew. */
  database: Database | null;
  number: number;
  from: number;
  until: number;
  answers: Map<string, Answer>;
  makings: Map<string, string>;
}

const nothing = (): Held => ({
  database: null,
  number: -1,
  from: -Infinity,
  until: -Infinity,
  answers: new Map(),
  makings: new Map(),
});
let held = nothing();
let under: Promise<void> | null = null;
let another: Promise<void> | null = null;

/**
 * Answers what is a file of the site and says true. False leaves the request to whoever comes next; it is
 * answered later, and true is returned, where the site must be drawn first.
 */
export function answerFixed(request: IncomingMessage, response: ServerResponse, next: () => void): boolean {
  if (held.number < 0) return false;
  const now = resources().clock.now().getTime();
  if (now >= held.until || now < held.from) {
    if (!isWanted(request)) return false;
    void inStep(new Date(now)).then(
      () => send(request, response) || next(),
      (problem: unknown) => {
        // What was drawn last is served until it can be drawn again.
        resources().log.accident('site', problem);
        if (!send(request, response)) next();
      },
    );
    return true;
  }
  return send(request, response);
}

function isWanted({ method, url = '' }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && held.answers.has(pathOf(url));
}

function send(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '', headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const answer = held.answers.get(pathOf(url));
  if (answer === undefined) return false;
  const { settings } = resources();
  if (settings.userContentUrl !== null && isElsewhere(request, settings)) return false;
  if (answer.stored) return sendStored(request, response, answer);
  const variant = chosen(answer, headers['accept-encoding'] as string | undefined);
  if (holds(variant, headers['if-none-match'])) {
    response.writeHead(304, withoutBody(variant.headers));
    response.end();
    return true;
  }
  response.writeHead(answer.status, variant.headers);
  response.end(method === 'HEAD' ? undefined : variant.body);
  return true;
}

/**
 * Draws what is out of date at `now` and holds it; one drawing at a time, whoever asks. A drawing under way may have
 * read what was true before the asker's change: whoever comes meanwhile waits for one more, shared by all of them.
 */
export function inStep(now: Date): Promise<void> {
  if (under) {
    another ??= under
      .catch(() => undefined)
      .then(() => {
        another = null;
        return begin(now);
      });
    return another;
  }
  return begin(now);
}

function begin(now: Date): Promise<void> {
  under = drawSite(now)
    .then(() => holdSite())
    .finally(() => (under = null));
  return under;
}

/** Reads what other processes, or jobs of this one, have drawn; only what changed is read. */
export async function holdSite(): Promise<void> {
  const { database } = resources();
  if (held.database !== database) held = { ...nothing(), database };
  const { db } = database;
  const drawn = await findDrawn(db);
  if (!drawn || drawn.number === held.number) return;
  const makings = await keptMakings(db);
  const changed = [...makings].filter(([address, madeOf]) => held.makings.get(address) !== madeOf);
  const files = await findFiles(
    db,
    changed.map(([address]) => address),
  );
  const answers = new Map(held.answers);
  for (const address of held.makings.keys())
    if (!makings.has(address))
      for (const spelling of [...spellingsOf(address), `/${address.replace(/\/$/, '')}`])
        answers.delete(spelling);
  for (const file of files) for (const [spelling, answer] of answersOf(file)) answers.set(spelling, answer);
  held = {
    database,
    number: drawn.number,
    from: drawn.trueFrom?.getTime() ?? -Infinity,
    until: drawn.trueUntil?.getTime() ?? Infinity,
    answers,
    makings,
  };
}

/** Every address that is answered from memory, as it is asked for. */
export const servedAddresses = () => [...held.answers.keys()].sort();

/** Hears of new drawings until the returned function is called; also looks by itself, should a word be lost. */
export async function followSite(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = await pool.connect();
  const look = () => void holdSite().catch((problem: unknown) => resources().log.accident('site', problem));
  client.on('notification', look);
  await client.query('listen salon_site');
  const timer = setInterval(look, 5_000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    held = nothing();
    client.removeAllListeners('notification');
    await client.query('unlisten *').catch(() => undefined);
    client.release();
  };
}

function answersOf(file: FileRow): [string, Answer][] {
  const { settings } = resources();
  const isPage = file.type.startsWith('text/html');
  const common = [
    ...Object.entries({
      ...commonHeaders,
      'content-security-policy': isPage
        ? pagePolicy(settings.userContentUrl)
        : commonHeaders['content-security-policy'],
    }),
    ...(settings.url.startsWith('https:') ? [['strict-transport-security', 'max-age=31536000']] : []),
  ] as [string, string][];
  const forever = /^assets\/.*\.[\w-]{8,}\.\w+$/.test(file.address) || isCard(file.address);
  const location = file.leadsTo === null ? null : `/${file.leadsTo}`;
  const answer = answerOf({ ...file, forever, location }, common);
  const spelled = spellingsOf(file.address).map((spelling): [string, Answer] => [spelling, answer]);
  // `/2024` is how people write the address of a folder.
  if (!file.address.endsWith('/')) return spelled;
  const led = { ...file, gzip: null, brotli: null, plain: Buffer.alloc(0), bytes: 0, forever: false };
  return [
    ...spelled,
    [`/${file.address.slice(0, -1)}`, answerOf({ ...led, location: `/${file.address}` }, common)],
  ];
}

/** Nothing runs but our own scripts, nothing loads from elsewhere; a web piece may be framed from the other host name. */
function pagePolicy(userContentUrl: string | null): string {
  const there = userContentUrl ? new URL(userContentUrl).origin : "'none'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    // No script of ours asks for anything; tools that look a page over ask for robots.txt by its policy.
    "connect-src 'self'",
    `frame-src ${there}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

/** RFC 9110: a 304 says nothing of a body that it has not. */
function withoutBody(headers: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < headers.length; at += 2)
    if (
      headers[at] !== 'content-length' &&
      headers[at] !== 'content-encoding' &&
      headers[at] !== 'content-type'
    )
      kept.push(headers[at]!, headers[at + 1]!);
  return kept;
}
