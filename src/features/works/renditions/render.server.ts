/**
 * Making what may be shown of a submission: what fits the recipe in force stays, the rest is made anew, one file after
 * the other. What stood before goes on being shown until then, unless its creator has since allowed less.
 */
import * as v from 'valibot';
import { lockName, type Db } from '#app/platform/database.server.ts';
import { addJob } from '#app/platform/jobs.server.ts';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import type { Facts, SourceFile } from './facts.ts';
import { made, wordsOf, type Made } from './making.server.ts';
import {
  findRendering,
  forgetReplaced,
  hasReplaced,
  insertRendering,
  insertRenditions,
  listRenderings,
  listWider,
  updateRendering,
} from './queries.server.ts';
import { recipeOf } from './recipe.server.ts';
import type { FileWords, Rendering } from './rendering.ts';
import { stemsOf } from './stems.ts';
import { toolsHere } from './tools.server.ts';

/** So long what was replaced can still be fetched by a page that was rendered before. */
const keptFor = 7 * 24 * 60 * 60 * 1000;
const forgottenBefore = (now: Date) => new Date(now.getTime() - keptFor);

const underWay = new Map<string, Promise<void>>();

/** Makes what these facts ask for. Two that want the same submission follow each other. */
export async function renderFacts(facts: Facts, now: Date): Promise<void> {
  const before = underWay.get(facts.submissionId) ?? Promise.resolve();
  const work = before.then(() => rendered(facts, now));
  const settled = work.catch(() => {});
  underWay.set(facts.submissionId, settled);
  await work.finally(() => {
    if (underWay.get(facts.submissionId) === settled) underWay.delete(facts.submissionId);
  });
}

async function rendered(facts: Facts, now: Date): Promise<void> {
  const context = { viewer: systemViewer('works.render'), now };
  const tools = await toolsHere();
  if (!(await isStale(context, { facts, tools }))) return;
  for (const task of await plan(context, { facts, tools })) await perform(context, facts, task);
}

interface Task {
  id: string;
  stem: string;
  file: SourceFile;
}

async function perform(context: Context, facts: Facts, { id, stem, file }: Task): Promise<void> {
  try {
    const { made: renditions, found, words } = await made(facts, file, stem);
    await keep(context, { id, stem, made: renditions, words, file: { ...wordsOf(file), ...found } });
  } catch (problem) {
    resources().log.accident('rendition', problem, { sha256: file.sha256 });
    await fail(context, { id });
  }
}

const factsForm = v.custom<Facts>((given) => typeof given === 'object');

/** Whether there is anything to do: most asks find that there is not, and leave no trace in the history. */
const isStale = read({
  name: 'renditions.isStale',
  input: v.object({ facts: factsForm, tools: v.array(v.string()) }),
  allow: theSystem,
  run: async ({ db, now }, _subject, { facts, tools }) => {
    const { gone, lasting, toMake } = await compared(db, facts, tools);
    const moved = lasting.some(({ one, position }) => one.position !== position);
    const forgotten = await hasReplaced(db, facts.submissionId, forgottenBefore(now));
    return gone.length > 0 || toMake.length > 0 || moved || forgotten;
  },
});

/** Says what is to be made, and takes out of sight what is no part of the submission, or larger than allowed. */
const plan = operation({
  name: 'renditions.plan',
  input: v.object({ facts: factsForm, tools: v.array(v.string()) }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { facts, tools }): Promise<Task[]> => {
    const { submissionId } = facts;
    await lockName(db, `render ${submissionId}`);
    await forgetReplaced(db, submissionId, forgottenBefore(now));
    const { gone, lasting, toMake } = await compared(db, facts, tools);
    await updateRendering(db, gone, { replacedAt: now });
    if (gone.length > 0) await addJob(db, 'site.draw', {}, { key: 'site.draw' });
    for (const { one, position } of lasting) await updateRendering(db, [one.id], { position });
    const tasks: Task[] = [];
    for (const { one, file, stem, position, recipe } of toMake) {
      const id = one?.id ?? randomId();
      const source = { sourceSha256: file.sha256, role: file.role, stem, position, recipe };
      if (one) await updateRendering(db, [id], { position });
      else await insertRendering(db, { id, submissionId, ...source, file: wordsOf(file), askedAt: now });
      tasks.push({ id, stem, file });
    }
    note({ subjectId: submissionId, detail: { asked: tasks.map(({ stem }) => stem) } });
    return tasks;
  },
});

/** What is there against what these facts ask for. What failed or was left halfway is asked for again. */
async function compared(db: Db, facts: Facts, tools: readonly string[]) {
  const { submissionId, files, maxPixels } = facts;
  const there = await listRenderings(db, submissionId);
  const tooWide = await listWider(db, submissionId, maxPixels);
  const stems = stemsOf(files);
  const wanted = files.map((file, position) => {
    const stem = stems[position]!;
    const recipe = recipeOf(facts, file, stem, tools);
    return {
      file,
      stem,
      position,
      recipe,
      one: there.find((row) => row.stem === stem && row.recipe === recipe),
    };
  });
  const mayStay = ({ id, madeAt, stem, sourceSha256 }: Rendering) =>
    madeAt !== null &&
    !tooWide.has(id) &&
    wanted.some((one) => one.stem === stem && one.file.sha256 === sourceSha256);
  return {
    gone: there.filter((row) => !wanted.some(({ one }) => one === row) && !mayStay(row)).map(({ id }) => id),
    lasting: wanted.flatMap(({ one, position }) => (one?.madeAt ? [{ one, position }] : [])),
    toMake: wanted.filter(({ one }) => !one?.madeAt),
  };
}

const keep = operation({
  name: 'renditions.keep',
  input: v.object({
    id: v.string(),
    stem: v.string(),
    made: v.custom<Made['made']>(Array.isArray),
    words: v.string(),
    file: v.custom<FileWords>((given) => typeof given === 'object'),
  }),
  subject: ({ db }, { id }) => findRendering(db, id),
  allow: theSystem,
  redraws: true,
  run: async ({ db, now, note }, { submissionId }, { id, stem, made: renditions, words, file }) => {
    await lockName(db, `render ${submissionId}`);
    const before = (await listRenderings(db, submissionId)).filter(
      (one) => one.stem === stem && one.id !== id,
    );
    await updateRendering(
      db,
      before.map((one) => one.id),
      { replacedAt: now },
    );
    await insertRenditions(db, id, renditions, now);
    await updateRendering(db, [id], { madeAt: now, failedAt: null, words, file });
    note({ subjectId: submissionId, detail: { stem, renditions: renditions.length } });
  },
});

const fail = operation({
  name: 'renditions.fail',
  input: v.object({ id: v.string() }),
  subject: ({ db }, { id }) => findRendering(db, id),
  allow: theSystem,
  run: async ({ db, now, note }, { id, submissionId, stem }) => {
    const words = 'It could not be read within the limits of time and memory, so nothing of it is shown.';
    await updateRendering(db, [id], { failedAt: now, words });
    note({ subjectId: submissionId, detail: { stem } });
  },
});
