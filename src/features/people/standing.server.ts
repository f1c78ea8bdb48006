/** Who organizes, reviews and judges an edition: given by organizers, by name and address, and ended by them. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { findEdition, lockEdition } from '../editions/queries.server.ts';
import { addressField, nameField } from './forms.ts';
import { languageOfLetter } from './letter-language.server.ts';
import { lettersIn } from './mails.ts';
import { findPersonByEmail, insertPerson, insertStanding } from './queries.server.ts';
import { countStanding, endStanding, findStanding, listStanding } from './standing-queries.server.ts';

const role = v.picklist(['organizer', 'reviewer', 'juror']);

export const standing = read({
  name: 'people.standing',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  run: ({ db }, { editionId }) => listStanding(db, editionId),
});

/** Gives a role to whoever has this address. A new address gets an invitation and signs in by a link. */
export const grantRole = operation({
  name: 'people.grantRole',
  input: v.object({ slug: v.string(), name: nameField, address: addressField, role }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, { editionId, edition }, { name, address, role }) => {
    await lockEdition(db, editionId);
    const known = await findPersonByEmail(db, address);
    const personId = known?.id ?? (await insertPerson(db, { name, email: address, confirmed: false, now }));
    const held = (await listStanding(db, editionId)).some(
      (row) => row.personId === personId && row.role === role,
    );
    if (held)
      throw invalid('This person has this role already.', { address: 'This person has this role already.' });
    const by = viewer.kind === 'person' ? viewer.id : null;
    await insertStanding(db, { editionId, personId, role, by, now });
    const language = await languageOfLetter(db, { personId, editionId });
    const letter = lettersIn[language].role({
      editionName: edition.about.name,
      role,
      link: `${resources().settings.url}/sign-in?next=${role === 'organizer' ? `/desk/${edition.slug}` : '/my'}`,
    });
    const to = { address, name: known?.name ?? name, personId };
    const key = `role ${editionId} ${personId} ${role} ${now.getTime()}`;
    await queueLetter(db, { key, kind: 'invitation', to, editionId, ...letter }, { now });
    note({ editionId, subjectId: personId, detail: { role, invited: !known } });
    return { name: to.name, invited: !known };
  },
});

/** Ends a role from now on; what was done in it stays. Somebody must remain to organize. */
export const endRole = operation({
  name: 'people.endRole',
  input: v.object({ id: v.string() }),
  subject: ({ db }, { id }) => findStanding(db, id),
  allow: organizer,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, row) => {
    await lockEdition(db, row.editionId);
    if (row.role === 'organizer' && (await countStanding(db, row)) < 2)
      throw invalid('An edition needs at least one organizer. Give the role to somebody else first.');
    await endStanding(db, { id: row.id, by: viewer.kind === 'person' ? viewer.id : null, now });
    note({ editionId: row.editionId, subjectId: row.personId, detail: { role: row.role } });
  },
});

async function findOwned(db: Db, { slug }: { slug: string }) {
  const edition = await findEdition(db, { slug });
  return edition && { edition, editionId: edition.id };
}
