/**
 * Signed addresses at the other host name (SALON_USERCONTENT_URL), where what people handed in may be played or
 * shown without sharing an origin with our pages. An address names one thing and the moment it ends. It is made only
 * inside an operation that has just allowed this reader that thing; whoever holds it needs no cookie.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Db } from './database.server.ts';
import { readInstallation } from './installation.server.ts';
import { resources } from './resources.server.ts';

/** What an address names: a kind that some feature opens, and an id of 24 letters that never means other bytes. */
export interface Named {
  kind: string;
  id: string;
}

/** Long enough to begin; what plays longer gets its own length on top, as far as a film's own word is believed. */
const hour = 3_600_000;
const longest = 6 * hour;

/** Null where no other host name is configured: then everything stays on this one. */
export async function contentAddress(
  db: Db,
  { kind, id, seconds = 0 }: Named & { seconds?: number },
  now: Date,
): Promise<string | null> {
  const { userContentUrl } = resources().settings;
  if (!userContentUrl) return null;
  const ends = (now.getTime() + hour + Math.min(longest, Math.ceil(seconds) * 1000)).toString(36);
  const words = `${kind}.${id}.${ends}`;
  return `${new URL(userContentUrl).origin}/content/${words}.${await sign(db, words)}`;
}

/** What the token names; undefined alike whether it is forged, garbled or over. */
export async function namedBy(db: Db, token: string, now: Date): Promise<Named | undefined> {
  const [, words = '', kind = '', id = '', ends = '', signature = ''] =
    /^(([a-z]{1,20})\.([0-9a-z]{24})\.([0-9a-z]{1,11}))\.([\w-]{43})$/.exec(token) ?? [];
  const right = Buffer.from(await sign(db, words));
  const given = Buffer.from(signature.padEnd(right.length));
  if (!timingSafeEqual(given, right) || Number.parseInt(ends, 36) <= now.getTime()) return undefined;
  return { kind, id };
}

async function sign(db: Db, words: string): Promise<string> {
  const secret = await readInstallation<string>(db, 'content-secret');
  if (!secret) throw new Error('The secret that signs addresses is gone from the database.');
  return createHmac('sha256', secret).update(words).digest('base64url');
}
