/**
 * A small edition and its cast, for tests: a real database copied from the template, real files in a folder of
 * their own, a clock that stands where the test puts it. `openWorld()` in `beforeAll`, `close()` in `afterAll`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { insertCall, insertCallRevision } from '#app/features/calls/queries.server.ts';
import { callSchema, type CallSettings } from '#app/features/calls/settings.ts';
import { refuseChange } from '#app/features/editions/freeze-queries.server.ts';
import { insertEdition, insertSection } from '#app/features/editions/queries.server.ts';
import { editionSettingsSchema, sections, type SectionName } from '#app/features/editions/settings.ts';
import { insertPerson, insertSession, insertStanding } from '#app/features/people/queries.server.ts';
import { say } from '#app/features/site/words/saying.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { diskStore } from '#app/platform/files.server.ts';
import { lineLog } from '#app/platform/log.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { copyDatabase, dropDatabase } from '#app/platform/postgres/databases.server.ts';
import { hashSecret, randomId, randomSecret } from '#app/platform/random.server.ts';
import { provideResources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { systemViewer, visitor, type PersonViewer, type Role } from '#app/platform/viewer.ts';
import { stopRunner } from '#app/preflight/runner.server.ts';
import * as v from 'valibot';
import { paperCall, smallEdition, workCall } from './small-edition.ts';

/** While both calls are open. */
export const whileOpen = new Date('2024-08-20T10:00:00Z');

export const cast = {
  olga: { name: 'Olga Organizer', email: 'olga@example.org', role: 'organizer' },
  oscar: { name: 'Oscar Second-Organizer', email: 'oscar@example.org', role: 'organizer' },
  ada: { name: 'Ada Author', email: 'ada@example.org' },
  benno: { name: 'Benno Co-Author', email: 'benno@example.org' },
  chiara: { name: 'Chiara Creator', email: 'chiara@example.org' },
  rana: { name: 'Rana Reviewer', email: 'rana@example.org', role: 'reviewer' },
  jiro: { name: 'Jiro Juror', email: 'jiro@example.org', role: 'juror' },
  attila: { name: 'Attila Attendee', email: 'attila@example.org' },
} as const satisfies Record<string, { name: string; email: string; role?: Role }>;

export type CastName = keyof typeof cast;

export async function openWorld() {
  const url = inject('databaseUrl');
  const name = `world_${randomId()}`;
  const database = openDatabase({
    connectionString: await copyDatabase(url, inject('template'), name),
    max: 8,
  });
  const folder = await mkdtemp(join(tmpdir(), 'salon-world-'));
  const { db } = database;
  let now = whileOpen;
  const logged: string[] = [];
  provideResources({
    database,
    files: await diskStore(join(folder, 'files')),
    clock: { now: () => now, shiftTo: (moment) => void (now = moment ?? whileOpen), shift: 0 },
    settings: readSettings({ SALON_DATA: folder, SALON_URL: 'http://salon.test' }),
    log: lineLog((line) => void logged.push(line)),
    refuseChange,
    say,
  });

  const editionId = randomId();
  await insertEdition(db, { id: editionId, slug: smallEdition.about.slug, at: now, by: null });
  const settings = v.parse(editionSettingsSchema, smallEdition);
  for (const section of Object.keys(sections) as SectionName[]) {
    await insertSection(db, {
      editionId,
      name: section,
      body: settings[section],
      at: now,
      by: null,
      reason: '',
    });
  }
  const callIds = {} as Record<'papers' | 'creative-work', string>;
  for (const [position, call] of [paperCall, workCall].entries()) {
    const body: CallSettings = v.parse(callSchema, call);
    const id = randomId();
    callIds[body.key as keyof typeof callIds] = id;
    await insertCall(db, { id, editionId, key: body.key, position });
    await insertCallRevision(db, { callId: id, body, at: now, by: null, reason: '' });
  }

  const people = {} as Record<CastName, PersonViewer & { secret: string }>;
  for (const [key, person] of Object.entries(cast) as [
    CastName,
    (typeof cast)[CastName] & { role?: Role },
  ][]) {
    const id = await insertPerson(db, {
      name: person.name,
      email: person.email,
      castKey: key,
      confirmed: true,
      now,
    });
    if (person.role) await insertStanding(db, { editionId, personId: id, role: person.role, by: null, now });
    const secret = randomSecret();
    const sessionId = await insertSession(db, {
      secretHash: hashSecret(secret),
      personId: id,
      device: 'test',
      now,
    });
    people[key] = {
      kind: 'person',
      id,
      name: person.name,
      email: person.email,
      sessionId,
      roles: person.role ? [{ editionId, role: person.role }] : [],
      operator: false,
      draftKey: null,
      secret,
    };
  }

  return {
    db,
    database,
    folder,
    edition: { id: editionId, slug: smallEdition.about.slug },
    callIds,
    people,
    logged,
    /** The context of a request by one of the cast, a stranger, or Salon itself; now, or at the moment given. */
    as: (who: CastName | 'visitor' | 'system', at: Date = now): Context => ({
      viewer: who === 'visitor' ? visitor : who === 'system' ? systemViewer('test') : people[who],
      now: at,
    }),
    /** Puts the world's clock somewhere. */
    at: (moment: Date | string) => void (now = new Date(moment)),
    async close() {
      stopRunner();
      provideResources(null);
      await database.close();
      await dropDatabase(url, name);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;
