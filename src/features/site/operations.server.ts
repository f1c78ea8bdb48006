/** What the public reads. One question answers a page; nothing here depends on who asks. */
import * as v from 'valibot';
import { importantDates } from '#app/features/calls/dates.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { forPublic } from '#app/features/calls/views.ts';
import { findEdition, listEditions, loadSettings } from '#app/features/editions/queries.server.ts';
import { withStandingPages } from './standing-pages.ts';
import { read } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';

/** An edition with everything its public pages say. */
export const show = read({
  name: 'site.show',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findEdition(db, { slug }),
  allow: anyone,
  run: async ({ db, now }, edition) => {
    const { settings } = await loadSettings(db, edition);
    const calls = await findCalls(db, { editionId: edition.id });
    return {
      slug: edition.slug,
      settings: {
        ...settings,
        pages: withStandingPages(
          settings,
          calls.map((call) => call.settings),
        ),
      },
      calls: calls.map((call) => forPublic(call, now)),
      dates: importantDates(settings, calls),
      now: now.toISOString(),
    };
  },
});

/** Every edition, newest first: the series. */
export const series = read({
  name: 'site.series',
  input: v.object({}),
  allow: anyone,
  run: async ({ db }) => (await listEditions(db)).map(({ slug, about }) => ({ slug, about })),
});
