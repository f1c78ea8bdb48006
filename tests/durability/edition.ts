/** An invented edition with one open call, and people who write; for tests and bench that run whole processes. */
import { insertCall, insertCallRevision } from '#app/features/calls/queries.server.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { insertEdition, insertSection } from '#app/features/editions/queries.server.ts';
import { editionSettingsSchema, sections, type SectionName } from '#app/features/editions/settings.ts';
import { insertPerson, insertSession, insertStanding } from '#app/features/people/queries.server.ts';
import { readInstallation, writeInstallation } from '#app/platform/installation.server.ts';
import { hashSecret, randomId, randomSecret } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import * as v from 'valibot';
import { paperCall, smallEdition } from '../small-edition.ts';

const whileOpen = new Date('2024-08-20T10:00:00Z');

export interface Seeded {
  editionId: string;
  callId: string;
  /** What a writer who ticks every box sends. */
  agreed: string[];
  /** The sessions' secrets. */
  writers: string[];
  organizer: string;
}

/** Once for each data folder; the same answer ever after. The clock is put while the call is open. */
export async function seedOnce(writers: number): Promise<Seeded> {
  const { database, clock } = resources();
  const known = await readInstallation<Seeded>(database.db, 'seeded');
  if (known) return known;
  const { agreementTexts } = await import('#app/features/submissions/agreement.ts');
  const settings = v.parse(editionSettingsSchema, smallEdition);
  const call = v.parse(callSchema, paperCall);
  return database.transaction(async (db) => {
    clock.shiftTo(whileOpen);
    await writeInstallation(db, 'clock', { shift: clock.shift }, whileOpen);
    const now = whileOpen;
    const editionId = randomId();
    await insertEdition(db, { id: editionId, slug: smallEdition.about.slug, at: now, by: null });
    for (const name of Object.keys(sections) as SectionName[])
      await insertSection(db, { editionId, name, body: settings[name], at: now, by: null, reason: '' });
    const callId = randomId();
    await insertCall(db, { id: callId, editionId, key: call.key, position: 0 });
    await insertCallRevision(db, { callId, body: call, at: now, by: null, reason: '' });
    const enter = async (name: string) => {
      const email = `${name.toLowerCase().replace(' ', '-')}@example.org`;
      const personId = await insertPerson(db, { name, email, confirmed: true, now });
      const secret = randomSecret();
      await insertSession(db, { secretHash: hashSecret(secret), personId, device: 'test', now });
      return { personId, secret };
    };
    const { personId, secret: organizer } = await enter('Olga Organizer');
    await insertStanding(db, { editionId, personId, role: 'organizer', by: null, now });
    const secrets: string[] = [];
    for (let n = 1; n <= writers; n++) secrets.push((await enter(`Writer ${n}`)).secret);
    const agreed = agreementTexts(call.agreements).map(({ mark }) => mark);
    const seeded = { editionId, callId, agreed, writers: secrets, organizer };
    await writeInstallation(db, 'seeded', seeded, now);
    return seeded;
  });
}
