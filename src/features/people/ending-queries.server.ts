/** The two ways an account ends: becoming part of another one, and being forgotten. */
import type { Db } from '#app/platform/database.server.ts';
import { forgetLetters, moveLetters } from '#app/platform/letter-queries.server.ts';
import { lockName } from '#app/platform/database.server.ts';
import { attachments } from './attached.server.ts';
import { insertStanding } from './queries.server.ts';
import { endSessions } from './session-queries.server.ts';
import { peopleTables } from './tables.server.ts';

export async function joinPeople(db: Db, people: { from: string; to: string; now: Date }): Promise<void> {
  const { from, to, now } = people;
  for (const id of [from, to].sort()) await lockName(db, `person ${id}`);
  const tables = peopleTables(db);
  for (const part of attachments) await part.moveTo(db, people);
  await moveLetters(db, people);
  await endSessions(db, { personId: from, now });
  await tables
    .updateTable('personEmail')
    .set({ personId: to, isPrimary: false })
    .where('personId', '=', from)
    .execute();
  await tables.updateTable('passkey').set({ personId: to }).where('personId', '=', from).execute();
  const standings = await tables
    .updateTable('standing')
    .set({ endedAt: now, endedBy: to })
    .where('personId', '=', from)
    .where('endedAt', 'is', null)
    .returning(['editionId', 'role', 'grantedBy'])
    .execute();
  for (const { editionId, role, grantedBy } of standings)
    await insertStanding(db, { editionId, personId: to, role, by: grantedBy, now });
  const operates = await tables.deleteFrom('operatorGrant').where('personId', '=', from).executeTakeFirst();
  if (operates.numDeletedRows > 0n)
    await tables
      .insertInto('operatorGrant')
      .values({ personId: to, grantedAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await handOverOrcid(db, people);
  await tables.updateTable('person').set({ mergedInto: to, castKey: null }).where('id', '=', from).execute();
}

async function handOverOrcid(db: Db, { from, to }: { from: string; to: string }) {
  const person = (id: string) =>
    peopleTables(db)
      .selectFrom('person')
      .select(['orcid', 'orcidConfirmedAt'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const [given, held] = [await person(from), await person(to)];
  const set = peopleTables(db).updateTable('person');
  await set.set({ orcid: null, orcidConfirmedAt: null }).where('id', '=', from).execute();
  if (given.orcid && !held.orcidConfirmedAt && (given.orcidConfirmedAt || !held.orcid))
    await set.set(given).where('id', '=', to).execute();
}

/** The row stays, so that the record holds together; whatever says who it was goes. */
export async function erasePerson(db: Db, { personId, now }: { personId: string; now: Date }): Promise<void> {
  await lockName(db, `person ${personId}`);
  const tables = peopleTables(db);
  for (const part of attachments) await part.erase(db, { personId, now });
  const emails = await tables
    .deleteFrom('personEmail')
    .where('personId', '=', personId)
    .returning('address')
    .execute();
  const addresses = emails.map(({ address }) => address);
  await forgetLetters(db, { personId, addresses });
  if (addresses.length) await tables.deleteFrom('mailedLink').where('address', 'in', addresses).execute();
  await tables.deleteFrom('mailedLink').where('personId', '=', personId).execute();
  await tables.deleteFrom('orcidVisit').where('personId', '=', personId).execute();
  await tables.deleteFrom('passkeyChallenge').where('personId', '=', personId).execute();
  await tables.deleteFrom('passkey').where('personId', '=', personId).execute();
  await tables.deleteFrom('session').where('personId', '=', personId).execute();
  await tables.deleteFrom('operatorGrant').where('personId', '=', personId).execute();
  await tables
    .updateTable('standing')
    .set({ endedAt: now, endedBy: personId })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
  await tables
    .updateTable('person')
    .set({
      name: 'Somebody who left',
      affiliation: '',
      pronouns: '',
      orcid: null,
      orcidConfirmedAt: null,
      castKey: null,
      castAbout: '',
      language: null,
      erasedAt: now,
    })
    .where('id', '=', personId)
    .execute();
}
