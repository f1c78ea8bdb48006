/**
 * Draws the public site: once per change, and only what changed. What is drawn is exchanged whole, in one
 * transaction, so that nobody ever reads half of one site and half of another.
 */
import { createHash } from 'node:crypto';
import { lockName, type Db } from '#app/platform/database.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { sql } from 'kysely';
import { loadDrawer, stylesheetOf, type Drawer } from './drawer.server.ts';
import type { EditionSite } from './edition-pages.ts';
import { encoded } from './encoding.server.ts';
import { gather } from './gathering.server.ts';
import { keptMakings, keepFiles, noteDrawn, noteProgress, type FileRow } from './kept.server.ts';
import { spanAround } from './truth.ts';
import { pagesOfSite } from './whole-site.ts';

/** A file of the site that may not have been made yet. */
interface Wanted {
  address: string;
  type: string;
  madeOf: string;
  headers: [string, string][];
  leadsTo: string | null;
  make(): Buffer;
}

/** Brings the served site in step with what is published at `now`; resolves to how many files were made anew. */
export async function drawSite(now: Date): Promise<number> {
  const drawer = await loadDrawer();
  const { database } = resources();
  return database.transaction(async (db) => {
    await lockName(db, 'site');
    const { editions, instants } = await gather(db, now);
    const wanted = filesOf(editions, drawer);
    const kept = await keptMakings(db);
    const stale = wanted.filter(({ address, madeOf }) => kept.get(address) !== madeOf);
    const gone = [...kept.keys()].filter((address) => !wanted.some((file) => file.address === address));
    const progress = stale.length > 100 ? progressOf(stale.length, now) : null;
    const made: FileRow[] = [];
    for (const file of stale) {
      made.push(await rowOf(file));
      await progress?.(made.length);
    }
    await keepFiles(db, made, gone);
    if (await noteDrawn(db, spanAround(now, instants), now, made.length + gone.length > 0))
      await sql`select pg_notify('salon_site', '')`.execute(db);
    return made.length;
  });
}

/** Every file of the site, in no order that matters; one address once. */
export function filesOf(editions: EditionSite[], drawer: Drawer): Wanted[] {
  const styles = new Map(
    editions.map(({ slug, settings }) => [slug, stylesheetOf(drawer, slug, settings.about.accent)]),
  );
  const pages = pagesOfSite(editions).map((page) => {
    const linked = {
      styles: [styles.get(page.frame.slug)!.address],
      scripts: ['local-time.js', ...(page.scripts ?? [])].map((name) => drawer.assets.get(name)!.address),
    };
    return {
      address: page.address,
      type: 'text/html; charset=utf-8',
      madeOf: hash(JSON.stringify([drawer.version, page, linked])),
      headers: [],
      leadsTo: null,
      make: () => Buffer.from(drawer.draw(page, linked)),
    };
  });
  const assets = [...styles.values(), ...drawer.assets.values()].map(({ address, type, bytes }) => ({
    address,
    type,
    madeOf: hash(bytes),
    headers: [],
    leadsTo: null,
    make: () => bytes,
  }));
  return [...pages, ...assets];
}

async function rowOf({ address, type, madeOf, headers, leadsTo, make }: Wanted): Promise<FileRow> {
  const plain = make();
  return {
    address,
    type,
    madeOf,
    headers,
    leadsTo,
    sha256: hash(plain),
    bytes: plain.length,
    plain,
    ...(await encoded(type, plain)),
  };
}

const hash = (of: string | Buffer) => createHash('sha256').update(of).digest('hex');

/** Told outside of the transaction, so that somebody can watch; every fiftieth page is enough. */
function progressOf(pages: number, now: Date): (drawn: number) => Promise<void> {
  const { db } = resources().database;
  return async (drawn) => {
    if (drawn === 1 || drawn % 50 === 0 || drawn === pages)
      await noteProgress(db as Db, { pages, drawn, begunAt: now, finishedAt: drawn === pages ? now : null });
  };
}
