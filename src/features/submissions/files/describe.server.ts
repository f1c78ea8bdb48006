/** A description that is typed instead of handed in: set as a PDF, or kept as text where our face lacks its letters. */
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { lockName } from '#app/platform/database.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { line, words } from '../forms.ts';
import { assertMayBegin, assertRoom, limitOf, rulesOf } from './arrival.ts';
import type { TypedDescription } from './file.ts';
import { held, itsAuthorsOrOrganizers } from './policy.ts';
import { findHandIn, insertFile, listFiles, markChanged, updateFile } from './queries.server.ts';
import { piecesOf, plainText, saysNothing } from './typed.ts';

/** Typing again replaces what was typed before; a description that came as a file becomes a supplement. */
export const describe = operation({
  name: 'files.describe',
  input: v.object({ id: v.string(), title: line(), about: words(), people: words(), ai: words() }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, handIn, { id: _id, ...typed }) => {
    if (held(viewer, handIn)) assertMayBegin(handIn, now);
    const rules = rulesOf(handIn.call);
    if (rules.kind !== 'work')
      throw invalid('A paper needs no description: its abstract stands in the form.');
    const made = await written(typed, rules.descriptionMaxPages, now);
    const blob = await resources().files.keep(Readable.from([made.bytes]));
    await lockName(db, `files ${handIn.id}`);
    const by = viewer.kind === 'person' ? viewer.id : null;
    const files = await listFiles(db, handIn.id);
    const stay = files.filter((file) => !file.typed);
    assertRoom(stay, limitOf(handIn.call), blob.bytes);
    for (const { id } of files.filter((file) => file.typed))
      await updateFile(db, id, { removedAt: now, removedBy: by });
    for (const { id } of stay.filter(({ role }) => role === 'description'))
      await updateFile(db, id, { role: 'supplementary', roleChosenAt: now, roleChosenBy: by });
    const fileId = randomId();
    const { name, mime, lacking } = made;
    const report =
      mime === 'text/plain' ? { facts: { kind: 'text', mime, bytes: blob.bytes }, findings: [] } : {};
    const times = { begunAt: now, uploadedAt: now };
    const file = { id: fileId, submissionId: handIn.id, role: 'description', name, mime, typed, report };
    await insertFile(db, { ...file, ...blob, ...times });
    await updateFile(db, fileId, { roleChosenAt: now, roleChosenBy: by });
    await markChanged(db, handIn.id, now);
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { name, ...blob } });
    return { fileId, lacking };
  },
});

async function written(typed: TypedDescription, limit: number, now: Date) {
  if (saysNothing(typed)) throw invalid('Type something about the work first.', { about: 'This is empty.' });
  // Loaded when somebody types: fonts and what sets them weigh 8 MB in memory.
  const { pdfOf, signsBeyond, typeset } = await import('./typeset.server.ts');
  const set = await typeset(piecesOf(typed));
  const beyond = signsBeyond(set, limit);
  if (beyond > 0) throw invalid(tooLong(set.pages.length, limit, beyond));
  if (set.lacking.length > 0) {
    const bytes = new TextEncoder().encode(plainText(typed));
    return { bytes, name: 'Typed description.txt', mime: 'text/plain', lacking: set.lacking };
  }
  const bytes = await pdfOf(set, { title: typed.title, now });
  return { bytes, name: 'Typed description.pdf', mime: 'application/pdf', lacking: [] };
}

function tooLong(pages: number, limit: number, beyond: number): string {
  const cut = (Math.ceil(beyond / 50) * 50).toLocaleString('en');
  const most = limit === 1 ? 'one page' : `${limit} pages`;
  return `This fills ${pages} pages, and the call asks for at most ${most}. Cut about ${cut} characters; what you typed is still here.`;
}
