import * as v from 'valibot';
import { read } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import { findViewer } from './queries.server.ts';

/** Turns the cookie's secret into a person; null when it opens nothing. */
export const recognise = read({
  name: 'people.recognise',
  input: v.object({ secret: v.string() }),
  allow: anyone,
  run: async ({ db }, _subject, { secret }) => (await findViewer(db, hashSecret(secret))) ?? null,
});
