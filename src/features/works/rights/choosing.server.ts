/** What its people choose beside granting: licence, wish towards machines, sizes, credit, the first day, words for pictures. */
import { findVersion } from '#app/features/submissions/version-queries.server.ts';
import { lockCase } from '#app/features/submissions/queries.server.ts';
import { askForRenditions } from '#app/features/works/renditions/asking.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { choiceForm, embargoForm, picturesForm } from './forms.ts';
import { idForm } from '#app/features/submissions/forms.ts';
import { demandSubmitted, who } from './granting.server.ts';
import { wordsOfPicture } from './ledger.ts';
import { itsPeople } from './policy.ts';
import { loadLedger } from './queries.server.ts';
import { rightsTables } from './tables.server.ts';
import { endEmbargoes } from './writes.server.ts';

export const choose = operation({
  name: 'rights.choose',
  input: choiceForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { id, ...choice }) => {
    demandSubmitted(submission);
    const by = who(viewer);
    await rightsTables(db)
      .insertInto('rightsChoice')
      .values({
        id: randomId(),
        submissionId: id,
        chosenAt: now,
        chosenBy: by.personId,
        chosenName: by.name,
        ...choice,
      })
      .execute();
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id, detail: choice });
  },
});

/** One at a time: a new day takes the place of the old one. */
export const setEmbargo = operation({
  name: 'rights.setEmbargo',
  input: embargoForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { id, until, reason }) => {
    demandSubmitted(submission);
    if (until <= now) throw invalid('That moment has passed already.', { until: 'Give a later moment.' });
    const by = who(viewer);
    await endEmbargoes(db, id, { at: now, by });
    await rightsTables(db)
      .insertInto('rightsEmbargo')
      .values({
        id: randomId(),
        submissionId: id,
        until,
        reason: reason.trim(),
        setAt: now,
        setBy: by.personId,
        setName: by.name,
        liftedAt: null,
        liftedBy: null,
      })
      .execute();
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id, detail: { until, reason } });
  },
});

export const liftEmbargo = operation({
  name: 'rights.liftEmbargo',
  input: idForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { id }) => {
    const lifted = await endEmbargoes(db, id, { at: now, by: who(viewer) });
    if (lifted === 0) throw stale('Nothing is held back at this moment.');
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id });
  },
});

/** Rows only where something changed. A picture that says nothing must be called decorative. */
export const sayPictures = operation({
  name: 'rights.sayPictures',
  input: picturesForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsPeople,
  redraws: true,
  run: async ({ db, viewer, now, note }, submission, { id, pictures }) => {
    const latest = demandSubmitted(submission);
    const version = await findVersion(db, { submissionId: id, receipt: latest.receipt });
    const known = new Set([
      ...submission.files.map(({ sha256 }) => sha256),
      ...(version?.files ?? []).map(({ sha256 }) => sha256),
    ]);
    const ledger = await loadLedger(db, id);
    const changed = pictures.filter(({ sha256, alt, decorative }) => {
      const old = wordsOfPicture(ledger, sha256, now);
      return old ? old.alt !== alt || old.decorative !== decorative : alt !== '' || decorative;
    });
    if (changed.some(({ sha256 }) => !known.has(sha256)))
      throw stale('The files have changed since. Please look at them again.');
    if (changed.some(({ alt, decorative }) => alt !== '' && decorative))
      throw invalid('A picture is either decorative or it has words; one of them has both.');
    const said = { saidAt: now, saidBy: who(viewer).personId, submissionId: id };
    if (changed.length > 0)
      await rightsTables(db)
        .insertInto('rightsPicture')
        .values(changed.map((one) => ({ id: randomId(), ...one, ...said })))
        .execute();
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id, detail: { pictures: changed.length } });
    return { changed: changed.length };
  },
});
