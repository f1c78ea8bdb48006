/** Signing in by ORCID. An iD that nobody here has yet is connected when its browser signs in by mail. */
import * as v from 'valibot';
import { operation } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';
import { randomSecret } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { denied, late, missing, stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { deviceField, nextField } from './forms.ts';
import { networkOf } from './network.ts';
import { newVerifier, visitAddress, whoCameBack } from './orcid-client.server.ts';
import {
  connectOrcid,
  findPersonByOrcid,
  insertVisit,
  keepVisit,
  takeVisit,
} from './orcid-queries.server.ts';
import { orcidFrom } from './person.ts';
import { backFromOrcid } from './policy.ts';
import { enter, type Entry } from './session-queries.server.ts';

const configured = async () => resources().settings.orcid;
const redirect = () => `${resources().settings.url}/sign-in/orcid/back`;

/** Where to send the browser, and the state it must bring back in its cookie. */
export const beginOrcid = operation({
  name: 'people.beginOrcid',
  input: v.object({ next: nextField }),
  subject: configured,
  allow: anyone,
  run: async ({ db, viewer, now, address }, orcid, { next }) => {
    await countRate(db, { name: `orcid from ${networkOf(address)}`, most: 40, minutes: 15, now });
    const visit = { state: randomSecret(), nonce: randomSecret(), verifier: newVerifier() };
    const to = await visitAddress(orcid, { ...visit, redirect: redirect() }).catch((problem: unknown) => {
      resources().log.info('orcid unreachable', { why: problem instanceof Error ? problem.name : 'unknown' });
      throw stale('ORCID cannot be reached at the moment. Please sign in by mail.');
    });
    await insertVisit(db, { ...visit, next, personId: viewer.kind === 'person' ? viewer.id : null, now });
    return { to, state: visit.state };
  },
});

export type OrcidResult =
  | { outcome: 'entered'; entry: Entry }
  | { outcome: 'connected'; next: string }
  | { outcome: 'unknown'; next: string };

/** The exchange with ORCID happens inside the transaction: a code is good once, so nothing may be half done. */
export const finishOrcid = operation({
  name: 'people.finishOrcid',
  input: v.object({ state: v.nullable(v.string()), search: v.string(), device: deviceField }),
  subject: configured,
  allow: backFromOrcid,
  run: async ({ db, viewer, now, note }, settings, { state, search, device }): Promise<OrcidResult> => {
    const visit = state ? await takeVisit(db, { state, now }) : undefined;
    if (!state || !visit) throw late('This visit to ORCID is over. Please begin again.');
    if (visit.personId && (viewer.kind !== 'person' || viewer.id !== visit.personId)) throw missing();
    const { verifier, nonce, next } = visit;
    const address = new URL(`${redirect()}${search}`);
    const came = await whoCameBack(settings, { address, state, verifier, nonce }).catch(
      (problem: unknown) => {
        resources().log.info('orcid refused', { why: problem instanceof Error ? problem.name : 'unknown' });
        return null;
      },
    );
    const orcid = came && orcidFrom(came.orcid);
    if (!orcid) throw denied('ORCID did not confirm who you are. Please try again, or sign in by mail.');
    const owner = await findPersonByOrcid(db, orcid);
    if (visit.personId) {
      if (owner && owner.id !== visit.personId)
        throw stale(
          'This ORCID iD is connected to another account. Add that account’s address to this one first.',
        );
      await connectOrcid(db, { personId: visit.personId, orcid, now });
      note({ subjectId: visit.personId });
      return { outcome: 'connected', next };
    }
    if (owner) {
      note({ subjectId: owner.id });
      return {
        outcome: 'entered',
        entry: await enter(db, { personId: owner.id, next, device, viewer, now }),
      };
    }
    await keepVisit(db, { state, orcid, name: came.name.slice(0, 200) });
    return { outcome: 'unknown', next };
  },
});
