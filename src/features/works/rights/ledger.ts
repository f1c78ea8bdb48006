/**
 * The rights ledger of one paper or work: what its people granted, took back, chose, postponed and took down.
 * Promises that what is not granted is in no `standing`, and that an end, an embargo or a takedown always wins.
 * Leaves out whether it was accepted: a grant takes effect only then, and `standing` is asked only of what was.
 */
import type { Preference } from '../preference.ts';
import { licenceOf, type Licence } from './licences.ts';

export const scopes = [
  'website',
  'onsite',
  'catalogue',
  'press',
  'social',
  'archive',
  'recording',
  'recognition',
] as const;
export type Scope = (typeof scopes)[number];

export const capacities = ['author', 'agent', 'estate'] as const;
/** The last one chooses nobody: an archive says what was granted, and not by whom. */
export type Capacity = (typeof capacities)[number] | 'archive';

export const takedownScopes = ['page', 'media', 'archive'] as const;
export type TakedownScope = (typeof takedownScopes)[number];

export interface Ledger {
  submissionId: string;
  grants: Grant[];
  /** Oldest first; the newest counts. */
  choices: Choice[];
  embargoes: Embargo[];
  takedowns: Takedown[];
  pictures: PictureWords[];
}

/** One act: everything ticked at one moment under one text. */
export interface Grant {
  id: string;
  receipt: string;
  at: Date;
  by: { personId: string | null; name: string };
  capacity: Capacity;
  text: { key: string; sha256: string };
  /** The credit line as it stood; empty means the names. */
  credit: string;
  version: { receipt: string; files: { name: string; sha256: string }[] };
  scopes: GrantedScope[];
}

export interface GrantedScope {
  scope: Scope;
  /** Null: until it is ended. */
  expiresAt: Date | null;
  ended: { at: Date; name: string; reason: string } | null;
}

export interface Choice {
  at: Date;
  name: string;
  licence: string;
  preference: Preference;
  /** The longer side of public pictures; null leaves it to the workshop. */
  maxPixels: number | null;
  credit: string;
}

export interface Embargo {
  id: string;
  until: Date;
  reason: string;
  at: Date;
  name: string;
  liftedAt: Date | null;
}

export interface Takedown {
  id: string;
  scopes: TakedownScope[];
  reason: string;
  /** What stands in its place. */
  words: string;
  titleStays: boolean;
  creditStays: boolean;
  at: Date;
  name: string;
  byOrganizer: boolean;
  ended: { at: Date; name: string; reason: string } | null;
}

/** What a picture shows, found by the hash of its original. */
export interface PictureWords {
  sha256: string;
  /** Empty only where it is decorative. */
  alt: string;
  decorative: boolean;
  at: Date;
}

export interface Standing {
  /** The uses that may happen at this moment. */
  may: ReadonlySet<Scope>;
  /** Whether its files may be shown where `may` says so; words and credits may stay without them. */
  media: boolean;
  embargoedUntil: Date | null;
  tombstone: { on: Date; words: string; titleStays: boolean; creditStays: boolean } | null;
  preference: Preference;
  licence: Licence;
  /** The line its people wrote; empty means that `creditLine` makes one. */
  credit: string;
  maxPixels: number | null;
}

export function standing(ledger: Ledger, now: Date): Standing {
  const choice = newest(ledger.choices, now);
  const embargoedUntil = embargoAt(ledger, now);
  const down = ledger.takedowns.filter((one) => holds(one, now));
  const isDown = (scope: TakedownScope) => down.some((one) => one.scopes.includes(scope));
  const may = new Set(
    scopes.filter(
      (scope) =>
        !embargoedUntil &&
        grantOf(ledger, scope, now) !== null &&
        !(isDown('page') && onPage.has(scope)) &&
        !(isDown('archive') && scope === 'archive'),
    ),
  );
  const [page] = down.filter((one) => one.scopes.includes('page')).sort((a, b) => +a.at - +b.at);
  return {
    may,
    media: !isDown('media') && !isDown('page'),
    embargoedUntil,
    tombstone: page
      ? {
          on: page.at,
          words: page.words,
          // Of several takedowns the one that hides more counts.
          titleStays: down.every((one) => one.titleStays),
          creditStays: down.every((one) => one.creditStays),
        }
      : null,
    preference: choice?.preference ?? 'reserve-all',
    licence: licenceOf(choice?.licence ?? 'reserved'),
    credit: choice?.credit ?? '',
    maxPixels: choice?.maxPixels ?? null,
  };
}

/** The newest grant of this use in force, or null. */
export const grantOf = (ledger: Ledger, scope: Scope, now: Date): Grant | null =>
  inForce(ledger, scope, now).at(-1) ?? null;

/** It has been allowed since then, whoever granted it again. */
export const allowedSince = (ledger: Ledger, scope: Scope, now: Date): Date | null =>
  inForce(ledger, scope, now)[0]?.at ?? null;

/** A grant is for the files it was given with: one that came later waits for the next. */
export const grantedHashes = (ledger: Ledger, scope: Scope, now: Date): Set<string> =>
  new Set(inForce(ledger, scope, now).flatMap(({ version }) => version.files.map(({ sha256 }) => sha256)));

/** Oldest first. */
const inForce = ({ grants }: Ledger, scope: Scope, now: Date): Grant[] =>
  grants
    .filter(({ at, scopes }) => at <= now && scopes.some((one) => one.scope === scope && runs(one, now)))
    .toSorted((a, b) => +a.at - +b.at);

/** The moments at which a standing may change: between two of them it is the same, whatever the clock says. */
export function turningPoints({ grants, choices, embargoes, takedowns, pictures }: Ledger): Date[] {
  const all = [
    ...grants.flatMap(({ at, scopes }) => [at, ...scopes.flatMap((one) => [one.expiresAt, one.ended?.at])]),
    ...embargoes.flatMap(({ at, until, liftedAt }) => [at, until, liftedAt]),
    ...takedowns.flatMap(({ at, ended }) => [at, ended?.at]),
    ...[...choices, ...pictures].map(({ at }) => at),
  ];
  const times = all.flatMap((at) => (at ? [at.getTime()] : []));
  return [...new Set(times)].sort((a, b) => a - b).map((time) => new Date(time));
}

/** What is said of a picture at this moment; null where nobody has said it yet. */
export function wordsOfPicture({ pictures }: Ledger, sha256: string, now: Date): PictureWords | null {
  return newest(
    pictures.filter((one) => one.sha256 === sha256),
    now,
  );
}

export const emptyLedger = (submissionId: string): Ledger => ({
  submissionId,
  grants: [],
  choices: [],
  embargoes: [],
  takedowns: [],
  pictures: [],
});

/** The uses that end where its page does; a show in a room, a printed page and a recording do not hang on it. */
const onPage: ReadonlySet<Scope> = new Set(['website', 'social', 'press', 'recognition']);

const runs = ({ expiresAt, ended }: GrantedScope, now: Date) =>
  (!expiresAt || now < expiresAt) && !(ended && ended.at <= now);

const holds = ({ at, ended }: Takedown, now: Date) => at <= now && !(ended && ended.at <= now);

function embargoAt({ embargoes }: Ledger, now: Date): Date | null {
  const holding = embargoes.filter(
    ({ at, until, liftedAt }) => at <= now && now < until && !(liftedAt && liftedAt <= now),
  );
  return holding.reduce<Date | null>((last, { until }) => (last && last > until ? last : until), null);
}

const newest = <T extends { at: Date }>(rows: T[], now: Date): T | null =>
  rows.filter(({ at }) => at <= now).sort((a, b) => +b.at - +a.at)[0] ?? null;
