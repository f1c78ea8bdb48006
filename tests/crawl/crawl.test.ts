/**
 * Secrecy over every route. Two worlds that differ only in a secret must give everybody who is not entitled to it
 * the same bytes, everywhere. Each case also shows that somebody entitled does see a difference: it could leak.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { beginUpload } from '#app/features/submissions/files/operations.server.ts';
import { send } from '#app/features/site/enquiries/operations.server.ts';
import { join } from '#app/features/site/interest/operations.server.ts';
import {
  addContributor,
  grantClearance,
  submit,
  submitWithIssues,
  writeMessage,
} from '#app/features/submissions/operations.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { inStep, servedAddresses } from '#app/features/site/served.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { routes } from '../house/routes.ts';
import { servePages, type Asked } from '../server.ts';
import { allAgreed, completePaper, completeWork } from '../submissions.ts';
import { openWorld, type CastName, type World } from '../world.ts';
import { bare } from './answer.ts';
import { addressesOf, fillings } from './matrix.ts';
import { everyRequest } from './requests.ts';
import { splitWorld } from './worlds.ts';

type Who = CastName | 'visitor';

/** Thousands of pages a case; no limit of Salon's, only of this test's patience. */
const patience = 900_000;

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
let paper: string;
let work: string;

beforeAll(async () => {
  world = await openWorld();
  server = await servePages();
  paper = await completePaper(world);
  await submit(world.as('ada'), { id: paper, agreed: await allAgreed(world, 'ada', paper) });
  await writeMessage(world.as('ada'), { id: paper, words: 'May the supplement be a film?' });
  await grantClearance(world.as('olga'), { id: paper, rule: 'link', reason: 'It runs on a server.' });
  const asked = { edition: world.edition.slug, email: 'asker@example.org' };
  await send(world.as('visitor'), { ...asked, name: 'Asker', topic: 'access', words: 'Is there a lift?' });
  await join(world.as('visitor'), { ...asked, topics: ['news'] });
  await sql`update interest set confirmed_at = asked_at`.execute(world.db);
  const draft = await completePaper(world);
  work = await completeWork(world);
  await submitWithIssues(world.as('chiara'), { id: work, agreed: await allAgreed(world, 'chiara', work) });
  await beginUpload(world.as('ada'), { uploadId: randomId(), id: draft, name: 'half.pdf', bytes: 5 });
  // An organizer who was named afterwards by address alone, the account not linked: recused before anything else.
  await addContributor(world.as('chiara'), { id: work, name: 'Somebody Else', email: 'oscar@example.org' });
  await sql`update contributor set person_id = null where email = 'oscar@example.org'`.execute(world.db);
  await sql`insert into site_picture (id, edition_id, key, width, height, added_at, statement)
    values ('picture', ${world.edition.id}, 'hall', 30, 20, now(), 'Ours (invented)')`.execute(world.db);
  await sql`insert into site_picture_words values ('picture', 1, 'A hall', 'Olga', '', '', now(), null)`.execute(
    world.db,
  );
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

describe('every route', () => {
  it('has a row in the matrix for each of its parameters', async () => {
    const values = await fillings(world.db);
    expect(routes.filter((route) => !addressesOf(route, values)).map(({ path }) => path)).toEqual([]);
  });
});

describe('nobody unentitled can tell apart two worlds that differ', () => {
  it(
    'in a paper: its words, its authors, its thread, its clearance, its withdrawal',
    async () => {
      const seen = await crawl(
        ['visitor', 'chiara', 'rana', 'jiro', 'attila'],
        ['ada', 'olga'],
        async (db) => {
          await sql`update submission set title = 'Another Secret' where id = ${paper}`.execute(db);
          await sql`update submission_version set title = 'Another Secret' where submission_id = ${paper}`.execute(
            db,
          );
          await sql`update contributor set affiliation = 'Another Place' where submission_id = ${paper}`.execute(
            db,
          );
          await sql`insert into message (id, submission_id, at, by_person, by_organizer, words)
        values (${randomId()}, ${paper}, now(), null, true, 'A secret answer')`.execute(db);
          await sql`update clearance set reason = 'Another reason' where submission_id = ${paper}`.execute(
            db,
          );
          await sql`insert into withdrawal (id, submission_id, at) values (${randomId()}, ${paper}, now())`.execute(
            db,
          );
        },
      );
      expect(seen).toEqual({ differing: [], entitledSaw: ['ada', 'olga'] });
    },
    patience,
  );

  it(
    'in whether a paper exists at all',
    async () => {
      const seen = await crawl(
        ['visitor', 'chiara', 'rana', 'jiro', 'attila'],
        ['ada', 'olga', 'oscar'],
        (db) => remove(db, paper),
      );
      expect(seen).toEqual({ differing: [], entitledSaw: ['ada', 'olga', 'oscar'] });
    },
    patience,
  );

  it(
    'in a work from which an organizer is recused, not even by that organizer',
    async () => {
      const seen = await crawl(['oscar', 'visitor', 'ada', 'rana'], ['chiara', 'olga'], (db) =>
        remove(db, work),
      );
      expect(seen).toEqual({ differing: [], entitledSaw: ['chiara', 'olga'] });
    },
    patience,
  );

  it(
    'in whether a work is accepted, and granted, before it is published',
    async () => {
      const seen = await crawl(['oscar', 'visitor', 'ada', 'rana'], ['chiara', 'olga'], async (db) => {
        const of = sql`from submission_version where submission_id = ${work} order by number desc limit 1`;
        await sql`insert into acceptance (id, edition_id, submission_id, version_id, accepted_at)
          select 'acceptance', ${world.edition.id}, submission_id, id, now() ${of}`.execute(db);
        await sql`insert into public_slug values (${world.edition.id}, 'another-secret', ${work}, now(), now())`.execute(
          db,
        );
        await sql`insert into rights_grant (id, submission_id, receipt, granted_at, granted_name, capacity,
          text_key, text_sha256, version_receipt, files)
          select 'grant', submission_id, 'R-SECRET', now(), 'Chiara', 'author', 'work-2', 'x', receipt, '[]' ${of}`.execute(
          db,
        );
        await sql`insert into rights_grant_scope values ('grant', 'website', null)`.execute(db);
        // Of what is being made of it for the world the desk tells how far it is, and what went wrong.
        await sql`insert into rendering (id, submission_id, source_sha256, role, stem, position, recipe, file, asked_at,
          failed_at, words) values ('rendering', ${work}, 'x', 'main', 'main', 0, 'x', '{"label": "Main work"}', now(),
          now(), 'It could not be read.')`.execute(db);
      });
      expect(seen).toEqual({ differing: [], entitledSaw: ['chiara', 'olga'] });
    },
    patience,
  );

  it(
    'in what organizers wrote and showed and have not published',
    async () => {
      const seen = await crawl(['visitor', 'ada', 'chiara', 'rana'], ['olga', 'oscar'], async (db) => {
        await sql`update site_picture_words set alt = 'Another Secret'`.execute(db);
        await sql`insert into edition_section (edition_id, name, revision, body, changed_at)
          select edition_id, name, revision + 1, ${JSON.stringify([secretPage])}::jsonb, now() from edition_section
          where edition_id = ${world.edition.id} and name = 'pages' order by revision desc limit 1`.execute(
          db,
        );
      });
      expect(seen).toEqual({ differing: [], entitledSaw: ['olga', 'oscar'] });
    },
    patience,
  );

  it(
    'in who reviews, in somebody’s account, in what was mailed to somebody or asked on the site',
    async () => {
      const seen = await crawl(
        ['visitor', 'ada', 'benno', 'chiara', 'jiro'],
        ['olga', 'attila'],
        async (db) => {
          const { attila, rana } = world.people;
          await sql`update standing set ended_at = now() where person_id = ${rana.id}`.execute(db);
          await sql`update person set name = 'Another Name', affiliation = 'Elsewhere' where id = ${attila.id}`.execute(
            db,
          );
          await sql`update enquiry_message set words = 'Another Secret'`.execute(db);
          await sql`update interest set name = 'Another Name'`.execute(db);
          const edition = (await findEdition(db, { slug: world.edition.slug }))!;
          const to = { address: attila.email, personId: attila.id };
          const letter = {
            key: 'secret',
            kind: 'announcement',
            to,
            editionId: edition.id,
            subject: 'Secret',
            body: 'Secret',
          } as const;
          await queueLetter(db, letter, { now: world.as('visitor').now });
        },
      );
      expect(seen).toEqual({ differing: [], entitledSaw: ['olga', 'attila'] });
    },
    patience,
  );
});

/** Asks everything as everybody in both worlds; says where the unentitled saw a difference, and which entitled did. */
async function crawl(unentitled: Who[], entitled: Who[], reveal: (db: Db) => Promise<void>) {
  await inStep(resources().clock.now());
  // What is the same for everybody is asked as a stranger alone.
  const fixed: Asked[] = [...servedAddresses(), ...guessed].map((path) => ({ path }));
  const requests = everyRequest(await fillings(world.db), guesses);
  const worlds = await splitWorld(world.database, reveal);
  const different = async (who: Who) => {
    const secret = who === 'visitor' ? null : world.people[who].secret;
    const own = requests.filter(({ method }) => !method || strangers.includes(who));
    const asking = who === 'visitor' ? [...own, ...fixed] : own;
    const [one, other] = await worlds.both(() =>
      inBatches(asking, async (asked) => bare(await server.ask({ ...asked, secret }))),
    );
    return asking.filter((_, at) => one[at] !== other[at]);
  };
  try {
    const differing: string[] = [];
    for (const who of unentitled) {
      for (const asked of await different(who))
        differing.push(`${who}: ${asked.method ?? 'GET'} ${asked.path}`);
    }
    const entitledSaw: Who[] = [];
    for (const who of entitled) if ((await different(who)).length > 0) entitledSaw.push(who);
    return { differing, entitledSaw };
  } finally {
    await worlds.close();
  }
}

/** Eight at a time: the answers come in the order of the questions. */
async function inBatches<A, B>(list: A[], ask: (one: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let at = 0; at < list.length; at += 8)
    answers.push(...(await Promise.all(list.slice(at, at + 8).map(ask))));
  return answers;
}

const secretPage = { slug: 'another-secret', title: 'Another Secret', body: '![](picture:hall)', menu: true };

/** Where it would stand if it were public. */
const guessed = ['another-secret', 'works/another-secret', 'works'].map((place) => `/2024/${place}`);

/** Words of what is kept secret, in one world or in the other: to search for, and to say. */
const guesses = [
  'Another Secret',
  'On Looking Twice',
  'Tide Tables',
  'Another Place',
  'Another Name',
  'Rana',
];

/** Who has a part in nothing, so that whatever they send changes nothing: only they press buttons. */
const strangers: Who[] = ['visitor', 'rana', 'jiro', 'attila'];

async function remove(db: Db, id: string): Promise<void> {
  await sql`delete from audit_entry where subject_id = ${id}`.execute(db);
  await sql`delete from letter where about_id = ${id}`.execute(db);
  await sql`delete from submission where id = ${id}`.execute(db);
}
