/** The desk's first page: where each call stands and what the organizers have not said yet. */
import * as v from 'valibot';
import { read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { isFrozen } from '../editions/freeze-queries.server.ts';
import { findEdition, loadSettings } from '../editions/queries.server.ts';
import { listStanding } from '../people/standing-queries.server.ts';
import { findCalls } from './queries.server.ts';
import { needsOf } from './needs.ts';
import { forOrganizer } from './views.ts';

export const overview = read({
  name: 'editions.overview',
  input: v.object({ slug: v.string() }),
  subject: async ({ db }, { slug }) => {
    const edition = await findEdition(db, { slug });
    return edition && { ...edition, editionId: edition.id };
  },
  allow: organizer,
  run: async ({ db, now }, edition) => {
    const { settings } = await loadSettings(db, edition);
    const calls = await findCalls(db, { editionId: edition.id });
    const standing = await listStanding(db, edition.id);
    return {
      now,
      days: settings.about.days,
      frozen: await isFrozen(db, edition.id),
      calls: calls.map((call) => {
        const { key, settings, phase, closes, deadline } = forOrganizer(call, now);
        return { key, title: settings.title, phase, closes, deadline };
      }),
      needs: needsOf(settings, calls, standing),
    };
  },
});
