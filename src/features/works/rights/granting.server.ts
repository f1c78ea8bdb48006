/** Granting uses and taking them back: rows, a receipt, a letter to all its people. */
import { findEdition } from '#app/features/editions/queries.server.ts';
import { writeToAuthors } from '#app/features/submissions/letters.server.ts';
import { idForm } from '#app/features/submissions/forms.ts';
import { lockCase } from '#app/features/submissions/queries.server.ts';
import type { Case } from '#app/features/submissions/submission.ts';
import { findVersion } from '#app/features/submissions/version-queries.server.ts';
import { askForRenditions } from '#app/features/works/renditions/asking.server.ts';
import { followTitles } from '#app/features/works/slugs.server.ts';
import { operation, type Scope as Door } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid, late, stale } from '#app/platform/refusal.ts';
import { endForm, grantForm } from './forms.ts';
import { grantOf, scopes, standing, type Grant, type Scope } from './ledger.ts';
import { endLetter, grantLetter } from './mails.ts';
import { itsPeople } from './policy.ts';
import { loadLedger } from './queries.server.ts';
import { insertEnds, insertGrant } from './writes.server.ts';
import { expiryOf, hashOf, textFor, textNamed, type GrantText } from './texts.ts';

export const grant = operation({
  name: 'rights.grant',
  input: grantForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { uses, capacity, text: read }) => {
    const latest = demandSubmitted(submission);
    const { kind } = submission.call.settings;
    const text = textFor(kind);
    if (read !== hashOf(text))
      throw stale('The text has changed since you read it. Please read it again and then decide.');
    if (uses.some((use) => !text.uses.some(({ scope }) => scope === use)))
      throw invalid('One of the uses is not among those offered.', { uses: 'Tick from the list.' });
    return give({ db, viewer, now, note }, submission, { latest, text, uses, capacity });
  },
});

/** What was granted for an earlier version, granted for the newest too: the same uses under the same text. */
export const renew = operation({
  name: 'rights.renew',
  input: idForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { id }) => {
    const latest = demandSubmitted(submission);
    const text = textFor(submission.call.settings.kind);
    const ledger = await loadLedger(db, id);
    const granted = scopes.flatMap((scope) => {
      const grant = grantOf(ledger, scope, now);
      return grant ? [{ scope, grant }] : [];
    });
    const [first] = granted;
    if (!first) throw invalid('Nothing is granted at this moment that could be granted again.');
    if (granted.some(({ grant }) => grant.text.sha256 !== hashOf(text)))
      throw stale('The text has changed since you granted anything. Please read it and grant anew.');
    const uses = granted.map(({ scope }) => scope);
    return give({ db, viewer, now, note }, submission, {
      latest,
      text,
      uses,
      capacity: first.grant.capacity,
    });
  },
});

/** Ends every grant in force of these uses, whoever of its people gave it; a later grant may allow them again. */
export const endUses = operation({
  name: 'rights.endUses',
  input: endForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { id, uses, reason }) => {
    const ledger = await loadLedger(db, id);
    const ended = uses.filter((use) => grantOf(ledger, use, now));
    if (ended.length === 0) throw stale('Nothing of this is granted at this moment.');
    const by = who(viewer);
    const labels = ended.map((use) => labelOf(grantOf(ledger, use, now)!.text.key, use));
    await insertEnds(db, ledger, { uses: ended, at: now, by, reason: reason.trim() });
    await writeToAuthors(
      db,
      submission,
      { now, path: `/my/submissions/${id}/rights` },
      {
        kind: 'receipt',
        key: `rights end ${id} ${now.toISOString()} ${ended.join(' ')}`,
        write: (place) => endLetter(place, { by: by.name, at: now, uses: labels, reason: reason.trim() }),
      },
    );
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id, detail: { uses: ended, reason } });
    return { ended };
  },
});

async function give(
  { db, viewer, now, note }: Pick<Door, 'db' | 'viewer' | 'now' | 'note'>,
  submission: Case,
  {
    latest,
    text,
    uses,
    capacity,
  }: { latest: { receipt: string }; text: GrantText; uses: Scope[]; capacity: Grant['capacity'] },
) {
  const { id } = submission;
  const { kind } = submission.call.settings;
  await countRate(db, { name: `rights.grant ${id}`, most: 30, minutes: 60, now });
  const edition = (await findEdition(db, { id: submission.editionId }))!;
  const version = (await findVersion(db, { submissionId: id, receipt: latest.receipt }))!;
  const made: Grant = {
    id: randomId(),
    receipt: receiptNumber(),
    at: now,
    by: who(viewer),
    capacity,
    text: { key: text.key, sha256: hashOf(text) },
    credit: standing(await loadLedger(db, id), now).credit,
    version: {
      receipt: version.receipt,
      files: version.files.map(({ name, sha256 }) => ({ name, sha256 })),
    },
    scopes: text.uses
      .filter(({ scope }) => uses.includes(scope))
      .map((use) => ({ scope: use.scope, expiresAt: expiryOf(use, edition.about.days, now), ended: null })),
  };
  await insertGrant(db, id, made);
  const facts = { grant: made, title: version.title, kind, edition: edition.about };
  await writeToAuthors(
    db,
    submission,
    { now, path: `/my/submissions/${id}/rights` },
    { kind: 'receipt', key: `rights ${made.id}`, write: (place) => grantLetter(place, facts) },
  );
  await followTitles(db, submission.editionId, [id], now);
  await askForRenditions(db, id);
  note({ editionId: submission.editionId, subjectId: id, detail: { receipt: made.receipt, uses } });
  return { grant: made.id, receipt: made.receipt };
}

/** Rights are spoken of once something was handed in; nobody learns from it whether it is accepted. */
export function demandSubmitted({ latest, withdrawal, call }: Case) {
  const { kind } = call.settings;
  if (!latest) throw late(`This ${kind} was not submitted yet; there is nothing to grant.`);
  if (withdrawal) throw late(`This ${kind} is withdrawn; bring it back first.`);
  return latest;
}

export const who = (viewer: Door['viewer']) =>
  viewer.kind === 'person'
    ? { personId: viewer.id, name: viewer.name || viewer.email }
    : { personId: null, name: 'Salon' };

export const labelOf = (textKey: string, use: string): string =>
  textNamed(textKey)?.uses.find(({ scope }) => scope === use)?.label ?? use;

function receiptNumber(): string {
  return randomId()
    .slice(0, 20)
    .replace(/(.{5})(?=.)/g, '$1-');
}
