/** What somebody says they write about, found among what is public: nothing else has a title to be told. */
import { findEdition } from '#app/features/editions/queries.server.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { Db } from '#app/platform/database.server.ts';
import { inForce } from '../gathering.server.ts';

/** By its address, however much of it was typed, or by its title; undefined where nothing public is called so. */
export async function findAbout(
  db: Db,
  { editionId, typed, now }: { editionId: string; typed: string; now: Date },
): Promise<{ about: string; aboutTitle: string } | undefined> {
  const edition = await findEdition(db, { id: editionId });
  if (!edition) return undefined;
  const { shown } = await inForce(db, edition);
  const records = (await listRecords(db, editionId, now)).filter(({ id }) => shown.includes(id));
  const found = records.find((record) => isMeant(record, typed));
  return found && { about: addressOf(found.kind, found.slug), aboutTitle: found.title };
}

function isMeant({ kind, slug, formerSlugs, title }: PublicRecord, typed: string): boolean {
  const path = typed
    .replace(/[?#].*$/, '')
    .replace(/(\.html)?\/*$/, '')
    .toLowerCase();
  const addresses = [slug, ...formerSlugs].map((one) => addressOf(kind, one));
  return (
    addresses.some((address) => path === address || path.endsWith(`/${address}`)) ||
    title.localeCompare(typed, 'en', { sensitivity: 'base' }) === 0
  );
}

const addressOf = (kind: PublicRecord['kind'], slug: string) => `${kind}s/${slug}`;
