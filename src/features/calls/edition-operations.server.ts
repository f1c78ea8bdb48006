/** Verbs on a whole edition, sections and calls together: a new one, and its settings out and in as one file. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, missing, stale } from '#app/platform/refusal.ts';
import { hasRole, type Viewer } from '#app/platform/viewer.ts';
import type { EditionWithSettings } from '../editions/edition.ts';
import { mayMakeEditions } from '../editions/policy.ts';
import {
  findEdition,
  insertSection,
  listEditions,
  loadRevisions,
  loadSettings,
  lockEdition,
} from '../editions/queries.server.ts';
import { aboutSchema, editionSettingsSchema, type SectionName } from '../editions/settings.ts';
import { deadlineAsSet, type Call } from './call.ts';
import { checkChange } from './check.ts';
import { makeEdition, problemsOf } from './make-edition.server.ts';
import { bringBackAs } from './order-operations.server.ts';
import { findCalls, insertCall, insertCallRevision } from './queries.server.ts';
import { listRemoved } from './removal-queries.server.ts';
import { momentSchema } from './settings.ts';
import { diffWhole, exportSettings, readSettingsFile, refused, type Proposed } from './settings-file.ts';
import { daysBetween, shiftCall, shiftSettings } from './shift.ts';
import { fromTemplate, templateNames, templates } from './templates.ts';

const about = v.pick(aboutSchema, ['slug', 'name', 'zone', 'days', 'contactEmail']);

const templated = v.object({
  template: v.picklist(templateNames, 'Choose one of the templates.'),
  opens: v.optional(momentSchema),
  deadline: momentSchema,
});
const copied = v.object({
  edition: v.string(),
  /** What else is taken along; name, places, pages and calls always are. */
  keep: v.optional(v.array(v.picklist(['people', 'programme', 'roundtables'])), []),
});
const isCopy = (from: unknown) => typeof from === 'object' && from !== null && 'edition' in from;

/** From a template with one deadline for its calls, or a copy of an edition one may copy, moved to the new days. */
export const create = operation({
  name: 'editions.create',
  input: v.object({
    about,
    // Not a union: each refusal names its field.
    from: v.lazy((from) => (isCopy(from) ? copied : templated)),
  }),
  allow: mayMakeEditions,
  redraws: true,
  run: async ({ db, viewer, now, note }, _subject, { about, from }) => {
    const whole =
      'template' in from
        ? {
            settings: v.parse(editionSettingsSchema, {
              about: { ...about, language: templates[from.template].language },
            }),
            calls: templates[from.template].calls.map((call) =>
              fromTemplate(call, { deadline: from.deadline, ...(from.opens && { opens: from.opens }) }),
            ),
          }
        : await copyOf(db, viewer, from.edition, about, from.keep);
    const origin = 'template' in from ? `from the template ${from.template}` : `copied from ${from.edition}`;
    const by = viewer.kind === 'person' ? viewer.id : null;
    const made = await makeEdition(db, { ...whole, by, now, reason: `New edition, ${origin}` });
    note({ editionId: made.id, subjectId: made.id, detail: { slug: made.slug, origin } });
    return made;
  },
});

/** What one may copy: the editions one organizes; whoever runs the installation, any of them. Newest first. */
export const sources = read({
  name: 'editions.sources',
  input: v.object({}),
  allow: mayMakeEditions,
  run: async ({ db, viewer }) => (await listEditions(db)).filter(({ id }) => mayCopy(viewer, id)),
});

/** The settings as one file, for organizers: it holds what no public page shows, such as grace. */
export const exportFile = read({
  name: 'editions.exportSettings',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  run: async ({ db }, edition) => {
    const { settings, calls } = await loadWhole(db, edition);
    return {
      name: `${edition.slug}-settings.yaml`,
      text: exportSettings({ settings, calls: calls.map(bodyOf) }),
    };
  },
});

/** Reads a settings file and says what it would change; `basis` names the state that this was compared with. */
export const previewImport = read({
  name: 'editions.previewImport',
  input: v.object({ slug: v.string(), text: v.string() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  run: async ({ db, now }, edition, { text }) => {
    const { settings, calls, basis } = await loadWhole(db, edition);
    const proposed = readSettingsFile(text);
    checkProposed({ settings, calls }, proposed, now);
    return { changes: diffWhole({ settings, calls: calls.map(bodyOf) }, proposed), basis };
  },
});

/** Applies the whole file or nothing, and only to the state that its preview showed. */
export const importSettings = operation({
  name: 'editions.importSettings',
  input: v.object({
    slug: v.string(),
    text: v.string(),
    basis: v.string(),
    reason: v.optional(v.string(), ''),
  }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, edition, { text, basis, reason }) => {
    await lockEdition(db, edition.id);
    const current = await loadWhole(db, edition);
    const proposed = readSettingsFile(text);
    if (current.basis !== basis)
      throw stale(
        'The settings changed since you looked at the differences. Nothing was applied: look again.',
      );
    checkProposed(current, proposed, now);
    const whole = { settings: current.settings, calls: current.calls.map(bodyOf) };
    const changes = diffWhole(whole, proposed);
    const by = viewer.kind === 'person' ? viewer.id : null;
    const row = { at: now, by, reason: reason || 'Read from a settings file' };
    for (const [name, body] of Object.entries(proposed.settings)) {
      const only = { settings: { [name]: body }, calls: [] } as Proposed;
      if (diffWhole(whole, only).length > 0)
        await insertSection(db, {
          editionId: edition.id,
          name: name as SectionName,
          body: body as never,
          ...row,
        });
    }
    const taken = await listRemoved(db, edition.id);
    let position = current.calls.length;
    for (const body of proposed.calls) {
      const known = current.calls.find(({ key }) => key === body.key);
      if (known && diffWhole(whole, { settings: {}, calls: [body] }).length === 0) continue;
      const out = known ? undefined : taken.find(({ key }) => key === body.key);
      if (out) {
        await bringBackAs(db, { callId: out.id, body, ...row });
        position++;
        continue;
      }
      const callId = known?.id ?? randomId();
      if (!known)
        await insertCall(db, { id: callId, editionId: edition.id, key: body.key, position: position++ });
      await insertCallRevision(db, { callId, body, ...row });
    }
    note({ editionId: edition.id, subjectId: edition.id, detail: { changes: changes.length, reason } });
    return { changes };
  },
});

const mayCopy = (viewer: Viewer, editionId: string) =>
  viewer.kind === 'system' ||
  (viewer.kind === 'person' && viewer.operator) ||
  hasRole(viewer, editionId, 'organizer');

const bodyOf = (call: Call) => call.settings;

async function findOwned(db: Db, slug: string) {
  const edition = await findEdition(db, { slug });
  return edition && { ...edition, editionId: edition.id };
}

async function loadWhole(db: Db, edition: Parameters<typeof loadSettings>[1]) {
  const { settings } = await loadSettings(db, edition);
  const calls = await findCalls(db, { editionId: edition.id });
  const revisions = Object.entries(await loadRevisions(db, edition.id)).sort();
  const basis = JSON.stringify([
    revisions,
    calls.map(({ key, revision, extensions }) => [key, revision, extensions.length]),
  ]);
  return { settings, calls, basis };
}

function checkProposed(
  current: { settings: EditionWithSettings['settings']; calls: Call[] },
  proposed: Proposed,
  now: Date,
) {
  const problems = problemsOf({ ...current.settings, ...proposed.settings }, proposed.calls);
  if (proposed.settings.about && proposed.settings.about.slug !== current.settings.about.slug)
    problems['edition.about.slug'] = 'The address of an edition stays, so that links to it keep working.';
  proposed.calls.forEach((call, at) => {
    if (proposed.calls.findIndex(({ key }) => key === call.key) !== at)
      problems[`calls.${at}.key`] = `“${call.key}” stands in the file twice.`;
    const known = current.calls.find(({ key }) => key === call.key);
    for (const [path, sentence] of Object.entries(known ? checkChange(known, call, now) : {}))
      problems[`calls.${at}.${path}`] = sentence;
  });
  if (Object.keys(problems).length > 0) throw refused(problems);
}

async function copyOf(
  db: Db,
  viewer: Viewer,
  slug: string,
  about: { slug: string; name: string; zone: string; days: string[]; contactEmail: string },
  keep: string[],
) {
  const edition = await findEdition(db, { slug });
  if (!edition || !mayCopy(viewer, edition.id)) throw missing();
  const { settings, calls } = await loadWhole(db, edition);
  const [first, last] = [settings.about.days[0]!, about.days[0]!];
  if (!/^\d{4}-\d\d-\d\d$/.test(last))
    throw invalid('Name the first day.', { 'about.days': 'Name the first day.' });
  const days = daysBetween(first, last);
  const moved = shiftSettings(settings, days);
  const kept = (name: string) => keep.includes(name);
  // A round table needs its moderator and a session its speakers: without the people they stay behind.
  const people = kept('people') ? moved.people : [];
  return {
    settings: {
      ...moved,
      about: { ...moved.about, ...about },
      people,
      programme: kept('programme')
        ? {
            ...moved.programme,
            sessions: moved.programme.sessions.map((session) =>
              kept('people') ? session : { ...session, people: [] },
            ),
          }
        : { tentative: true, note: '', sessions: [], published: [] },
      roundtables: kept('roundtables') && kept('people') ? moved.roundtables : [],
      // What was news then is none now.
      news: [],
    },
    calls: calls.map((call) => shiftCall(call.settings, deadlineAsSet(call), days)),
  };
}
