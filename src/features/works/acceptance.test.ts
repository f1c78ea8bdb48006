import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { told } from '../../../tests/refusal.ts';
import { allAgreed, completePaper, completeWork, paperWords } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../tests/world.ts';
import { addContributor, open, saveDraft, submit, withdraw } from '../submissions/operations.server.ts';
import { invariants } from './invariants.server.ts';
import { accept, listAccepted, ofSubmission, preview, unaccept } from './operations.server.ts';
import { listAcceptances, listSlugs } from './queries.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from acceptance`.execute(world.db);
  await sql`delete from public_slug`.execute(world.db);
  await sql`delete from submission`.execute(world.db);
  await sql`delete from letter`.execute(world.db);
});

const later = (minutes: number) => new Date(whileOpen.getTime() + minutes * 60_000);
const edition = '2024';
/** Where the call asks for no final version, and nobody has granted anything. */
const owed = { due: null, final: 'none', granted: false, finished: false };

async function received(make: typeof completePaper | typeof completeWork = completePaper) {
  const id = await make(world);
  const who: CastName = make === completePaper ? 'ada' : 'chiara';
  const { receipt } = await submit(world.as(who), { id, agreed: await allAgreed(world, who, id) });
  return { id, receipt };
}

async function again(id: string, title: string, at: Date): Promise<string> {
  const { revision } = (await open(world.as('ada', at), { id })).submission;
  await saveDraft(world.as('ada', at), { id, base: revision, draft: { ...paperWords, title } });
  return (await submit(world.as('ada', at), { id, agreed: await allAgreed(world, 'ada', id) })).receipt;
}

const acceptAt = (minutes: number, ...chosen: { id: string; receipt: string }[]) =>
  accept(world.as('olga', later(minutes)), { edition, chosen });

/** As the history says it, of a first version. */
const byOlga = (minutes: number, ended: { at: Date; by: string; reason: string } | null = null) => ({
  version: 1,
  at: later(minutes),
  by: 'Olga Organizer',
  reason: '',
  ended,
});

const accepted = async () =>
  (await listAccepted(world.as('olga'), { edition })).map(({ title, version }) => [title, version]);

describe('accepting', () => {
  it('marks many at once, each in the version named, and says before what it would do', async () => {
    const paper = await received();
    const work = await received(completeWork);
    const draft = await completePaper(world);
    const gone = await received();
    await withdraw(world.as('ada'), { id: gone.id });
    const ids = [paper.id, work.id, draft, gone.id];
    const looked = await preview(world.as('olga'), { edition, ids, sort: 'begun', backwards: true });
    expect(
      looked.map(({ title, call, receipt, version, verdict }) => [title, call, receipt, version, verdict]),
    ).toEqual(
      expect.arrayContaining([
        ['On Looking Twice', 'Call for papers', paper.receipt, 1, 'accept'],
        ['Tide Tables for a Dry Sea', 'Call for creative work', work.receipt, 1, 'accept'],
        ['On Looking Twice', 'Call for papers', null, 0, 'draft'],
        ['On Looking Twice', 'Call for papers', gone.receipt, 1, 'withdrawn'],
      ]),
    );
    expect(await listAcceptances(world.db, { editionId: world.edition.id })).toEqual([]);
    const chosen = [paper, work];
    expect(
      await accept(world.as('olga', later(1)), { edition, chosen, reason: ' Both juries agree. ' }),
    ).toEqual({
      accepted: 2,
    });
    expect(await listAccepted(world.as('oscar', later(2)), { edition })).toEqual([
      {
        id: paper.id,
        title: 'On Looking Twice',
        call: 'Call for papers',
        people: ['Ada Author', 'Benno Co-Author'],
        peopleCount: 2,
        version: 1,
        newer: false,
        at: later(1),
        by: 'Olga Organizer',
        reason: 'Both juries agree.',
        state: 'waiting',
        ...owed,
        waiting: ['Benno Co-Author'],
      },
      {
        id: work.id,
        title: 'Tide Tables for a Dry Sea',
        call: 'Call for creative work',
        people: ['Chiara Creator'],
        peopleCount: 1,
        version: 1,
        newer: false,
        at: later(1),
        by: 'Olga Organizer',
        reason: 'Both juries agree.',
        state: 'waiting',
        ...owed,
        waiting: [],
      },
    ]);
  });

  it('is no different when pressed twice', async () => {
    const paper = await received();
    await acceptAt(1, paper);
    expect(await accept(world.as('oscar', later(2)), { edition, chosen: [paper, paper] })).toEqual({
      accepted: 0,
    });
    expect(await ofSubmission(world.as('oscar'), { id: paper.id })).toEqual([byOlga(1)]);
  });

  it('accepts nothing at all where one was withdrawn, never submitted, or handed in anew meanwhile', async () => {
    const paper = await received();
    const draft = await completePaper(world);
    const gone = await received();
    await withdraw(world.as('ada'), { id: gone.id });
    const changed = await received();
    await again(changed.id, 'On Looking Thrice', later(1));
    const tried = (other: { id: string; receipt: string }) =>
      told(accept(world.as('olga'), { edition, chosen: [paper, other] }));
    expect(await tried(gone)).toMatchObject({ kind: 'invalid' });
    expect(await tried({ id: draft, receipt: '' })).toMatchObject({ kind: 'invalid' });
    expect(await tried(changed)).toMatchObject({
      kind: 'stale',
      message:
        'A newer version of “On Looking Thrice” was received while you were looking. Please look again.',
    });
    expect(await told(accept(world.as('olga'), { edition, chosen: [] }))).toMatchObject({
      kind: 'invalid',
    });
    expect(await listAcceptances(world.db, { editionId: world.edition.id })).toEqual([]);
  });

  it('keeps the version accepted until a newer one is accepted in its place', async () => {
    const paper = await received();
    await acceptAt(1, paper);
    const receipt = await again(paper.id, 'On Looking Thrice', later(2));
    expect(await accepted()).toEqual([['On Looking Twice', 1]]);
    const [shown] = await listAccepted(world.as('olga'), { edition });
    expect(shown!.newer).toBe(true);
    const [looked] = await preview(world.as('olga'), { edition, ids: [paper.id] });
    expect([looked!.verdict, looked!.version]).toEqual(['newer', 2]);
    await accept(world.as('oscar', later(3)), { edition, chosen: [{ id: paper.id, receipt }] });
    expect(await accepted()).toEqual([['On Looking Thrice', 2]]);
    expect(await ofSubmission(world.as('olga'), { id: paper.id })).toEqual([
      byOlga(1, { at: later(3), by: 'Oscar Second-Organizer', reason: 'A newer version was accepted.' }),
      { version: 2, at: later(3), by: 'Oscar Second-Organizer', reason: '', ended: null },
    ]);
  });

  it('is undone with a reason, which stays in the history', async () => {
    const paper = await received();
    await acceptAt(1, paper);
    expect(await told(unaccept(world.as('olga'), { edition, ids: [paper.id], reason: ' ' }))).toMatchObject({
      kind: 'invalid',
      fields: { reason: 'Say why; it stays in the history.' },
    });
    const undo = { edition, ids: [paper.id], reason: 'Ticked by mistake.' };
    expect(await unaccept(world.as('oscar', later(2)), undo)).toEqual({ unaccepted: 1 });
    expect(await unaccept(world.as('oscar', later(3)), undo)).toEqual({ unaccepted: 0 });
    expect(await accepted()).toEqual([]);
    await acceptAt(4, paper);
    expect(await ofSubmission(world.as('olga'), { id: paper.id })).toEqual([
      byOlga(1, { at: later(2), by: 'Oscar Second-Organizer', reason: 'Ticked by mistake.' }),
      byOlga(4),
    ]);
  });

  it('is for organizers of the edition, and everybody else gets the answer for what is not there', async () => {
    const paper = await received();
    const attempts = (who: Parameters<World['as']>[0]) => [
      () => accept(world.as(who), { edition, chosen: [paper] }),
      () => unaccept(world.as(who), { edition, ids: [paper.id], reason: 'No.' }),
      () => preview(world.as(who), { edition }),
      () => listAccepted(world.as(who), { edition }),
      () => ofSubmission(world.as(who), { id: paper.id }),
    ];
    await accept(world.as('olga'), { edition, chosen: [paper] });
    const nothing = await told(accept(world.as('olga'), { edition: 'no-such', chosen: [paper] }));
    for (const who of ['ada', 'benno', 'rana', 'jiro', 'attila', 'visitor'] as const)
      for (const attempt of attempts(who)) expect(await told(attempt())).toEqual(nothing);
  });

  it('is not for an organizer who has a part in it, who sees nothing of it, in no list and no count', async () => {
    const others = await received();
    const named = await received();
    await addContributor(world.as('ada'), { id: named.id, name: 'Oscar', email: 'oscar@example.org' });
    const receipt = await again(named.id, 'On Looking Twice', later(1));
    const own = { id: named.id, receipt };
    const nothing = await told(
      accept(world.as('oscar'), { edition, chosen: [others, { id: 'nowhere', receipt }] }),
    );
    expect(await told(accept(world.as('oscar'), { edition, chosen: [others, own] }))).toEqual(nothing);
    expect(await accept(world.as('olga'), { edition, chosen: [others, own] })).toEqual({ accepted: 2 });
    const asked = { edition, ids: [others.id, own.id] };
    expect((await preview(world.as('oscar'), asked)).map(({ id }) => id)).toEqual([others.id]);
    expect((await listAccepted(world.as('oscar'), { edition })).map(({ id }) => id)).toEqual([others.id]);
    expect((await listAccepted(world.as('olga'), { edition })).length).toBe(2);
    expect(await told(ofSubmission(world.as('oscar'), { id: own.id }))).toEqual(nothing);
    const undo = { edition, ids: [own.id], reason: 'Mine.' };
    expect(await told(unaccept(world.as('oscar'), undo))).toEqual(nothing);
  });
});

describe('the address of what is accepted', () => {
  const slugs = async () =>
    (await listSlugs(world.db, world.edition.id)).map(({ slug, submissionId }) => [slug, submissionId]);

  it('is its own for ever: not used again after it was taken back, and its own once more', async () => {
    const first = await received();
    const second = await received();
    await acceptAt(1, first);
    await unaccept(world.as('olga', later(2)), { edition, ids: [first.id], reason: 'A test.' });
    await acceptAt(3, second);
    await acceptAt(4, first);
    expect(await slugs()).toEqual([
      ['on-looking-twice-2', second.id],
      ['on-looking-twice', first.id],
    ]);
  });

  it('follows a new title, and the old one leads on; back to the old title, back to the old address', async () => {
    const paper = await received();
    await acceptAt(1, paper);
    const thrice = await again(paper.id, 'On Looking Thrice', later(2));
    await acceptAt(3, { id: paper.id, receipt: thrice });
    expect(await slugs()).toEqual([
      ['on-looking-thrice', paper.id],
      ['on-looking-twice', paper.id],
    ]);
    const twice = await again(paper.id, 'On Looking Twice', later(4));
    // At one and the same moment, too.
    await acceptAt(3, { id: paper.id, receipt: twice });
    expect(await slugs()).toEqual([
      ['on-looking-twice', paper.id],
      ['on-looking-thrice', paper.id],
    ]);
  });

  it('belongs to nobody once its submission is gone, and nobody gets it', async () => {
    const first = await received();
    await acceptAt(1, first);
    await sql`delete from submission where id = ${first.id}`.execute(world.db);
    const second = await received();
    await acceptAt(2, second);
    expect(await slugs()).toEqual([
      ['on-looking-twice-2', second.id],
      ['on-looking-twice', null],
    ]);
  });
});

describe('what must hold of what is accepted', () => {
  const look = () => ({ db: world.db, now: whileOpen }) as Parameters<(typeof invariants)[0]['broken']>[0];
  const broken = async () => {
    const found: [string, string[]][] = [];
    for (const one of invariants) found.push([one.says, await one.broken(look())]);
    return Object.fromEntries(found.filter(([, lines]) => lines.length > 0));
  };

  it('is named where it does not', async () => {
    const first = await received();
    const second = await received();
    await acceptAt(1, first, second);
    expect(await broken()).toEqual({});
    await sql`update acceptance set version_id = (select version_id from acceptance where submission_id = ${second.id})
      where submission_id = ${first.id}`.execute(world.db);
    await sql`delete from public_slug where submission_id = ${first.id}`.execute(world.db);
    expect(await broken()).toEqual({
      'Everything accepted has an address': [`submission ${first.id}`],
      'What is accepted is a version of that submission, in its own edition': [`submission ${first.id}`],
    });
  });
});
