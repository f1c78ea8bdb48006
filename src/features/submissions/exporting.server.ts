/** The table as a file: the same rows the asking organizer could see on the page, and no other. */
import { sql } from 'kysely';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { sayAnswer } from './answer-words.ts';
import { csvOf } from './csv.ts';
import { list, listForm } from './listing.server.ts';
import { listOrganizers } from './policy.ts';
import { findSubmissions } from './queries.server.ts';
import { stateWords } from './submission.ts';
import { labelsOf } from './table.ts';

export const exportTable = read({
  name: 'submissions.export',
  input: listForm,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, edition, wanted) => {
    const { rows } = await list({ viewer, now }, { ...wanted, page: 1, all: true });
    const found = await findSubmissions(db, sql`s.id = any(${rows.map(({ id }) => id)}::text[])`);
    const byId = new Map(found.map((one) => [one.id, one]));
    const calls = await findCalls(db, { editionId: edition.id });
    const inUse = calls.filter(({ id }) => rows.some(({ callId }) => callId === id));
    const questions = inUse.flatMap(({ id, settings }) =>
      settings.questions.map((question) => ({ call: id, question })),
    );
    const head = [...columns, ...questions.map(({ question }) => question.label)];
    const lines = rows.map((row) => {
      const submission = byId.get(row.id)!;
      const call = calls.find(({ id }) => id === row.callId)!.settings;
      return [
        row.id,
        call.title,
        stateWords[row.state].word,
        row.title,
        submission.contributors
          .map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name))
          .join('; '),
        submission.contributors
          .map(({ email }) => email)
          .filter(Boolean)
          .join('; '),
        labelsOf(call.kinds?.options, row.kinds).join('; '),
        labelsOf(call.topics?.options, row.topics).join('; '),
        row.stored?.abstract ?? '',
        stamp(row.begunAt),
        stamp(row.changedAt),
        stamp(row.submittedAt),
        submission.latest?.inGrace ? 'yes' : '',
        row.receipt,
        row.versions,
        row.issues,
        submission.files.map(({ name }) => name).join('; '),
        ...questions.map(({ call: asked, question }) =>
          asked === row.callId ? sayAnswer(question, row.stored?.answers?.[question.key]).join('; ') : '',
        ),
      ];
    });
    return { name: `submissions-${edition.slug}.csv`, csv: csvOf([head, ...lines]), rows: lines.length };
  },
});

const columns = [
  'Id',
  'Call',
  'Status',
  'Title',
  'People',
  'Addresses',
  'Kind or form',
  'Topics',
  'Abstract',
  'Begun (UTC)',
  'Last change (UTC)',
  'Received (UTC)',
  'In grace',
  'Receipt',
  'Version',
  'Open issues',
  'Files',
];

const stamp = (at: Date | null) => (at ? at.toISOString().slice(0, 19).replace('T', ' ') : '');
