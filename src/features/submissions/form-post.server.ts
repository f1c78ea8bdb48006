/** One press of a button on the form: the words are kept first, then the people, then what the button says. */
import type { Context } from '#app/platform/operation.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import {
  addContributor,
  editContributor,
  inviteContributor,
  moveContributor,
  removeContributor,
} from './contributing.server.ts';
import { saveDraft } from './drafting.server.ts';
import { draftFrom, shownFrom, type Kept } from './form-data.ts';
import { open } from './reading.server.ts';
import { submissionWordsIn } from './words/words.ts';
import type { ContributorView } from './views.ts';

const parts = ['kind', 'name', 'email', 'affiliation', 'orcid', 'pronouns', 'role'] as const;
type Entry = Record<(typeof parts)[number], string>;

export async function keepForm(context: Context, id: string, data: FormData): Promise<Kept> {
  const { submission } = await open(context, { id });
  const { settings } = submission.call;
  const kept: Kept = { revision: submission.revision, fields: {} };
  await trying(kept, '', async () => {
    const saved = await saveDraft(context, {
      id,
      base: Number(data.get('base')) || 0,
      draft: draftFrom(settings, data),
    });
    kept.revision = saved.revision;
    if (saved.outcome === 'stale')
      Object.assign(kept, { typed: saved.yours, theirs: saved.theirs, differing: saved.fields });
  });
  if (Object.keys(kept.fields).length > 0 || kept.sentence) kept.typed = shownFrom(settings, data);
  for (const person of submission.contributors) await keepPerson(context, id, person, data, kept);
  await keepNewPerson(context, id, data, kept);
  await press(context, id, String(data.get('do') ?? ''), kept);
  return kept;
}

/** Only what was changed on this page is written, so that two tabs do not undo each other. */
async function keepPerson(context: Context, id: string, person: ContributorView, data: FormData, kept: Kept) {
  const typed = entryFrom(data, person.id);
  const was = data.get(`people.${person.id}.was`);
  if (!typed || typeof was !== 'string') return;
  const before = readWas(was);
  const now: Entry = { ...person, orcid: person.orcid ?? '' };
  const changed = parts.filter(
    (part) =>
      data.has(`people.${person.id}.${part}`) && typed[part] !== before[part] && typed[part] !== now[part],
  );
  if (changed.length === 0) return;
  const entry = Object.fromEntries(
    parts.map((part) => [part, changed.includes(part) ? typed[part] : now[part]]),
  ) as Entry;
  const place = `people.${person.id}.`;
  if (!(await trying(kept, place, () => editContributor(context, { id, contributor: person.id, ...entry }))))
    kept.people = { ...kept.people, [person.id]: typed };
}

async function keepNewPerson(context: Context, id: string, data: FormData, kept: Kept) {
  const typed = entryFrom(data, 'new');
  // The kind is chosen before anything is typed.
  if (!typed || parts.every((part) => part === 'kind' || typed[part].trim() === '')) return;
  if (!(await trying(kept, 'people.new.', () => addContributor(context, { id, ...typed }))))
    kept.newPerson = typed;
}

/** `up.ID`, `down.ID`, `remove.ID`, `invite.ID`; anything else only saves. */
async function press(context: Context, id: string, what: string, kept: Kept) {
  const [verb, contributor = ''] = what.split('.');
  const on = { id, contributor };
  if (verb === 'up' || verb === 'down')
    await trying(kept, '', () => moveContributor(context, { ...on, by: verb }));
  if (verb === 'remove') await trying(kept, '', () => removeContributor(context, on));
  if (
    verb === 'invite' &&
    (await trying(kept, `people.${contributor}.`, () => inviteContributor(context, on)))
  ) {
    kept.said = submissionWordsIn(context.language ?? 'en').form.invited;
  }
}

/** A refusal is told beside the form; whatever else was pressed or typed goes on. */
async function trying(kept: Kept, place: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    kept.sentence ??= problem.message;
    for (const [field, sentence] of Object.entries(problem.fields))
      kept.fields[`${place}${field}`] = sentence;
    return false;
  }
}

function entryFrom(data: FormData, who: string): Entry | null {
  if (typeof data.get(`people.${who}.name`) !== 'string') return null;
  return Object.fromEntries(
    parts.map((part) => [part, String(data.get(`people.${who}.${part}`) ?? '')]),
  ) as Entry;
}

function readWas(text: string): Partial<Entry> {
  try {
    const was: unknown = JSON.parse(text);
    return typeof was === 'object' && was !== null ? was : {};
  } catch {
    return {};
  }
}
