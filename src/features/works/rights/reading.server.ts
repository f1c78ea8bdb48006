/** What its people see of their rights and receipts; organizers read along, and have a page of their own at the desk. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { idForm, line } from '#app/features/submissions/forms.ts';
import { isAuthor, itsAuthorsOrOrganizers, itsOrganizers } from '#app/features/submissions/policy.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import type { Case } from '#app/features/submissions/submission.ts';
import type { Version } from '#app/features/submissions/version.ts';
import { listVersions } from '#app/features/submissions/version-queries.server.ts';
import { editionView } from '#app/features/submissions/views.ts';
import { read } from '#app/platform/operation.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { grantReceipt } from './grant-receipt.ts';
import type { Grant } from './ledger.ts';
import { loadLedger } from './queries.server.ts';
import { forItsPeople, forOrganizers } from './views.ts';

export const open = read({
  name: 'rights.open',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now }, submission) => {
    const edition = editionView(await findEdition(db, { id: submission.editionId }));
    const versions = await listVersions(db, submission.id);
    const ledger = await loadLedger(db, submission.id);
    const receiptOf = (grant: Grant) => receiptText({ submission, versions, edition }, grant);
    const asAuthor = isAuthor(viewer, submission);
    return {
      edition,
      asAuthor,
      /** Who reads along, or has no account yet, decides nothing. */
      maySpeak: asAuthor && viewer.kind === 'person',
      ...forItsPeople({ submission, versions, ledger, receiptOf }, now),
    };
  },
});

/** The same words as on the page and in the letter, to keep. */
export const receipt = read({
  name: 'rights.receipt',
  input: v.object({ ...idForm.entries, grant: line(64) }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db }, submission, { grant: id }) => {
    const grant = (await loadLedger(db, submission.id)).grants.find((one) => one.id === id);
    if (!grant) throw missing();
    const edition = editionView(await findEdition(db, { id: submission.editionId }));
    const versions = await listVersions(db, submission.id);
    return { receipt: grant.receipt, text: receiptText({ submission, versions, edition }, grant) };
  },
});

export const inspect = read({
  name: 'rights.inspect',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsOrganizers,
  run: async ({ db, now }, submission) => ({
    edition: editionView(await findEdition(db, { id: submission.editionId })),
    ...forOrganizers(submission, await loadLedger(db, submission.id), now),
  }),
});

interface Known {
  submission: Case;
  versions: Version[];
  edition: { name: string; zone: string };
}

function receiptText({ submission, versions, edition }: Known, grant: Grant): string {
  const version = versions.find(({ receipt }) => receipt === grant.version.receipt);
  const { kind } = submission.call.settings;
  return grantReceipt({ grant, title: version?.title ?? submission.title, kind, edition });
}
