/** What organizers ask about everybody's. Lists and counts are built without what the asking person has a part in. */
import * as v from 'valibot';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { waiverFor, waiversInForce } from '#app/features/calls/waiver.ts';
import { listMessages } from './arranging.server.ts';
import { sectionsOf } from './answer-words.ts';
import { lacks } from './demands.ts';
import { exceptionsFor, openIssues } from './findings.ts';
import { idForm, line } from './forms.ts';
import { itsOrganizers, listOrganizers } from './policy.ts';
import { findCase } from './queries.server.ts';
import {
  countPerDay,
  listOrders,
  listPage,
  listWithdrawals,
  listExtensions,
  type Reader,
} from './list-queries.server.ts';
import { changesBetween } from './version-changes.ts';
import { listVersions } from './version-queries.server.ts';
import { forOrganizer } from './views.ts';

const pageSize = 100;
const text = (max = 200) => v.optional(v.fallback(line(max), ''), '');

/** As it stands in the address of the table; whatever makes no sense there counts as not asked. */
export const listForm = v.object({
  edition: text(100),
  /** By id, where the page knows it already. */
  editionId: text(64),
  call: text(),
  state: v.optional(v.fallback(v.picklist(['', 'draft', 'submitted', 'changed', 'withdrawn', 'in']), ''), ''),
  kind: text(),
  topic: text(),
  issues: v.optional(v.fallback(v.boolean(), false), false),
  cleared: v.optional(v.fallback(v.boolean(), false), false),
  waiting: v.optional(v.fallback(v.boolean(), false), false),
  /** Only these, as far as they are in reach. */
  ids: v.optional(v.nullable(v.pipe(v.array(line(64)), v.maxLength(10_000))), null),
  q: text(),
  sort: v.optional(v.fallback(v.picklist(listOrders), 'changed'), 'changed'),
  backwards: v.optional(v.fallback(v.boolean(), false), false),
  page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 1), 1),
  size: v.optional(v.number(), pageSize),
  /** For exports. */
  all: v.optional(v.boolean(), false),
});

export const list = read({
  name: 'submissions.list',
  input: listForm,
  subject: async ({ db }, { edition, editionId }) =>
    editionId ? { id: editionId } : findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, { id }, { page, size, all, call, ...wanted }) => {
    const reader = readerOf(viewer);
    const calls = await findCalls(db, { editionId: id });
    const callId = call ? (calls.find(({ key }) => key === call)?.id ?? '') : null;
    const limit = all ? 100_000 : size;
    const { rows, counts } = await listPage(db, {
      ...wanted,
      editionId: id,
      now,
      reader,
      words: all,
      callId,
      callIds: calls.map((one) => one.id),
      limit,
      offset: (page - 1) * limit,
    });
    const { total, declined } = counts;
    return { rows, total, declined, page, pages: Math.max(1, Math.ceil(total / limit)), calls };
  },
});

/** How many were begun and submitted on each day, in the edition's zone. */
export const perDay = read({
  name: 'submissions.perDay',
  input: v.object({ edition: line(100) }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer }, { id, about }) =>
    countPerDay(db, { editionId: id, zone: about.zone, reader: readerOf(viewer) }),
});

/** One submission with everything that organizers may know of it. */
export const inspect = read({
  name: 'submissions.inspect',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsOrganizers,
  run: async ({ db, now }, submission) => {
    const { id } = submission;
    const edition = await findEdition(db, { id: submission.editionId });
    const { name, zone } = edition!.about;
    const versions = await listVersions(db, id);
    const { settings } = submission.call;
    const byIds = versions.map(({ submittedBy }) => submittedBy);
    const extensions = await listExtensions(db, id);
    const granted = [...submission.clearances, ...extensions];
    const waivedBy = submission.call.waivers.map(({ by }) => by);
    const names = await namesOf(db, [...byIds, ...granted.map(({ grantedBy }) => grantedBy), ...waivedBy]);
    const nameOf = (person: string | null) =>
      person === null ? 'Salon' : (names.get(person) ?? 'Somebody whose account is gone');
    return {
      submission: forOrganizer(submission, now),
      edition: { id: edition!.id, slug: edition!.slug, name, zone },
      lacks: lacks(submission, submission.call.settings, now),
      versions: versions.map((version, at) => ({
        ...version,
        by: names.get(version.submittedBy ?? '') ?? '',
        changes: changesBetween(versions[at + 1], version, settings),
      })),
      /** Rules that the version received breaks and no exception lifts now. */
      openIssues: openIssues(submission.latest?.issues ?? [], exceptionsFor(submission, now)),
      /** Of these rules, those that are waived for the whole call, with the organizers' reason. */
      waivedIssues: (submission.latest?.issues ?? []).flatMap((issue) => {
        const waiver = waiverFor(issue, waiversInForce(submission.call.waivers));
        if (!waiver) return [];
        const { reason, at, by } = waiver;
        return [{ message: issue.message, reason, at, by: nameOf(by) }];
      }),
      /** Who made each exception and gave each deadline of its own, by its id. */
      grantedBy: Object.fromEntries(granted.map(({ id, grantedBy }) => [id, nameOf(grantedBy)])),
      sections: sectionsOf(submission, settings),
      messages: await listMessages(db, id),
      withdrawals: await listWithdrawals(db, id),
      extensions: extensions.map(({ grantedBy: _grantedBy, ...extension }) => extension),
    };
  },
});

export function readerOf(viewer: Viewer): Reader | null {
  if (viewer.kind !== 'person') return null;
  return { id: viewer.id, draftKey: viewer.draftKey, email: viewer.email.toLowerCase() };
}
