/** Coming in and going out: by mailed link, by one click in the demo. Passkeys and ORCID have their own files. */
import * as v from 'valibot';
import { queueLetter } from '#app/platform/letters.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { anyone, operator } from '#app/platform/policy.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid, late, missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { addressField, askForm, deviceField, nextField, openForm, secretField } from './forms.ts';
import { findLink, insertLink, takeLink } from './link-queries.server.ts';
import { linkIn } from './language.ts';
import { languageOfLetter } from './letter-language.server.ts';
import { lettersIn } from './mails.ts';
import { networkOf } from './network.ts';
import { connectFinishedVisit, findFinishedVisit } from './orcid-queries.server.ts';
import { sessionDays } from './person.ts';
import { anyoneInTheDemo, holderOfTheLink, themselves } from './policy.ts';
import {
  confirmAddress,
  findCast,
  findCastMember,
  findPersonByEmail,
  findViewer,
  insertPerson,
} from './queries.server.ts';
import { endSessions, enter } from './session-queries.server.ts';

/** Turns the cookie's secret into a person; null when it opens nothing. */
export const recognise = read({
  name: 'people.recognise',
  input: v.object({ secret: v.string() }),
  allow: anyone,
  run: async ({ db, now }, _subject, { secret }) => {
    // The demo's clock is moved by years; its sessions do not grow old.
    const idleSince = resources().settings.demo ? null : new Date(now.getTime() - sessionDays * 86_400_000);
    return (await findViewer(db, { secretHash: hashSecret(secret), now, idleSince })) ?? null;
  },
});

/** What the sign-in page offers here: the cast in the demo, ORCID where set up, the iD this browser just proved. */
export const waysIn = read({
  name: 'people.waysIn',
  input: v.object({ orcidState: v.optional(v.nullable(v.string()), null) }),
  allow: anyone,
  run: async ({ db, now }, _subject, { orcidState }) => {
    const { demo, orcid } = resources().settings;
    const proven = orcidState ? await findFinishedVisit(db, { state: orcidState, now }) : undefined;
    return { cast: demo ? await findCast(db) : null, orcid: orcid !== null, proven: proven ?? null };
  },
});

/** Does the same work and gives the same answer whether or not anybody has this address. */
export const askForLink = operation({
  name: 'people.askForLink',
  input: askForm,
  allow: anyone,
  run: async ({ db, now, address: from, language: used }, _subject, { address, next }) => {
    await countRate(db, { name: `sign-in from ${networkOf(from)}`, most: 40, minutes: 15, now });
    await countRate(db, { name: `sign-in to ${hashSecret(address)}`, most: 4, minutes: 15, now });
    const secret = await insertLink(db, { address, next, now });
    const language = await languageOfLetter(db, { address, used });
    const link = linkIn(language, `${resources().settings.url}/sign-in/link/${secret}`);
    const key = `sign-in ${hashSecret(secret)}`;
    const letter = lettersIn[language].signIn(link);
    await queueLetter(db, { key, kind: 'sign-in', to: { address }, ...letter }, { now });
    return { address };
  },
});

/** What opening a link would do; looking does not use it up. */
export const lookAtLink = read({
  name: 'people.lookAtLink',
  input: v.object({ secret: secretField, orcidState: v.optional(v.nullable(v.string()), null) }),
  allow: holderOfTheLink,
  run: async ({ db, now, viewer }, _subject, { secret, orcidState }) => {
    const link = await findLink(db, { secret, now });
    if (!link) return { state: 'over' as const };
    const owner = await findPersonByEmail(db, link.address);
    const { address } = link;
    if (!link.personId) {
      const proven = orcidState ? await findFinishedVisit(db, { state: orcidState, now }) : undefined;
      return { state: 'sign-in' as const, address, asksName: !owner, proven: proven ?? null };
    }
    if (viewer.kind !== 'person' || viewer.id !== link.personId) return { state: 'elsewhere' as const };
    const other = owner && owner.id !== viewer.id ? owner.name : null;
    return { state: 'address' as const, address, other };
  },
});

/** Signs in whoever holds the link, once; makes the person when the address is new. */
export const openLink = operation({
  name: 'people.openLink',
  input: openForm,
  allow: holderOfTheLink,
  run: async ({ db, now, viewer, note, language: used = 'en' }, _subject, given) => {
    const { secret, name, device, orcidState } = given;
    const link = await takeLink(db, { secret, now });
    if (!link) throw late('This link was used already or is too old. Please ask for a new one.');
    if (link.personId) throw missing();
    const known = await findPersonByEmail(db, link.address);
    // Whoever makes an account on a page in another language is written to in it from then on.
    const language = used === 'en' ? null : used;
    if (!known && !name) throw invalid('One thing is missing.', { name: 'Please give the name you go by.' });
    const personId =
      known?.id ?? (await insertPerson(db, { name, email: link.address, language, confirmed: true, now }));
    if (known && !known.confirmedAt) await confirmAddress(db, { address: link.address, now });
    if (orcidState) await connectFinishedVisit(db, { state: orcidState, personId, now });
    note({ subjectId: personId, detail: { new: !known } });
    return enter(db, { personId, next: link.next, device, viewer, now });
  },
});

/** A link handed over by other means than mail: the first organizer's, or for somebody whose mail is broken. */
export const makeLink = operation({
  name: 'people.makeLink',
  input: v.object({ address: addressField, next: nextField, minutes: v.optional(v.number(), 60) }),
  allow: operator,
  run: async ({ db, now, note }, _subject, { address, next, minutes }) => {
    note({ detail: { minutes } });
    const secret = await insertLink(db, { address, next, minutes, now });
    return `${resources().settings.url}/sign-in/link/${secret}`;
  },
});

export const signOut = operation({
  name: 'people.signOut',
  input: v.object({}),
  allow: themselves,
  run: async ({ db, now, viewer }) => {
    if (viewer.kind === 'person') await endSessions(db, { personId: viewer.id, only: viewer.sessionId, now });
  },
});

/** Ends one of one's own sessions, or all but this one. */
export const endSession = operation({
  name: 'people.endSession',
  input: v.object({ id: v.optional(v.string()) }),
  allow: themselves,
  run: async ({ db, now, viewer, note }, _subject, { id }) => {
    if (viewer.kind !== 'person') throw missing();
    const which = id === undefined ? { except: viewer.sessionId } : { only: id };
    const ended = await endSessions(db, { personId: viewer.id, ...which, now });
    if (id !== undefined && ended === 0) throw missing();
    note({ subjectId: viewer.id, detail: { ended } });
    return ended;
  },
});

const inTheDemo = async () => (resources().settings.demo ? {} : null);

export const enterAsCast = operation({
  name: 'people.enterAsCast',
  input: v.object({ castKey: v.string(), next: nextField, device: deviceField }),
  subject: inTheDemo,
  allow: anyoneInTheDemo,
  run: async ({ db, now, viewer, note }, _subject, { castKey, next, device }) => {
    const person = await findCastMember(db, castKey);
    if (!person) throw missing();
    note({ subjectId: person.id });
    return enter(db, { personId: person.id, next, device, viewer, now });
  },
});
