/**
 * Accepts the demo's invented papers and works once its clock has passed the day, and lets their invented creators
 * grant what they grant; through the operations that people use, each at its own moment. What a visitor of the demo
 * took back is not accepted again.
 */
import { loadExample } from '../../examples/creativity-2024/load.ts';
import type { ExampleSubmission } from '../../examples/creativity-2024/shapes.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { confirmInvented } from '#app/features/submissions/demo-operations.server.ts';
import { open } from '#app/features/submissions/operations.server.ts';
import { draft, publish } from '#app/features/site/operations.server.ts';
import { accept, preview } from '#app/features/works/operations.server.ts';
import { choose, grant, sayPictures } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { readInstallation, writeInstallation } from '#app/platform/installation.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { authorOf, organizerOf, type Known } from './demo-submissions.server.ts';

/** By key of the example, the submission for which it was done. */
type Done = Record<'accepted' | 'granted', Record<string, string>>;

export async function arrangeAccepted(moment: Date): Promise<void> {
  const { db } = resources().database;
  example ??= loadExample();
  const { selection } = example;
  const done = (await readInstallation<Done>(db, 'demo.accepted')) ?? { accepted: {}, granted: {} };
  const [acceptedAt, grantedAt] = [new Date(selection.acceptedAt), new Date(selection.grantedAt)];
  if (moment < acceptedAt) done.accepted = {};
  if (moment < grantedAt) done.granted = {};
  const known = (await readInstallation<Known>(db, 'demo.submissions')) ?? {};
  const received = example.submissions.flatMap((one) => {
    const made = known[one.key];
    return made?.stage === 'submitted' && !selection.notSelected.includes(one.key)
      ? [{ ...one, id: made.id }]
      : [];
  });
  const missing = (of: Record<string, string>) => received.filter(({ key, id }) => of[key] !== id);
  if (moment >= acceptedAt) await acceptAll(missing(done.accepted), acceptedAt, done.accepted);
  const ungranted = moment >= grantedAt ? missing(done.granted) : [];
  await grantAll(ungranted, grantedAt, done.granted);
  if (ungranted.length > 0) await publishAll(new Date(selection.publishedAt));
  await writeInstallation(db, 'demo.accepted', done, moment);
}

let example: ReturnType<typeof loadExample> | undefined;

type Made = ExampleSubmission & { id: string };

async function acceptAll(wanted: Made[], now: Date, done: Record<string, string>): Promise<void> {
  if (wanted.length === 0) return;
  const { slug } = example!.settings.about;
  const edition = await findEdition(resources().database.db, { slug });
  if (!edition) return;
  const context = { viewer: await organizerOf(edition.id), now };
  const looked = await preview(context, { edition: slug, ids: wanted.map(({ id }) => id) });
  const chosen = looked.flatMap(({ id, receipt, verdict }) =>
    verdict === 'accept' && receipt ? [{ id, receipt }] : [],
  );
  if (chosen.length > 0) await refusable(() => accept(context, { edition: slug, chosen }));
  for (const { key, id } of wanted) done[key] = id;
}

async function grantAll(wanted: Made[], now: Date, done: Record<string, string>): Promise<void> {
  for (const one of wanted) {
    await refusable(() => grantOne(one, now));
    done[one.key] = one.id;
  }
}

async function grantOne(one: Made, now: Date): Promise<void> {
  const { id, key, call, files } = one;
  const context = { viewer: await authorOf(one), now };
  const text = textFor(call === 'papers' ? 'paper' : 'work');
  const uses = text.uses
    .map(({ scope }) => scope)
    .filter((use) => ['archive', 'recognition'].includes(use) || text.least.includes(use));
  await grant(context, {
    id,
    uses: uses.includes('website') ? uses : [...uses, 'website'],
    capacity: 'author',
    text: hashOf(text),
    agreed: true,
  });
  const { choices } = example!.selection;
  const choice = choices.find((choice) => choice.key === key);
  if (choice) {
    const { licence, preference, credit } = choice;
    await choose(context, { id, licence, preference, credit, maxPixels: null });
  }
  const handedIn = (await open(context, { id })).submission.files;
  const pictures = files.flatMap(({ name, alt }) => {
    const file = handedIn.find((file) => file.name === name);
    return alt && file ? [{ sha256: file.sha256, alt: alt.slice(0, 1_000), decorative: false }] : [];
  });
  if (pictures.length > 0) await sayPictures(context, { id, pictures });
  await confirmInvented({ viewer: systemViewer('demo'), now }, { id });
}

/** Going back needs no undo: what nobody has accepted or granted by then is not drawn, whatever was published. */
async function publishAll(now: Date): Promise<void> {
  const { slug } = example!.settings.about;
  const edition = await findEdition(resources().database.db, { slug });
  if (!edition) return;
  const context = { viewer: await organizerOf(edition.id), now };
  await refusable(async () => {
    const { basis, changes } = await draft(context, { slug });
    const reason = 'The accepted papers and works.';
    if (changes.length > 0) await publish(context, { slug, basis, reason });
  });
}

/** Visitors of the demo may have withdrawn something or changed the call: then it stays as they left it. */
async function refusable(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    resources().log.accident('demo', problem, {});
  }
}
