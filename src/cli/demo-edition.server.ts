/** Puts the reference edition into an empty demo: settings, calls, the extension, the cast. */
import { loadExample } from '../../examples/creativity-2024/load.ts';
import { insertCall, insertCallRevision, insertExtension } from '#app/features/calls/queries.server.ts';
import { endOf } from '#app/features/calls/deadline.ts';
import { insertEdition, insertSection, listEditions } from '#app/features/editions/queries.server.ts';
import { sections, type SectionName } from '#app/features/editions/settings.ts';
import { insertPerson, insertStanding } from '#app/features/people/queries.server.ts';
import { arrangePictures } from './demo-pictures.server.ts';
import { arrangeTakingPart } from './demo-taking-part.server.ts';
import { arrangeSubmissions } from './demo-submissions.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { writeInstallation } from '#app/platform/installation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';

/** Where the demo's clock stands at first: both calls open, nineteen hours to go. */
export const openingMoment = new Date('2024-09-12T17:00:00Z');

export async function seedDemo(say: (line: string) => void): Promise<void> {
  const { database, clock } = resources();
  if ((await listEditions(database.db)).length > 0) return;
  say('Loading the reference edition');
  await database.transaction(async (db) => {
    await seedEdition(db);
    clock.shiftTo(openingMoment);
    await writeInstallation(db, 'clock', { shift: clock.shift }, openingMoment);
  });
  const [edition] = await listEditions(database.db);
  await arrangePictures(edition!, openingMoment);
  await arrangeTakingPart(edition!, openingMoment);
  await arrangeSubmissions(openingMoment, say);
}

async function seedEdition(db: Db): Promise<void> {
  const { settings, calls, extensions, cast } = loadExample();
  const at = new Date('2024-06-20T16:00:00Z');
  const editionId = randomId();
  await insertEdition(db, { id: editionId, slug: settings.about.slug, at, by: null });
  for (const name of Object.keys(sections) as SectionName[]) {
    await insertSection(db, { editionId, name, body: settings[name], at, by: null, reason: 'As published' });
  }
  const callIds = new Map<string, string>();
  for (const [position, body] of calls.entries()) {
    const id = randomId();
    callIds.set(body.key, id);
    await insertCall(db, { id, editionId, key: body.key, position });
    await insertCallRevision(db, { callId: id, body, at, by: null, reason: 'As published' });
  }
  for (const extension of extensions) {
    const { to, reason } = extension;
    const callId = callIds.get(extension.call)!;
    const extendedAt = new Date(`${extension.on}T16:00:00Z`);
    await insertExtension(db, {
      id: randomId(),
      callId,
      deadline: endOf(to),
      asSet: to,
      reason,
      at: extendedAt,
      by: null,
    });
  }
  for (const [place, person] of cast.entries()) {
    const { key, name, email, affiliation, about } = person;
    const personId = await insertPerson(db, {
      name,
      email,
      affiliation,
      castKey: key,
      castAbout: about,
      confirmed: true,
      // A moment apart, so that the sign-in page keeps their order.
      now: new Date(at.getTime() + place),
    });
    for (const role of ['organizer', 'reviewer', 'juror'] as const) {
      if ((person.roles as string[]).includes(role)) {
        await insertStanding(db, { editionId, personId, role, by: null, now: at });
      }
    }
  }
}
