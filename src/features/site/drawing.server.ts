/**
 * Draws the public site: once per change, and only what changed. What is drawn is exchanged whole, in one
 * transaction, so that nobody ever reads half of one site and half of another.
 */
import { createHash } from 'node:crypto';
import { lockName, type Db } from '#app/platform/database.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { sql } from 'kysely';
import { cardsOf, type CardFile } from './cards/cards.server.ts';
import { fontsOf, loadDrawer, lookOf, stylesheetOf, type Drawer } from './drawer.server.ts';
import type { EditionSite } from './edition-pages.ts';
import { encoded } from './encoding.server.ts';
import { gather, publishFirst } from './gathering.server.ts';
import { keptMakings, keepFiles, noteDrawn, noteProgress, type FileRow } from './kept.server.ts';
import { machineFilesOf, ownHeadersOf, recordHeadersOf } from './formats/gathered.ts';
import { besidePages, textFile } from './beside.server.ts';
import type { Wanted } from './wanted.ts';
import type { Shared } from './sharing.ts';
import { spanAround } from './truth.ts';
import type { Linked } from '../../rendering/draw.ts';
import { partFor } from '../../rendering/parts.ts';
import type { Page } from './page.ts';
import { pagesOfSite } from './whole-site.ts';

/** Brings the served site in step with what `gathering` finds at `now`; resolves to how many files were made anew. */
export async function drawSite(now: Date, gathering = gather): Promise<number> {
  const drawer = await loadDrawer();
  const { database } = resources();
  return database.transaction(async (db) => {
    await lockName(db, 'site');
    await publishFirst(db, now);
    const { editions, instants } = await gathering(db, now);
    const wanted = filesOf(editions, drawer, now);
    const kept = await keptMakings(db);
    const stale = wanted.filter(({ address, madeOf }) => kept.get(address) !== madeOf);
    const addresses = new Set(wanted.map(({ address }) => address));
    const gone = [...kept.keys()].filter((address) => !addresses.has(address));
    const progress = stale.length > 100 ? progressOf(stale.length, now) : null;
    const made: FileRow[] = [];
    // A few at once: packing runs on other threads while the next are drawn.
    for (let at = 0; at < stale.length; at += 10) {
      const some = stale.slice(at, at + 10);
      for (const [n, row] of (await Promise.all(some.map(madeOrNot))).entries())
        if (row) made.push(row);
        else gone.push(some[n]!.address);
      await progress?.(Math.min(at + 10, stale.length));
    }
    await keepFiles(db, made, gone);
    if (await noteDrawn(db, spanAround(now, instants), now, made.length + gone.length > 0))
      await sql`select pg_notify('salon_site', '')`.execute(db);
    return made.length;
  });
}

/** Every file of the site, in no order that matters; one address once. */
export function filesOf(editions: EditionSite[], drawer: Drawer, now: Date): Wanted[] {
  const link = linker(editions, drawer);
  const { url: base } = resources().settings;
  const pages = pagesOfSite(editions);
  const cardFor = cardsOf(editions, drawer);
  const cards = new Map<string, Wanted>();
  const drawn = pages.map((page): Wanted => {
    const card = cardFor(page);
    if (card) cards.set(card.file.address, card.file);
    const plain = link(page);
    const linked = { ...plain, shared: sharedAs(page, card, base) };
    return {
      address: page.address,
      type: 'text/html; charset=utf-8',
      madeOf: hash(JSON.stringify([told(page), linked])),
      headers: [],
      leadsTo: null,
      make: () => Buffer.from(drawer.draw(page, linked)),
      instead: () => Buffer.from(drawer.draw(unshown(page), plain)),
    };
  });
  const styles = editions.map(({ slug, settings }) => stylesheetOf(drawer, slug, lookOf(settings)));
  const fonts = fontsOf(
    drawer,
    editions.map(({ settings }) => lookOf(settings)),
  );
  const assets = [...styles, ...fonts, ...drawer.assets.values()].map(({ address, type, bytes }) => ({
    address,
    type,
    madeOf: hash(bytes),
    headers: [],
    leadsTo: null,
    make: () => bytes,
  }));
  const headersOf = recordHeadersOf(editions, base);
  const own = ownHeadersOf(base);
  // In every language a page says of its record what the one in the main language says.
  const mainly = new Map(pages.map(({ address, twins }) => [address, twins?.[0]?.address ?? address]));
  const marks = new Map<[string, string][], string>();
  const markOf = (headers: [string, string][]) => {
    if (!marks.has(headers)) marks.set(headers, hash(JSON.stringify(headers)));
    return marks.get(headers)!;
  };
  const beside = [
    ...editions.flatMap(besidePages),
    ...machineFilesOf(editions, pages, base, now).map(({ address, type, text }) =>
      textFile(address, type, text),
    ),
  ];
  for (const file of [...drawn, ...beside, ...cards.values()]) {
    // Headers are part of what a file is made of: a preference that changed must reach every answer.
    const main = mainly.get(file.address);
    const found = headersOf(main ?? file.address);
    file.headers = main === undefined || found.length > 0 ? found : own;
    const lasts = file.stored || cards.has(file.address);
    file.madeOf = `${file.madeOf} ${markOf(file.headers)}${lasts ? '' : ` ${drawer.version}`}`;
  }
  return [...drawn, ...cards.values(), ...beside, ...assets];
}

/** All that makes a page what it is; its data is not asked for where `of` says as much. */
const told = (page: Page) =>
  page.of ? Object.keys(page).map((key) => (key === 'data' ? null : page[key as keyof Page])) : page;

/** What each page links to: its edition's stylesheet, and scripts by the names that their bytes give them. */
export function linker(editions: EditionSite[], drawer: Drawer): (page: Page) => Linked {
  const styles = new Map(
    editions.map(({ slug, settings }) => [slug, stylesheetOf(drawer, slug, lookOf(settings)).address]),
  );
  return (page) => ({
    styles: [styles.get(page.frame.slug)!, ...partsFor(page, drawer)],
    scripts: (page.scripts ?? ['local-time.js']).map((name) => drawer.assets.get(name)!.address),
  });
}

function sharedAs({ address, twins, frame }: Page, card: CardFile | null, base: string): Shared {
  const there = twins?.find(({ language }) => language === frame.language)?.href;
  return {
    url: there ?? `${base}/${address || `${frame.slug}/`}`,
    picture: card && { url: `${base}/${card.file.address}`, alt: card.alt },
  };
}

/** Instead of what it was made of, for a page that could not be drawn. */
export const notMade = 'could not be made';
function partsFor({ component }: Page, drawer: Drawer): string[] {
  const part = partFor(component);
  return part ? [drawer.assets.get(`${part}.css`)!.address] : [];
}

/**
 * One page that cannot be drawn must not hold up the others, a takedown least of all. What was there before might be
 * what nobody may show any more, so it goes; it is tried again with every drawing.
 */
async function madeOrNot(file: Wanted): Promise<FileRow | null> {
  try {
    return await rowOf(file);
  } catch (problem) {
    resources().log.accident('site', problem, { address: file.address });
    if (!file.instead) return null;
    return rowOf({ ...file, madeOf: notMade, headers: [], make: file.instead });
  }
}

const unshown = ({ address, frame }: Page): Page => ({
  address,
  frame,
  title: 'This page cannot be shown just now',
  component: 'Unshown',
  description: '',
  data: {},
});

async function rowOf({ address, type, madeOf, headers, leadsTo, make, stored }: Wanted): Promise<FileRow> {
  if (stored)
    return { address, type, madeOf, headers, leadsTo, ...stored, plain: null, gzip: null, brotli: null };
  const plain = Buffer.from(await make());
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
    if (drawn <= 10 || drawn % 50 === 0 || drawn === pages)
      await noteProgress(db as Db, { pages, drawn, begunAt: now, finishedAt: drawn === pages ? now : null });
  };
}
