/** What the other host name answers of web pieces: files of a published work, as long as its page shows it. */
import * as v from 'valibot';
import { listEditions } from '#app/features/editions/queries.server.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { missing } from '#app/platform/refusal.ts';
import type { Pieces } from '#app/platform/content-host.server.ts';
import { inForce } from './gathering.server.ts';
import { fileAddress, recordAddress } from './record-address.ts';

/** Asked anew for each file: what was taken down a moment ago is gone. */
export const openPiece = read({
  name: 'site.piece',
  input: v.object({ address: v.pipe(v.string(), v.maxLength(500)) }),
  allow: theSystem,
  run: async ({ db, now }, _subject, { address }) => {
    const edition = (await listEditions(db)).find(({ slug }) => address.startsWith(`${slug}/works/`));
    if (!edition) throw missing();
    const { shown } = await inForce(db, edition);
    const record = (await listRecords(db, edition.id, now)).find(
      (one) =>
        shown.includes(one.id) &&
        !one.tombstone &&
        address.startsWith(`${recordAddress(edition.slug, one)}/`),
    );
    for (const file of record?.files ?? [])
      for (const rendition of file.renditions) {
        const runs = rendition.use === 'web' || rendition.use === 'part';
        if (!runs || fileAddress(edition.slug, record!, file, rendition) !== address) continue;
        const { sha256, bytes, mime } = rendition;
        return { sha256, bytes, mime, folder: `${recordAddress(edition.slug, record!)}/` };
      }
    throw missing();
  },
});

export const pieces: Pieces = openPiece;
