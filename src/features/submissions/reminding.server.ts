/** Reminds people of what they began and did not hand in, three days and one day before their deadline. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { deadlineOf } from '#app/features/calls/call.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { listEditions } from '#app/features/editions/queries.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { writeToAuthors } from './letters.server.ts';
import { lettersIn } from './mails-in.ts';
import { deadlineFor } from './phases.ts';
import { finalRound } from './rounds.ts';
import { findSubmissions } from './queries.server.ts';
import { sayLocal, sayUtc } from './receipt.ts';
import { stateOf } from './submission.ts';

const hour = 60 * 60 * 1000;
/** Before the deadline, the nearest first. */
const marks = [24 * hour, 72 * hour];
const earliest = marks.at(-1)!;

/** Each person once for each mark; a deadline that moved is a new one. */
export const remind = operation({
  name: 'submissions.remind',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    const reminded: string[] = [];
    const soon = new Date(now.getTime() + earliest);
    for (const { id: editionId } of await listEditions(db)) {
      for (const call of await findCalls(db, { editionId })) {
        const deadline = deadlineOf(call);
        const itself = now < deadline && deadline <= soon;
        const found = await findSubmissions(
          db,
          sql`s.call_id = ${call.id} and (${itself}::boolean or exists (select 1 from personal_extension x
            where x.submission_id = s.id and x.deadline > ${now} and x.deadline <= ${soon}))`,
        );
        for (const submission of found) {
          // Of final versions works reminds, with all else that is owed.
          if (finalRound({ ...submission, call })) continue;
          const state = stateOf(submission);
          const until = deadlineFor({ ...submission, call });
          const mark = marks.find((before) => now < until && now.getTime() >= until.getTime() - before);
          // Who began after the mark has the deadline in mind.
          if (!mark || submission.begunAt.getTime() > until.getTime() - mark) continue;
          if (state !== 'draft' && state !== 'changed') continue;
          reminded.push(submission.id);
          await writeToAuthors(
            db,
            { ...submission, call },
            { now },
            {
              kind: 'reminder',
              key: `reminder ${submission.id} ${until.toISOString()} ${mark / hour}`,
              write: (place) =>
                lettersIn[place.language].reminderLetter(place, {
                  state,
                  until: `${sayUtc(until)} (${sayLocal(until, place.edition.zone, place.language)})`,
                }),
            },
          );
        }
      }
    }
    note({ detail: { submissions: reminded.length } });
    return reminded;
  },
});
