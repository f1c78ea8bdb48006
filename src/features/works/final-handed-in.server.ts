/** A final version came: its title may lead, its files may be shown, and the site is drawn anew. */
import { registerFinalHandedIn } from '#app/features/submissions/handed-in.server.ts';
import { addJob } from '#app/platform/jobs.server.ts';
import { askForRenditions } from './renditions/asking.server.ts';
import { followTitles } from './slugs.server.ts';

registerFinalHandedIn('works', async ({ db, now }, { id, editionId }) => {
  await followTitles(db, editionId, [id], now);
  await askForRenditions(db, id);
  await addJob(db, 'site.draw', {}, { key: 'site.draw' });
});
