/** What an archive says as data: documents made from what is public, which can be read back. */
import type { Call, Extension } from '#app/features/calls/call.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { faceNames } from '#app/features/works/citing/faces.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { Grant, Ledger, Takedown } from '#app/features/works/rights/ledger.ts';
import { signals } from '#app/features/works/rights/signals.ts';
import { fileOf } from '../addresses.ts';
import type { EditionSite } from '../edition-pages.ts';
import { programmeByDay } from '../programme.ts';
import { fileAddress, recordAddress } from '../record-address.ts';
import { folders, recordDocument } from './archive.ts';
import type { Said } from './said.ts';

/** Raised when an archive can no longer be read as the one before. */
export const format = 1;

export interface Original {
  path: string;
  role: string;
  mime: string;
  sha256: string;
  bytes: number;
}

export interface Archived {
  record: PublicRecord;
  said: Said;
  ledger: Ledger;
  originals: Original[];
}

export const editionDocument = (
  { slug, base, demo, pictures }: Pick<EditionSite, 'slug' | 'base' | 'demo' | 'pictures'>,
  settings: EditionSettings,
  archived: Archived[],
  now: Date,
) => ({
  salon: { archive: format },
  archivedAt: now.toISOString(),
  /** Of the installation; every absolute address in the archive begins with it. */
  base,
  slug,
  demo,
  settings,
  /** Of the organizers, in the widths and formats that lie in the site. */
  pictures,
  records: archived.map(({ record }) => recordDocument(record)),
});

/** As they were set, with every extension; grace was never public. */
export const callsDocument = (calls: Call[]) => ({
  calls: calls.map(({ settings: { graceMinutes: _never, ...settings }, extensions, finalExtensions }) => ({
    settings,
    extensions: extensions.map(extended),
    finalExtensions: finalExtensions.map(extended),
  })),
});

const extended = ({ asSet, reason, extendedAt }: Extension) => ({
  asSet,
  reason,
  on: extendedAt.toISOString(),
});

export function programmeDocument({ settings }: EditionSite) {
  const { programme, about, roundtables } = settings;
  return {
    zone: about.zone,
    tentative: programme.tentative,
    note: programme.note,
    days: programmeByDay(settings),
    roundtables,
  };
}

/** What was decided and is public: that a paper or work was accepted, on which day, and its award. */
export const decisionsDocument = (archived: Archived[]) => ({
  accepted: archived.map(({ record: { kind, slug, title, acceptedOn, award } }) => ({
    kind,
    slug,
    title,
    acceptedOn,
    award,
  })),
});

export function recordData({ record, said, originals }: Archived, edition: string) {
  const page = recordAddress(edition, record);
  const inSite = (address: string) => `${folders.site}/${fileOf(address)}`;
  return {
    record,
    said,
    page: inSite(page),
    /** Citations and descriptions, each in the words of its format. */
    described: faceNames(record).map(({ name, type }) => ({ type, path: inSite(`${page}/${name}`) })),
    media: record.files.flatMap((file) =>
      file.renditions.map((one) => inSite(fileAddress(edition, record, file, one))),
    ),
    originals,
  };
}

/**
 * What the bytes of this archive rest on: which text was granted, by its hash, for which use, when. Who granted it and
 * why something ended stand in receipts, which belong to their people.
 */
export const rightsDocument = (archived: Archived[], now: Date) => ({
  rights: archived.map(({ record, ledger }) => ({
    kind: record.kind,
    slug: record.slug,
    grants: ledger.grants.flatMap((grant) => granted(grant, now)),
    licence: record.rights.licence.key,
    credit: record.rights.credit,
    preference: record.rights.preference,
    /** The same wish, said by use. */
    allows: signals(record.rights.preference).allowed,
    maxPixels: ledger.choices.filter(({ at }) => at <= now).at(-1)?.maxPixels ?? null,
    takedown: record.tombstone && takenDown(ledger.takedowns, now),
  })),
});

/** The uses that an archive makes: its pages, its originals, its marks of pictures. */
const resting = ['website', 'archive', 'recognition'];

function granted({ at, text, scopes }: Grant, now: Date) {
  const holding = scopes.filter(
    ({ scope, expiresAt, ended }) =>
      resting.includes(scope) && at <= now && !(expiresAt && expiresAt <= now) && !(ended && ended.at <= now),
  );
  if (holding.length === 0) return [];
  return [
    {
      at: at.toISOString(),
      text,
      uses: holding.map(({ scope, expiresAt }) => ({ scope, until: expiresAt?.toISOString() ?? null })),
    },
  ];
}

/** Of several, the one whose words stand on the page; what more it hides is hidden in the record already. */
function takenDown(takedowns: Takedown[], now: Date) {
  const [first] = takedowns
    .filter(({ at, scopes, ended }) => at <= now && scopes.includes('page') && !(ended && ended.at <= now))
    .sort((a, b) => +a.at - +b.at);
  if (!first) return null;
  const { at, words } = first;
  return { at: at.toISOString(), words };
}
