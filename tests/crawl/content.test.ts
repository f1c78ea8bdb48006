/** Secrecy with another host name configured: addresses with tokens tell nobody more, and no token is luck. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitWithIssues } from '#app/features/submissions/operations.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { wav } from '#app/preflight/corpus/media.ts';
import { servePages } from '../server.ts';
import { allAgreed, completeWork, putFile } from '../submissions.ts';
import { openWorld, type CastName, type World } from '../world.ts';
import { bare } from './answer.ts';
import { fillings } from './matrix.ts';
import { everyRequest } from './requests.ts';
import { splitWorld } from './worlds.ts';

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
let work: string;

beforeAll(async () => {
  world = await openWorld();
  const all = resources();
  provideResources({ ...all, settings: { ...all.settings, userContentUrl: 'https://works.example.net' } });
  server = await servePages();
  work = await completeWork(world);
  const content = Buffer.from(wav(1));
  const { id } = await putFile(world, work, { role: 'supplementary', name: 'tide.wav', content });
  await sql`update submission_file set mime = 'audio/wav' where id = ${id}`.execute(world.db);
  await submitWithIssues(world.as('chiara'), { id: work, agreed: await allAgreed(world, 'chiara', work) });
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

/** Every page several times over; no limit of Salon’s, only of this test’s patience. */
const patience = 600_000;

describe('with another host name, two worlds that differ in whether a work exists', () => {
  it(
    'are alike to everybody but its people, and the same world is the same to them, tokens included',
    { timeout: patience },
    async () => {
      const requests = everyRequest(await fillings(world.db), ['Tide']).filter(
        ({ method, path }) => !method && /^\/(files|my|desk)\b/.test(path),
      );
      const asked = async (who: CastName | 'visitor') => {
        const secret = who === 'visitor' ? null : world.people[who].secret;
        const told: string[] = [];
        for (const request of requests) told.push(bare(await server.ask({ ...request, secret })));
        return told;
      };
      const worlds = await splitWorld(world.database, async (db) => {
        await sql`delete from audit_entry where subject_id = ${work}`.execute(db);
        await sql`delete from letter where about_id = ${work}`.execute(db);
        await sql`delete from submission where id = ${work}`.execute(db);
      });
      try {
        const differing: string[] = [];
        for (const who of ['visitor', 'ada', 'rana', 'attila'] as const) {
          const [one, other] = await worlds.both(() => asked(who));
          differing.push(
            ...requests.filter((_, at) => one[at] !== other[at]).map(({ path }) => `${who}: ${path}`),
          );
        }
        const [own, gone] = await worlds.both(() => asked('chiara'));
        expect({
          differing,
          entitledSaw: own.some((answer, at) => answer !== gone[at]),
          tokens: own.filter((answer) => answer.includes('works.example.net/content/media.')).length,
          again: (await asked('chiara')).filter((answer, at) => answer !== own[at]),
        }).toEqual({ differing: [], entitledSaw: true, tokens: 1, again: [] });
      } finally {
        await worlds.close();
      }
    },
  );
});
