/** Puts a whole edition in place: its sections, its calls, and its first organizer, in the transaction given. */
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, type FieldProblems } from '#app/platform/refusal.ts';
import { checkTogether } from '../editions/check.ts';
import { findEdition, insertEdition, insertSection } from '../editions/queries.server.ts';
import { sections, type EditionSettings, type SectionName } from '../editions/settings.ts';
import { insertStanding } from '../people/queries.server.ts';
import { checkCall } from './check.ts';
import { insertCall, insertCallRevision } from './queries.server.ts';
import type { CallSettings } from './settings.ts';

interface Made {
  settings: EditionSettings;
  calls: CallSettings[];
  by: string | null;
  now: Date;
  reason: string;
}

export async function makeEdition(db: Db, { settings, calls, by, now, reason }: Made) {
  const problems = problemsOf(settings, calls);
  const { slug } = settings.about;
  if (await findEdition(db, { slug })) problems['about.slug'] = `There is already an edition at “${slug}”.`;
  if (Object.keys(problems).length > 0)
    throw invalid('Something in the form needs your attention.', problems);
  const id = randomId();
  await insertEdition(db, { id, slug, at: now, by });
  for (const name of Object.keys(sections) as SectionName[]) {
    await insertSection(db, { editionId: id, name, body: settings[name], at: now, by, reason });
  }
  for (const [position, body] of calls.entries()) {
    const callId = randomId();
    await insertCall(db, { id: callId, editionId: id, key: body.key, position });
    await insertCallRevision(db, { callId, body, at: now, by, reason });
  }
  if (by) await insertStanding(db, { editionId: id, personId: by, role: 'organizer', by, now });
  return { id, slug };
}

/** Every problem of a whole edition by its path: `places.0.key`, `calls.1.deadline.zone`. */
export function problemsOf(settings: EditionSettings, calls: unknown[]): FieldProblems {
  const found: FieldProblems = {};
  for (const [section, problems] of Object.entries(checkTogether(settings))) {
    for (const [path, sentence] of Object.entries(problems)) found[`${section}.${path}`] = sentence;
  }
  calls.forEach((call, at) => {
    for (const [path, sentence] of Object.entries(checkCall(call).problems ?? {}))
      found[`calls.${at}.${path}`] = sentence;
  });
  return found;
}
