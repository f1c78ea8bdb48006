import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  accepted,
  after,
  edition,
  granted,
  publicPaper,
  publicWork,
  recordsAt,
} from '../../../tests/accepted.ts';
import { allAgreed, completePaper, completeWork } from '../../../tests/submissions.ts';
import { askEverything, filmed, mark, whole, wholeWork } from '../../../tests/whole-work.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { answerNamed, open, saveDraft, submit, withdraw } from '../submissions/operations.server.ts';
import { accept, unaccept } from './operations.server.ts';
import { endTakedown, endUses, grant, setEmbargo, takeDown } from './rights/operations.server.ts';
import { hashOf, textFor } from './rights/texts.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await askEverything(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from public_slug`.execute(world.db);
  await sql`delete from submission`.execute(world.db);
});

const records = (hours: number) => recordsAt(world, hours);

describe('the record of a work', () => {
  it('is everything that its people gave to everybody, and nothing else', async () => {
    const id = await wholeWork(world);
    await filmed(world, id);
    const found = await records(9);
    expect(found).toEqual([whole(id)]);
    // What could have leaked is there.
    const { rows } = await sql<{ all: string }>`select (select json_agg(s)::text from submission s)
      || (select json_agg(c)::text from contributor c) || (select json_agg(f)::text from submission_file f)
      || (select json_agg(a)::text from contributor_answer a) as "all"`.execute(world.db);
    const told = JSON.stringify(found);
    const secrets = [
      'SECRET',
      '@example.org',
      'Attila',
      'Never Answered',
      'I left early',
      '0000-0001-5109-3700',
    ];
    for (const secret of [...secrets, 'tide.mp4', 'tax return', 'neighbour', 'watchmen'])
      expect([secret, rows[0]!.all.includes(secret), told.includes(secret)]).toEqual([secret, true, false]);
  });

  it('says what stands behind the words about AI: a credential that agrees, and none that does not', async () => {
    const evidence = async () => (await records(9))[0]!.work!.ai!.evidence;
    const id = await wholeWork(world);
    await filmed(world, id);
    expect(await evidence()).toBe('declared');
    await sql`update rendering set replaced_at = ${after(2)} where submission_id = ${id}`.execute(world.db);
    await filmed(world, id, ['trainedAlgorithmicMedia']);
    expect(await evidence()).toBe('credential-read');
  });

  it('says by what copies of its pictures are known only where its people want them found, and while it is shown', async () => {
    const id = await wholeWork(world);
    await filmed(world, id);
    const marks = async (hours: number) => (await records(hours)).map(({ files }) => files[0]?.likeness);
    const text = hashOf(textFor('work'));
    const asked = { id, capacity: 'author' as const, text, agreed: true as const };
    await grant(world.as('chiara', after(4)), { ...asked, uses: ['recognition'] });
    expect([await marks(3), await marks(4)]).toEqual([[undefined], [mark]]);
    await endUses(world.as('chiara', after(5)), { id, uses: ['recognition'] });
    expect(await marks(5)).toEqual([undefined]);
    await grant(world.as('chiara', after(6)), { ...asked, uses: ['recognition'] });
    await takeDown(world.as('chiara', after(7)), { id, scopes: ['media'], words: 'Gone.' });
    expect([await marks(6), await marks(7)]).toEqual([[mark], [undefined]]);
  });

  it('shows prompts where their writer gave them to everybody', async () => {
    const id = await wholeWork(world);
    await sql`update submission_version set answers = jsonb_set(answers, '{answers,ai,promptsFor}', '"public"')
      where submission_id = ${id}`.execute(world.db);
    expect((await records(9))[0]!.work!.ai!.words).toBe(
      'All cuts are mine.\n\nPrompts, written by SECRET writer:\nSECRET prompt',
    );
  });

  it('has no film where only its media were taken down', async () => {
    const id = await wholeWork(world);
    await filmed(world, id);
    await takeDown(world.as('chiara', after(4)), {
      id,
      scopes: ['media'],
      titleStays: true,
      creditStays: true,
    });
    const { files, work, ...rest } = whole(id);
    expect(await records(9)).toEqual([
      { ...rest, files: [], work: { ...work, seconds: null }, changedAt: after(4).toISOString() },
    ]);
    expect(files.length).toBe(1);
  });
});

describe('the record of a paper', () => {
  it('has its kind and topics, and no facts of a work', async () => {
    const id = await publicPaper(world);
    await answerNamed(world.as('benno', after(4)), { id, answer: 'confirmed' });
    expect(await records(9)).toEqual([
      {
        id,
        kind: 'paper',
        slug: 'on-looking-twice',
        formerSlugs: [],
        title: 'On Looking Twice',
        language: 'en',
        call: { key: 'papers', title: 'Call for papers' },
        people: ['Ada Author', 'Benno Co-Author'].map((name) => ({
          kind: 'person',
          name,
          affiliation: '',
          orcid: '',
          pronouns: '',
          role: '',
        })),
        summary: 'An invented abstract.',
        topics: ['Tools'],
        answers: [{ label: 'Kind of contribution', words: 'Technical contribution' }],
        work: null,
        session: null,
        award: null,
        files: [],
        links: [],
        rights: {
          credit: '© 2024 Ada Author, Benno Co-Author',
          licence: { key: 'reserved', label: 'All rights reserved', url: '' },
          preference: 'reserve-all',
        },
        acceptedOn: '2024-08-20',
        publishedOn: '2024-08-20',
        changedAt: after(4).toISOString(),
        tombstone: null,
      },
    ]);
  });

  it('is of the version accepted, whatever is written or handed in afterwards', async () => {
    const id = await publicPaper(world);
    const { revision, answers, topics, kinds } = (await open(world.as('ada'), { id })).submission;
    const draft = { title: 'On Looking Away', abstract: 'New.', answers, topics, kinds };
    await saveDraft(world.as('ada'), { id, base: revision, draft });
    const { receipt } = await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const told = async () =>
      (await records(9)).map(({ title, slug, formerSlugs }) => [title, slug, formerSlugs]);
    expect(await told()).toEqual([['On Looking Twice', 'on-looking-twice', []]]);
    await accept(world.as('olga', after(3)), { edition, chosen: [{ id, receipt }] });
    expect(await told()).toEqual([['On Looking Away', 'on-looking-away', ['on-looking-twice']]]);
  });
});

describe('a record exists', () => {
  const titles = async (hours: number) => (await records(hours)).map(({ title }) => title);

  it('only of what is accepted and granted for the website, from that moment on', async () => {
    const id = await completeWork(world);
    await accepted(world, id, 'chiara', 1);
    expect(await titles(2)).toEqual([]);
    const text = hashOf(textFor('work'));
    const asked = { id, capacity: 'author' as const, text, agreed: true as const };
    await grant(world.as('chiara', after(2)), { ...asked, uses: ['catalogue', 'archive'] });
    expect(await titles(2)).toEqual([]);
    await granted(world, id, 'chiara', 3);
    expect([await titles(2), await titles(3)]).toEqual([[], ['Tide Tables for a Dry Sea']]);
    await endUses(world.as('chiara', after(4)), { id, uses: ['website'] });
    expect([await titles(3), await titles(4)]).toEqual([['Tide Tables for a Dry Sea'], []]);
  });

  it('of nothing that was only granted, and of nothing taken back or withdrawn', async () => {
    const unasked = await completePaper(world);
    await submit(world.as('ada'), { id: unasked, agreed: await allAgreed(world, 'ada', unasked) });
    await granted(world, unasked, 'ada');
    expect(await titles(9)).toEqual([]);
    const paper = await publicPaper(world);
    const work = await publicWork(world);
    expect(await titles(9)).toEqual(['On Looking Twice', 'Tide Tables for a Dry Sea']);
    await unaccept(world.as('olga', after(5)), { edition, ids: [paper], reason: 'A mistake.' });
    await withdraw(world.as('chiara', after(5)), { id: work });
    expect(await titles(9)).toEqual([]);
  });

  it('once its embargo is over', async () => {
    const id = await publicWork(world);
    await setEmbargo(world.as('chiara', after(3)), { id, until: after(72) });
    expect([await titles(2), await titles(4), await titles(71)]).toEqual([
      ['Tide Tables for a Dry Sea'],
      [],
      [],
    ]);
    const [record] = await records(72);
    expect([record!.publishedOn, record!.changedAt]).toEqual(['2024-08-23', after(72).toISOString()]);
  });
});

describe('what was taken down', () => {
  const down = { words: 'Taken down at the wish of its creator.' };

  it('leaves a tombstone at its address, without files and words, and returns when that ends', async () => {
    const id = await wholeWork(world);
    await filmed(world, id);
    const { takedown } = await takeDown(world.as('chiara', after(4)), { id, scopes: ['page'], ...down });
    const bare = {
      ...whole(id),
      title: 'A work that was taken down',
      people: [],
      summary: '',
      answers: [],
      work: null,
      files: [],
      links: [],
      changedAt: after(4).toISOString(),
      tombstone: { on: '2024-08-20', words: down.words },
    };
    expect(await records(9)).toEqual([{ ...bare, rights: { ...bare.rights, credit: '' } }]);
    await endTakedown(world.as('chiara', after(5)), { id, takedown, reason: 'It may be seen again.' });
    expect(await records(9)).toEqual([{ ...whole(id), changedAt: after(5).toISOString() }]);
  });

  it('keeps title and credit where its people let them stay', async () => {
    const id = await publicWork(world);
    await takeDown(world.as('chiara', after(4)), {
      id,
      scopes: ['page'],
      titleStays: true,
      creditStays: true,
    });
    const [record] = await records(9);
    expect([record!.title, record!.people.map(({ name }) => name), record!.rights.credit]).toEqual([
      'Tide Tables for a Dry Sea',
      ['Chiara Creator'],
      '© 2024 Chiara Creator',
    ]);
  });

  it('leaves no trace where it was never public', async () => {
    const id = await completeWork(world);
    await accepted(world, id, 'chiara', 1);
    await takeDown(world.as('chiara', after(2)), { id, scopes: ['page'], ...down });
    await granted(world, id, 'chiara', 3);
    expect(await records(9)).toEqual([]);
  });
});
