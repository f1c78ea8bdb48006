/**
 * What must hold of the site that is served, asked from the other side than it was drawn: from each address back to
 * who granted it. The drawing is not trusted here, and nothing of it is used.
 */
import { listEditions } from '#app/features/editions/queries.server.ts';
import { listAcceptances, listSlugs } from '#app/features/works/queries.server.ts';
import { listPublicFiles } from '#app/features/works/renditions/queries.server.ts';
import type { PublicFile } from '#app/features/works/record.ts';
import { standing, type Standing } from '#app/features/works/rights/ledger.ts';
import { loadLedgers } from '#app/features/works/rights/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Invariant } from '#app/platform/invariant.server.ts';
import { findDrawn } from './kept.server.ts';
import { listStated } from './pictures/queries.server.ts';
import { listPublications } from './queries.server.ts';
import { siteTables } from './tables.server.ts';

export const invariants: Invariant[] = [
  {
    says: 'Not one byte of a paper or work is public without a grant in force',
    broken: async ({ db, now }) => ungranted(db, await asServed(db, now)),
  },
  {
    says: 'Every picture of the organizers that is public was brought with a statement, and published',
    broken: ({ db }) => unstated(db),
  },
  {
    says: 'No picture can be recognised whose people did not ask for it',
    broken: async ({ db, now }) => unaskedMarks(db, await asServed(db, now)),
  },
  {
    says: 'Every picture drawn for links is named by a public page, and none that is named is missing',
    broken: ({ db, settings }) => unnamedCards(db, settings.url),
  },
  {
    says: 'Whatever is public of the files of a paper or work was made for the world, and is kept',
    broken: async ({ db, files }) => {
      const rows = (await servedFiles(db)).filter(({ stored }) => stored);
      const there = await Promise.all(rows.map(({ sha256 }) => files.has(sha256)));
      return rows.filter((_, at) => !there[at]).map(({ address }) => `${address} is missing`);
    },
  },
];

/** Told by whoever brought it, still in the library, and part of what was published last. */
async function unstated(db: Db): Promise<string[]> {
  const wrong: string[] = [];
  const served = await servedFiles(db);
  for (const { id, slug } of await listEditions(db)) {
    const [newest] = await listPublications(db, id, 1);
    const used = new Set(newest?.document.pictures.map(({ key, revision }) => `${key} ${revision}`));
    const free = (await listStated(db, id)).filter(({ key, revision }) => used.has(`${key} ${revision}`));
    const hashes = new Set(free.map(({ sha256 }) => sha256));
    for (const { address, sha256 } of served)
      if (address.startsWith(`assets/pictures/${slug}/`) && !hashes.has(sha256))
        wrong.push(`${address} is stated by nobody to be free to publish`);
  }
  return wrong.sort();
}

/** What stopped being true by itself is drawn anew before anybody gets it: until then the last true moment counts. */
async function asServed(db: Db, now: Date): Promise<Date> {
  const until = (await findDrawn(db))?.trueUntil;
  return until && until <= now ? new Date(until.getTime() - 1) : now;
}

async function ungranted(db: Db, now: Date): Promise<string[]> {
  const served = await servedFiles(db);
  const wrong: string[] = [];
  for (const { id, slug } of await listEditions(db)) {
    const slugs = await listSlugs(db, id);
    const accepted = new Set((await listAcceptances(db, { editionId: id })).map((one) => one.submissionId));
    const ids = [...new Set(slugs.flatMap(({ submissionId }) => submissionId ?? []))];
    const ledgers = await loadLedgers(db, ids);
    const made = await listPublicFiles(db, ids);
    // In every language: `2024/papers/x`, `2024/fr/papers/x`.
    const record = new RegExp(
      `^${slug}/(?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?(?:papers|works)/([^/.]+)(?:/.+|\\.pdf)?$`,
    );
    for (const file of served) {
      const name = record.exec(file.address)?.[1];
      // An old address says where something is now, and nothing of it.
      if (name === undefined || file.leadsTo !== null) continue;
      const owner = slugs.find((one) => one.slug === name)?.submissionId ?? '';
      const ledger = ledgers.get(owner);
      const fault =
        ledger && accepted.has(owner)
          ? faultOf(file, standing(ledger, now), made.get(owner) ?? [])
          : 'belongs to nothing that is accepted';
      if (fault) wrong.push(`${file.address} ${fault}`);
    }
  }
  return wrong;
}

function faultOf({ sha256, stored }: Served, { may, media, tombstone }: Standing, made: PublicFile[]) {
  if (stored && !media) return 'was taken down';
  if (tombstone) return null;
  if (!may.has('website')) return 'has no grant in force';
  const known = made.some(({ renditions }) => renditions.some((one) => one.sha256 === sha256));
  return stored && !known ? 'is no rendering that is in force' : null;
}

/** They are made of the words of pages: what no page says any more may not be said by its picture. */
async function unnamedCards(db: Db, base: string): Promise<string[]> {
  const card = /^(?:assets\/social\/[^/]+|.+\/social)\.[0-9a-f]{10}\.png$/;
  const pages = await siteTables(db)
    .selectFrom('siteFile')
    .select('plain')
    .where('type', 'like', 'text/html%')
    .execute();
  const named = new Set(
    pages.flatMap(({ plain }) => {
      const [, url = ''] = /property="og:image" content="([^"]*)"/.exec(plain?.toString() ?? '') ?? [];
      const address = url.slice(base.length + 1);
      return url.startsWith(`${base}/`) && card.test(address) ? [address] : [];
    }),
  );
  const there = new Set(
    (await servedFiles(db)).map(({ address }) => address).filter((one) => card.test(one)),
  );
  return [
    ...[...there].filter((one) => !named.has(one)).map((one) => `${one} is named by no page`),
    ...[...named].filter((one) => !there.has(one)).map((one) => `${one} is missing`),
  ].sort();
}

async function unaskedMarks(db: Db, now: Date): Promise<string[]> {
  const asked = new Set<string>();
  for (const { id } of await listEditions(db)) {
    const ids = (await listAcceptances(db, { editionId: id })).map(({ submissionId }) => submissionId);
    const made = await listPublicFiles(db, ids);
    for (const [one, ledger] of await loadLedgers(db, ids)) {
      const { may, media } = standing(ledger, now);
      if (!may.has('website') || !may.has('recognition') || !media) continue;
      for (const { likeness } of made.get(one) ?? []) if (likeness) asked.add(likeness);
    }
  }
  const lists = await siteTables(db)
    .selectFrom('siteFile')
    .select(['address', 'plain'])
    .where('address', 'like', 'assets/ours-%')
    .execute();
  return lists.flatMap(({ address, plain }) =>
    [...`${plain?.toString() ?? ''}`.matchAll(/\b[0-9a-f]{64}\b/g)]
      .filter(([mark]) => !asked.has(mark))
      .map(([mark]) => `${address} holds ${mark}, which nobody granted`),
  );
}

interface Served {
  address: string;
  sha256: string;
  leadsTo: string | null;
  /** Lies in the store of files, as media do. */
  stored: boolean;
}

const servedFiles = (db: Db): Promise<Served[]> =>
  siteTables(db)
    .selectFrom('siteFile')
    .select(['address', 'sha256', 'leadsTo', (eb) => eb('plain', 'is', null).as('stored')])
    .where((eb) => eb('address', 'not like', '%/works/labels.pdf'))
    .where((eb) => eb('address', 'not like', '%/works/ours'))
    .execute() as Promise<Served[]>;
