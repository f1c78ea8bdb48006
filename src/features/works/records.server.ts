/**
 * The only maker of `PublicRecord`. Promises that a record exists only of what is accepted, not withdrawn, granted for
 * the website and not embargoed; that it names only people who said yes; and that what was taken down is a tombstone.
 */
import { sql } from 'kysely';
import type { Call } from '#app/features/calls/call.ts';
import { zoneId } from '#app/features/calls/deadline.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import type { Edition } from '#app/features/editions/edition.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { confirmedOrcids } from '#app/features/people/orcid-queries.server.ts';
import { listCorrections } from '#app/features/submissions/contributor-queries.server.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Contributor, Submission } from '#app/features/submissions/submission.ts';
import { listHandedInBy } from '#app/features/submissions/version-queries.server.ts';
import type { Version } from '#app/features/submissions/version.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Acceptance } from './acceptance.ts';
import { evidenceOf } from './evidence.ts';
import { answersOf, factsOf, topicsOf } from './facts.ts';
import { languagesOf } from './language.ts';
import { listAcceptances, listSlugs, type Slug } from './queries.server.ts';
import type { AiProcess, PublicCredit, PublicFile, PublicRecord } from './record.ts';
import { listPublicFiles } from './renditions/queries.server.ts';
import type { RenderedFile } from './renditions/rendering.ts';
import { creditLine, creditsOf } from './rights/credit.ts';
import { allowedSince, standing, type Ledger, type Standing } from './rights/ledger.ts';
import { loadLedgers } from './rights/queries.server.ts';
import { listArchived } from './returning.server.ts';
import { standingVersions } from './standing-version.server.ts';

/** By title. */
export async function listRecords(db: Db, editionId: string, now: Date): Promise<PublicRecord[]> {
  const edition = await findEdition(db, { id: editionId });
  const acceptances = (await listAcceptances(db, { editionId })).filter(({ at }) => at <= now);
  if (!edition || acceptances.length === 0) return [];
  const ids = acceptances.map(({ submissionId }) => submissionId);
  const submissions = await findSubmissions(db, sql`s.id = any(${ids}::text[])`);
  const calls = new Map((await findCalls(db, { editionId })).map((call) => [call.id, call]));
  const slugs = await listSlugs(db, editionId);
  const ledgers = await loadLedgers(db, ids);
  const versions = await standingVersions(db, acceptances, ledgers, now);
  const handedInBy = await listHandedInBy(db, ids);
  const files = await listPublicFiles(db, ids);
  const corrections = await listCorrections(db, ids);
  const people = submissions.flatMap(({ contributors }) => contributors.map(({ personId }) => personId));
  const orcids = await confirmedOrcids(db, people);
  const archived = await listArchived(db, ids);
  const records = submissions.flatMap((submission) => {
    const acceptance = acceptances.find(({ submissionId }) => submissionId === submission.id)!;
    const version = versions.get(submission.id);
    const call = calls.get(submission.callId);
    const own = slugs.filter(({ submissionId }) => submissionId === submission.id);
    if (!version || !call || own.length === 0) return [];
    const record = recordOf(
      {
        edition,
        acceptance,
        submission,
        version,
        call,
        slugs: own,
        ledger: ledgers.get(submission.id)!,
        files: files.get(submission.id) ?? [],
        corrected: corrections.get(submission.id) ?? [],
        handedInBy: handedInBy.get(submission.id) ?? [],
        orcids,
        archived: archived.get(submission.id) ?? {},
      },
      now,
    );
    return record ? [record] : [];
  });
  const order = new Intl.Collator('en', { numeric: true });
  return records.toSorted((a, b) => order.compare(a.title, b.title) || (a.slug < b.slug ? -1 : 1));
}

interface Known {
  edition: Edition;
  acceptance: Acceptance;
  submission: Submission;
  version: Version;
  call: Call;
  /** The leading one first. */
  slugs: Slug[];
  ledger: Ledger;
  files: RenderedFile[];
  /** When somebody's name in the list was corrected. */
  corrected: Date[];
  handedInBy: string[];
  orcids: Map<string, string>;
  /** Of what came from an archive: iDs by contributor that were confirmed before. */
  archived: Record<string, string>;
}

function recordOf(known: Known, now: Date): PublicRecord | null {
  const { acceptance, submission, version, call, slugs, ledger } = known;
  const stands = standing(ledger, now);
  const gone = stands.tombstone !== null && wasPublic(known, stands.tombstone.on);
  if (!gone && (submission.withdrawal || !stands.may.has('website'))) return null;
  const { settings } = call;
  const isWork = settings.kind === 'work';
  const people = peopleOf(known, now);
  const facts = isWork ? factsOf(version, settings) : null;
  const day = dayIn(known.edition.about.zone);
  const since = publicSince(known, now);
  const { preference, licence, credit } = stands;
  const files =
    gone || !stands.media ? [] : known.files.map(stands.may.has('recognition') ? whole : unmarked);
  const shown: PublicRecord = {
    id: submission.id,
    kind: settings.kind,
    slug: slugs[0]!.slug,
    formerSlugs: slugs.slice(1).map(({ slug }) => slug),
    title: version.title,
    ...languagesOf(version, settings.questions, known.edition.about.language),
    call: { key: settings.key, title: settings.title },
    people,
    summary: version.abstract.trim(),
    topics: topicsOf(version, settings),
    answers: answersOf(version, settings),
    work: facts && { ...facts, seconds: lengthOf(files), ai: facts.ai && shownBy(known, facts.ai) },
    session: null,
    award: null,
    files,
    links: linksOf(version, day),
    rights: {
      credit: creditLine({
        own: credit,
        names: people.map(({ name }) => name),
        year: facts?.year || known.edition.about.days[0]?.slice(0, 4) || day(acceptance.at).slice(0, 4),
      }),
      licence,
      preference,
    },
    acceptedOn: day(acceptance.at),
    publishedOn: day(since),
    changedAt: lastChange(known, now).toISOString(),
    tombstone: null,
  };
  return gone ? buried(shown, stands.tombstone!, day) : shown;
}

function shownBy({ version, files }: Known, ai: AiProcess): AiProcess {
  const own = files.filter(({ role }) => ['main', 'video'].includes(role));
  const credentials = own.flatMap(({ credential }) => (credential ? [credential] : []));
  return { ...ai, evidence: evidenceOf(ai, version.files, credentials) };
}

const whole = ({ credential: _read, ...file }: RenderedFile): PublicFile => file;
/** Nobody learns how to find copies of what nobody wants found. */
const unmarked = ({ likeness: _mark, ...file }: RenderedFile): PublicFile => whole(file);

/** No files, no words but these; the title and the names only where its people let them stay. */
function buried(
  record: PublicRecord,
  { on, words, titleStays, creditStays }: NonNullable<Standing['tombstone']>,
  day: (at: Date) => string,
): PublicRecord {
  return {
    ...record,
    title: titleStays ? record.title : `A ${record.kind} that was taken down`,
    people: creditStays ? record.people : [],
    summary: '',
    topics: [],
    answers: [],
    work: null,
    files: [],
    links: [],
    rights: { ...record.rights, credit: creditStays ? record.rights.credit : '' },
    tombstone: { on: day(on), words },
  };
}

/** A tombstone stands only where something stood: what was never public leaves no trace. */
function wasPublic({ ledger, slugs }: Known, at: Date): boolean {
  const had = slugs.some(({ givenAt }) => givenAt <= at);
  return had && standing({ ...ledger, takedowns: [] }, at).may.has('website');
}

/**
 * As the accepted version lists them and as they are credited today: who was removed since, objected or never said
 * yes is not there. An ORCID iD counts where the credit gives it and its owner connected the same one.
 */
function peopleOf(
  { submission, version, ledger, handedInBy, orcids, archived }: Known,
  now: Date,
): PublicCredit[] {
  const today = new Map(submission.contributors.map((one) => [one.id, one]));
  const listed = version.contributors.flatMap(({ id }) => today.get(id) ?? []);
  const { named } = creditsOf(listed, {
    submittedBy: handedInBy,
    grantedBy: ledger.grants.filter(({ at }) => at <= now).map(({ by }) => by.personId),
  });
  return named.map(({ kind, name, affiliation, orcid, pronouns, role, personId, id }: Contributor) => ({
    kind,
    name,
    affiliation,
    orcid: orcid !== null && [orcids.get(personId ?? ''), archived[id]].includes(orcid) ? orcid : '',
    pronouns,
    role,
  }));
}

/** A link that stands in for the file; what it needs was written for organizers and stays with them. */
function linksOf({ link, submittedAt }: Version, day: (at: Date) => string): PublicRecord['links'] {
  if (!link?.url) return [];
  const label = link.purpose.trim() || 'The work itself';
  return [{ label, url: link.url, note: '', on: link.on ?? day(submittedAt) }];
}

const lengthOf = (files: PublicFile[]): number | null => {
  const timed = files.filter(({ seconds }) => seconds !== null);
  const [main] = [...timed.filter(({ role }) => role === 'main'), ...timed];
  return main ? Math.round(main.seconds!) : null;
};

/** When the last thing came that it had to wait for. */
function publicSince({ acceptance, ledger }: Known, now: Date): Date {
  const grant = allowedSince(ledger, 'website', now);
  const ends = ledger.embargoes.map(({ until, liftedAt }) =>
    liftedAt && liftedAt < until ? liftedAt : until,
  );
  return latest([acceptance.at, ...(grant ? [grant] : []), ...ends], now);
}

function lastChange(known: Known, now: Date): Date {
  const { acceptance, submission, version, slugs, ledger, corrected } = known;
  return latest(
    [
      publicSince(known, now),
      acceptance.at,
      ...(version.id === acceptance.versionId ? [] : [version.submittedAt]),
      ...ledger.grants.map(({ at }) => at),
      slugs[0]!.leadsSince,
      ...corrected,
      ...submission.contributors.flatMap(({ answer }) => answer?.at ?? []),
      ...ledger.choices.map(({ at }) => at),
      ...ledger.pictures.map(({ at }) => at),
      ...ledger.takedowns.flatMap(({ at, ended }) => (ended ? [at, ended.at] : [at])),
    ],
    now,
  );
}

const latest = (moments: Date[], now: Date): Date =>
  moments.filter((at) => at <= now).reduce((last, at) => (at > last ? at : last), new Date(0));

function dayIn(zone: string): (at: Date) => string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zoneId(zone), dateStyle: 'short' });
  return (at) => clock.format(at);
}
