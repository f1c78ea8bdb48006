/** What a call asks of its submissions: who hears of a later deadline, whether there are any, who has a part in one. */
import { sql } from 'kysely';
import { registerBegun } from '#app/features/calls/begun.server.ts';
import { registerDraftHolders } from '#app/features/calls/extended.server.ts';
import { registerPart } from '#app/features/calls/part.server.ts';
import { findPartIn } from './list-queries.server.ts';
import { readerOf } from './listing.server.ts';
import { findSubmissions } from './queries.server.ts';

registerDraftHolders('submissions', async (db, callId, round) => {
  const found = await findSubmissions(db, sql`s.call_id = ${callId}`);
  return found
    .filter(({ withdrawal, finalAsked }) => !withdrawal && (round === 'submission' || finalAsked))
    .flatMap(({ contributors }) => contributors)
    .filter(({ email }) => email !== '')
    .map(({ email, name, personId }) => ({ address: email.toLowerCase(), name, personId }));
});

registerBegun('submissions', async (db, callId) => {
  const { rows } = await sql`select 1 from submission where call_id = ${callId} limit 1`.execute(db);
  return rows.length > 0;
});

registerPart('submissions', async (db, { callId, viewer }) => {
  const reader = readerOf(viewer);
  return reader && findPartIn(db, reader, callId);
});
