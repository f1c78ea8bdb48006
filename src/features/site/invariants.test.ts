import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept, unaccept } from '#app/features/works/operations.server.ts';
import { renderSubmission } from '#app/features/works/renditions/operations.server.ts';
import { endUses, grant, setEmbargo, takeDown } from '#app/features/works/rights/operations.server.ts';
import { hashOf, textFor } from '#app/features/works/rights/texts.ts';
import { submit } from '#app/features/submissions/operations.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { photograph } from '../../../tests/renditions.ts';
import { allAgreed, completeWork, putFile } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { drawSite } from './drawing.server.ts';
import { invariants } from './invariants.server.ts';
import { draft, publish } from './operations.server.ts';

let world: World;
let id: string;
let receipt: string;
let minutes = 0;
beforeAll(async () => {
  world = await openWorld();
  id = await completeWork(world);
  const content = await photograph({ width: 500, height: 300 }).jpeg().toBuffer();
  await putFile(world, id, { role: 'supplementary', name: 'detail.jpg', content });
  await sql`update submission_file set report = jsonb_build_object('findings', '[]'::jsonb, 'facts',
    jsonb_build_object('kind', case role when 'main' then 'png' else 'jpeg' end)) where submission_id = ${id}`.execute(
    world.db,
  );
  ({ receipt } = await submit(world.as('chiara'), { id, agreed: await allAgreed(world, 'chiara', id) }));
}, 120_000);
afterAll(() => world.close());

const now = () => new Date(whileOpen.getTime() + minutes * 60_000);
const as = (who: 'olga' | 'chiara') => world.as(who, now());

const acts = {
  accept: () => accept(as('olga'), { edition: '2024', chosen: [{ id, receipt }] }),
  unaccept: () => unaccept(as('olga'), { edition: '2024', ids: [id], reason: 'A slip (invented).' }),
  grant: () =>
    grant(as('chiara'), {
      id,
      uses: ['website', 'recognition'],
      capacity: 'author',
      agreed: true,
      text: hashOf(textFor('work')),
    }),
  end: () => endUses(as('chiara'), { id, uses: ['website'], reason: '' }),
  unmark: () => endUses(as('chiara'), { id, uses: ['recognition'], reason: '' }),
  embargo: () => setEmbargo(as('chiara'), { id, until: new Date(now().getTime() + 150_000) }),
  takeDown: () =>
    takeDown(as('chiara'), {
      id,
      scopes: ['media'],
      reason: '',
      words: '',
      titleStays: true,
      creditStays: true,
    }),
  publish: async () => {
    const { basis } = await draft(as('olga'), { slug: '2024' });
    return publish(as('olga'), { slug: '2024', basis });
  },
};

/** What does not fit the moment is refused, as it would be on a page. */
async function attempt(act: keyof typeof acts): Promise<void> {
  await acts[act]().catch((problem: unknown) => {
    if (!isRefusal(problem)) throw problem;
  });
}

const broken = async () => {
  const look = {
    db: world.db,
    files: resources().files,
    settings: resources().settings,
    now: now(),
    hashes: false,
  };
  return (await Promise.all(invariants.map((one) => one.broken(look)))).flat();
};

const servedOf = async () =>
  Number(
    (
      await sql<{
        many: string;
      }>`select count(*) as many from site_file where address like '2024/works/%'`.execute(world.db)
    ).rows[0]!.many,
  );

/** How many marks of pictures are served. */
const marks = async () => {
  const { rows } = await sql<{
    plain: Buffer;
  }>`select plain from site_file where address like 'assets/ours-%'`.execute(world.db);
  return rows.flatMap(({ plain }) => plain.toString().match(/\b[0-9a-f]{64}\b/g) ?? []).length;
};

async function step(act: keyof typeof acts): Promise<void> {
  minutes += 1;
  world.at(now());
  await attempt(act);
  await renderSubmission(id, now());
  await drawSite(now());
}

describe('the site that is served', () => {
  it('shows a work once it is accepted, granted and published, and doctor finds nothing wrong', async () => {
    for (const act of ['accept', 'grant', 'publish'] as const) await step(act);
    expect([(await servedOf()) >= 10, await marks(), await broken()]).toEqual([true, 1, []]);
  }, 120_000);

  it('is told by doctor where a byte is served that nobody grants', async () => {
    await attempt('end');
    minutes += 1;
    const told = await broken();
    expect([told.length >= 9, told[0]!.endsWith(' has no grant in force')]).toEqual([true, true]);
    await drawSite(now());
    expect(await broken()).toEqual([]);
  }, 120_000);

  it('is told by doctor where a picture for links is named by no page, or is missing', async () => {
    const { rows } = await sql<{
      address: string;
    }>`update site_file set address = 'assets/social/2024.0000000000.png'
      where address = (select min(address) from site_file where address like 'assets/social/%') returning address`.execute(
      world.db,
    );
    const said = await broken();
    expect([rows.length, said.length, said[0], said[1]!.endsWith(' is missing')]).toEqual([
      1,
      2,
      'assets/social/2024.0000000000.png is named by no page',
      true,
    ]);
    await drawSite(now());
    expect(await broken()).toEqual([]);
  }, 120_000);

  it('is told by doctor where a picture can be recognised whose people took that back', async () => {
    await step('grant');
    await attempt('unmark');
    minutes += 1;
    const told = await broken();
    expect([told.length, told[0]!.endsWith(', which nobody granted')]).toEqual([1, true]);
    await drawSite(now());
    expect([await marks(), await broken()]).toEqual([0, []]);
  }, 120_000);

  it('holds not one byte without a grant, whatever is done in whatever order', async () => {
    const names = Object.keys(acts) as (keyof typeof acts)[];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 6 }), async (sequence) => {
        for (const act of sequence) {
          await step(act);
          expect(await broken()).toEqual([]);
        }
      }),
      { numRuns: 8, seed: 20241214 },
    );
  }, 300_000);
});
