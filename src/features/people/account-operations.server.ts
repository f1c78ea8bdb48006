/** What one does with one's own account. Everything is found through the viewer; nobody else gets here. */
import * as v from 'valibot';
import { listLettersTo } from '#app/platform/letter-queries.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid, late, missing, stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { spoken } from '#app/ui/language.ts';
import type { PersonViewer, Viewer } from '#app/platform/viewer.ts';
import {
  countSoleOrganizing,
  deleteAddress,
  findPerson,
  insertAddress,
  listAddresses,
  listPasskeys,
  listSessions,
  listStandings,
  setPrimary,
  updateAbout,
  updateLanguage,
} from './account-queries.server.ts';
import { attachments } from './attached.server.ts';
import { erasePerson, joinPeople } from './ending-queries.server.ts';
import { aboutForm, addressField, secretField } from './forms.ts';
import { insertLink, takeLink } from './link-queries.server.ts';
import { tellOfChange } from './change-letter.server.ts';
import { linkIn } from './language.ts';
import { languageOfLetter } from './letter-language.server.ts';
import { lettersIn } from './mails.ts';
import { networkOf } from './network.ts';
import { themselves } from './policy.ts';
import { confirmAddress as confirmRow, findPersonByEmail } from './queries.server.ts';

export const account = read({
  name: 'people.account',
  input: v.object({}),
  allow: themselves,
  run: async ({ db, viewer }) => {
    const { id, sessionId } = self(viewer);
    const person = await findPerson(db, id);
    if (!person) throw missing();
    return {
      name: person.name,
      affiliation: person.affiliation,
      pronouns: person.pronouns,
      language: person.language ?? '',
      orcid: person.orcid ?? '',
      orcidConfirmed: person.orcidConfirmedAt !== null,
      orcidOffered: resources().settings.orcid !== null,
      addresses: await listAddresses(db, id),
      sessions: (await listSessions(db, id)).map((session) => ({
        ...session,
        here: session.id === sessionId,
      })),
      passkeys: await listPasskeys(db, id),
    };
  },
});

export const describeMyself = operation({
  name: 'people.describeMyself',
  input: aboutForm,
  allow: themselves,
  redraws: true,
  run: async ({ db, viewer, now, note }, _subject, about) => {
    const { id } = self(viewer);
    const before = await findPerson(db, id);
    await updateAbout(db, id, about);
    for (const part of attachments)
      if (before) await part.renamed?.(db, { personId: id, before, after: about, now });
    note({ subjectId: id });
  },
});

/** In which pages and letters speak to them; empty leaves it to the page and to the edition. Only they see it. */
export const chooseLanguage = operation({
  name: 'people.chooseLanguage',
  input: v.object({ language: v.picklist(['', ...spoken], 'Choose one of these.') }),
  allow: themselves,
  run: async ({ db, viewer, note }, _subject, { language }) => {
    const { id } = self(viewer);
    await updateLanguage(db, id, language || null);
    note({ subjectId: id });
  },
});

/** Writes to the address; the answer is the same whoever it belongs to. */
export const addAddress = operation({
  name: 'people.addAddress',
  input: v.object({ address: addressField }),
  allow: themselves,
  run: async ({ db, viewer, now, address: from, language: used }, _subject, { address }) => {
    const { id, email } = self(viewer);
    await countRate(db, { name: `sign-in from ${networkOf(from)}`, most: 40, minutes: 15, now });
    await countRate(db, { name: `sign-in to ${hashSecret(address)}`, most: 4, minutes: 15, now });
    await countRate(db, { name: `addresses of ${id}`, most: 10, minutes: 60, now });
    const secret = await insertLink(db, { address, next: '/account', personId: id, now });
    const language = await languageOfLetter(db, { personId: id, used });
    const link = linkIn(language, `${resources().settings.url}/sign-in/link/${secret}`);
    const key = `address ${hashSecret(secret)}`;
    const letter = lettersIn[language].address(link, email);
    await queueLetter(db, { key, kind: 'sign-in', to: { address }, ...letter }, { now });
    return { address };
  },
});

/** Takes an address that its reader proved; when it belonged to another account, that account joins this one. */
export const confirmAddress = operation({
  name: 'people.confirmAddress',
  input: v.object({ secret: secretField, join: v.optional(v.string(), '') }),
  allow: themselves,
  run: async ({ db, viewer, now, note }, _subject, { secret, join }) => {
    const { id } = self(viewer);
    const link = await takeLink(db, { secret, now });
    if (!link) throw late('This link was used already or is too old. Please ask for a new one.');
    if (link.personId !== id) throw missing();
    const { address } = link;
    const owner = await findPersonByEmail(db, address);
    const joins = owner !== undefined && owner.id !== id;
    if (joins && join !== 'yes')
      throw invalid('Please say so if both accounts are yours.', {
        join: 'Tick this to make one account of the two.',
      });
    if (joins) await joinPeople(db, { from: owner.id, to: id, now });
    if (!owner) await insertAddress(db, { personId: id, address, now });
    else await confirmRow(db, { address, now });
    await tellOfChange(db, self(viewer), joins ? { what: 'joined' } : { what: 'added', address }, now);
    note({ subjectId: id, detail: joins ? { joined: owner.id } : {} });
    return { address, joined: joins };
  },
});

export const makePrimary = operation({
  name: 'people.makePrimary',
  input: v.object({ address: v.string() }),
  allow: themselves,
  run: async ({ db, viewer, now }, _subject, { address }) => {
    if (!(await setPrimary(db, { personId: self(viewer).id, address }))) throw missing();
    await tellOfChange(db, self(viewer), { what: 'primary', address }, now);
  },
});

export const removeAddress = operation({
  name: 'people.removeAddress',
  input: v.object({ address: v.string() }),
  allow: themselves,
  run: async ({ db, viewer, now }, _subject, { address }) => {
    if (!(await deleteAddress(db, { personId: self(viewer).id, address }))) throw missing();
    await tellOfChange(db, self(viewer), { what: 'removed', address }, now);
  },
});

/** Everything that is the person's own, as plain data. */
export const exportMine = read({
  name: 'people.exportMine',
  input: v.object({}),
  allow: themselves,
  run: async ({ db, viewer, now }) => {
    const { id } = self(viewer);
    const addresses = await listAddresses(db, id);
    const parts: Record<string, unknown> = {};
    for (const part of attachments) parts[part.name] = await part.exportFor(db, id);
    return {
      exportedAt: now,
      person: await findPerson(db, id),
      addresses,
      sessions: await listSessions(db, id),
      passkeys: await listPasskeys(db, id),
      roles: await listStandings(db, id),
      letters: await listLettersTo(db, { personId: id, addresses: addresses.map(({ address }) => address) }),
      ...parts,
    };
  },
});

/** What erasing would leave, in sentences, and what stands in its way. */
export const lookAtErasing = read({
  name: 'people.lookAtErasing',
  input: v.object({}),
  allow: themselves,
  run: async ({ db, viewer, language = 'en' }) => {
    const { id } = self(viewer);
    const said = (sentence: string) => resources().say?.(sentence, language) ?? sentence;
    const keeps: string[] = [];
    for (const part of attachments) keeps.push(...((await part.keeps?.(db, id)) ?? []));
    const obstacle = (await countSoleOrganizing(db, id)) > 0 ? soleOrganizer : null;
    return { keeps: [...keeps, ...alwaysKept].map(said), obstacle: obstacle && said(obstacle) };
  },
});

export const eraseMe = operation({
  name: 'people.eraseMe',
  input: v.object({ sure: v.optional(v.literal('yes', 'Tick this if you want it.'), undefined) }),
  allow: themselves,
  run: async ({ db, viewer, now, note }, _subject, { sure }) => {
    const { id } = self(viewer);
    if (sure !== 'yes') throw invalid('Nothing was erased.', { sure: 'Tick this if you want it.' });
    if ((await countSoleOrganizing(db, id)) > 0) throw stale(soleOrganizer);
    await erasePerson(db, { personId: id, now });
    note({ subjectId: id });
  },
});

const soleOrganizer =
  'You are the only organizer of an edition. Make somebody else organizer first; then your account can be erased.';
const alwaysKept = [
  'The history keeps that somebody did what you did, and when, under a number that leads to no name.',
  'Backups keep what they hold until they are replaced.',
];

function self(viewer: Viewer): PersonViewer {
  if (viewer.kind !== 'person') throw missing();
  return viewer;
}
