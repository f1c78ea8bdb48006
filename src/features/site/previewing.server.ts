/** The draft as it would look: any page of it, drawn for organizers alone and kept nowhere. */
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { resources } from '#app/platform/resources.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { fileOf } from './addresses.ts';
import { loadDrawer } from './drawer.server.ts';
import { filesOf } from './drawing.server.ts';
import { hiddenFrom } from './hidden.server.ts';
import { gatherEdition, wordsInDraft } from './gathering.server.ts';

/** `address` is that of a page or file, with or without its ending; none is the edition's first page. */
export const preview = read({
  name: 'site.preview',
  input: v.object({ slug: v.string(), address: v.string() }),
  subject: async ({ db }, { slug }) => {
    const edition = await findEdition(db, { slug });
    return edition && { ...edition, editionId: edition.id };
  },
  allow: organizer,
  run: async ({ db, now, viewer }, edition, { address }) => {
    const words = await wordsInDraft(db, edition);
    const accepted = (await listRecords(db, edition.id, now)).map(({ id }) => id);
    const hidden = await hiddenFrom(db, viewer, accepted);
    const shown = accepted.filter((id) => !hidden.has(id));
    const { site } = await gatherEdition(db, edition, { ...words, shown }, now);
    const asked = fileOf(address);
    const file = filesOf([site], await loadDrawer(), now).find((one) => fileOf(one.address) === asked);
    if (!file) throw missing();
    const { stored } = file;
    const bytes = stored ? await buffer(resources().files.read(stored.sha256)) : await file.make();
    return { type: file.type, bytes };
  },
});
