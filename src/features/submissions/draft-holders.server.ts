/** Who is to hear of a later deadline: everybody named in what was begun and not withdrawn. */
import { sql } from 'kysely';
import { registerDraftHolders } from '#app/features/calls/extended.server.ts';
import { findSubmissions } from './queries.server.ts';

registerDraftHolders('submissions', async (db, callId) => {
  const found = await findSubmissions(db, sql`s.call_id = ${callId}`);
  return found
    .filter(({ withdrawal }) => !withdrawal)
    .flatMap(({ contributors }) => contributors)
    .filter(({ email }) => email !== '')
    .map(({ email, name, personId }) => ({ address: email.toLowerCase(), name, personId }));
});
