import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, after, edition, granted, recordsAt } from '../../../tests/accepted.ts';
import { askForFinals, finalsDue, handInFinal } from '../../../tests/finals.ts';
import { told } from '../../../tests/refusal.ts';
import { allAgreed, completePaper, completeWork, putFile } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { previewExtension, extend } from '../calls/operations.server.ts';
import { showFiles, removeFile, assignRole } from '../submissions/files/operations.server.ts';
import {
  extendPersonally,
  mine,
  open,
  receipt,
  saveDraft,
  submit,
  withdraw,
} from '../submissions/operations.server.ts';
import { accept, listAccepted, preview, unaccept } from './operations.server.ts';
import { listFacts } from './renditions/facts.server.ts';
import { grant, renew } from './rights/operations.server.ts';
import { hashOf, textFor } from './rights/texts.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from public_slug`.execute(world.db);
  await sql`delete from submission`.execute(world.db);
  await sql`delete from letter`.execute(world.db);
  await forgetJobs();
  await sql`delete from call_extension`.execute(world.db);
  await askForFinals(world, { extraPages: 2, poster: 'welcome', slides: 'needed' });
  world.at(whileOpen);
});

/** Long after the deadline of the call, and before that of final versions. */
const autumn = new Date('2024-10-20T10:00:00Z');
const past = (moment: Date, ms: number) => new Date(moment.getTime() + ms);

async function acceptedPaper(): Promise<string> {
  return granted(world, await accepted(world, await completePaper(world), 'ada'), 'ada');
}

/** Slides, because the call needs them. */
async function withSlides(id: string): Promise<void> {
  world.at(autumn);
  await putFile(world, id, { role: 'slides', name: 'talk.pdf' });
}

const records = async (at: Date) =>
  (await recordsAt(world, (at.getTime() - whileOpen.getTime()) / 3_600_000)).map(
    ({ title, slug, formerSlugs }) => [title, slug, formerSlugs],
  );
const jobs = async () =>
  (
    await sql<{
      name: string;
    }>`select task_identifier as name from graphile_worker.jobs order by name`.execute(world.db)
  ).rows.map(({ name }) => name);
const forgetJobs = () => sql`delete from graphile_worker._private_jobs`.execute(world.db);

describe('the final version', () => {
  it('comes after the deadline of the call, once it is accepted, and never before', async () => {
    const id = await completePaper(world);
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const draft = { title: 'Too late' };
    expect(await told(saveDraft(world.as('ada', autumn), { id, base: 1, draft }))).toMatchObject({
      kind: 'late',
    });
    const [before] = await mine(world.as('ada', autumn), {});
    expect([before!.final, before!.call.phase]).toEqual([null, 'closed']);
    const { receipt: number } = (await open(world.as('ada'), { id })).submission.latest!;
    await accept(world.as('olga', after(1)), { edition, chosen: [{ id, receipt: number }] });
    const [row] = await mine(world.as('ada', autumn), {});
    expect([row!.final, row!.call.phase, row!.call.deadline]).toEqual([
      {
        says: [
          'The names of the authors stand on it.',
          'It may have 4 pages, references not counted: 2 more than before.',
          'A poster is welcome.',
          'A file of slides is asked for.',
        ],
        text: '',
        handedIn: null,
      },
      'open',
      finalsDue,
    ]);
  });

  it('is checked by the rules of the call with the names shown and the room added', async () => {
    const id = await acceptedPaper();
    const { rules, roles } = await showFiles(world.as('ada', autumn), { id });
    expect([rules, roles]).toEqual([
      expect.objectContaining({ kind: 'paper', authorsVisible: true, maxBodyPages: 4 }),
      ['paper', 'poster', 'slides', 'supplementary'],
    ]);
  });

  it('needs what its call needs beside it, which its people name', async () => {
    const id = await acceptedPaper();
    expect((await open(world.as('ada', autumn), { id })).lacks).toEqual({
      files: 'Add the slides, and say which file it is.',
    });
    world.at(autumn);
    const { id: fileId } = await putFile(world, id, { role: 'supplementary', name: 'talk.pdf' });
    await assignRole(world.as('ada'), { fileId, role: 'slides' });
    expect((await open(world.as('ada'), { id })).lacks).toEqual({});
  });

  it('is received with a receipt that says so, in a version of its own, and every version is kept', async () => {
    const id = await acceptedPaper();
    await withSlides(id);
    const { receipt: number } = await handInFinal(world, 'ada', id, 'On Looking Long', autumn);
    const told = await receipt(world.as('ada', autumn), { id, receipt: number });
    expect(told.text).toContain('Version: 2, the final version');
    expect(told.version.files.map(({ name, role }) => [name, role])).toEqual([
      ['looking.pdf', 'paper'],
      ['talk.pdf', 'slides'],
    ]);
    const again = await submit(world.as('ada', autumn), { id, agreed: await allAgreed(world, 'ada', id) });
    expect(again.receipt).toBe(number);
    const third = await handInFinal(world, 'ada', id, 'On Looking Longer', past(autumn, 1_000));
    expect(third.number).toBe(3);
  });

  it('may be the version that was accepted, unchanged', async () => {
    const id = await accepted(world, await completeWork(world), 'chiara');
    const handedIn = await submit(world.as('chiara', autumn), {
      id,
      agreed: await allAgreed(world, 'chiara', id),
    });
    expect(handedIn.number).toBe(2);
  });

  it('is refused once its deadline has passed, unless organizers gave that one more time', async () => {
    const id = await acceptedPaper();
    await withSlides(id);
    const tooLate = past(finalsDue, 16 * 60_000);
    expect(await told(handInFinal(world, 'ada', id, 'Late', tooLate))).toMatchObject({
      kind: 'late',
      message:
        'The deadline has passed, so this can no longer be changed. Write to the organizers if that is a mistake.',
    });
    const deadline = past(finalsDue, 86_400_000);
    await extendPersonally(world.as('olga', finalsDue), { id, deadline, reason: 'A flood (invented).' });
    expect((await handInFinal(world, 'ada', id, 'In time', tooLate)).number).toBe(2);
  });

  it('has more time where its deadline is extended, and those who were asked hear of it', async () => {
    const id = await acceptedPaper();
    const stranger = await completePaper(world, 'attila');
    await sql`delete from letter`.execute(world.db);
    const to = { date: '2024-11-05', time: '23:59', zone: 'AoE' };
    const asked = {
      slug: edition,
      call: 'papers',
      to,
      reason: 'A holiday (invented).',
      round: 'final' as const,
    };
    expect(await previewExtension(world.as('olga', autumn), asked)).toMatchObject({
      receivers: 2,
      was: '31 October 2024, 23:59 AoE',
      words: '5 November 2024, 23:59 AoE',
    });
    await extend(world.as('olga', autumn), asked);
    const { rows } = await sql<{ to: string; subject: string }>`
      select to_address as "to", subject from letter order by 1`.execute(world.db);
    expect(rows).toEqual(
      ['ada@example.org', 'benno@example.org'].map((to) => ({
        to,
        subject: 'More time: final versions, Call for papers, The Small Workshop (invented)',
      })),
    );
    const deadlines = async (who: 'ada' | 'attila', one: string) =>
      (await open(world.as(who, autumn), { id: one })).submission.call.deadline.toISOString();
    expect([await deadlines('ada', id), await deadlines('attila', stranger)]).toEqual([
      '2024-11-06T12:00:00.000Z',
      '2024-09-13T12:00:00.000Z',
    ]);
  });

  it('is no longer asked for once it is not accepted, or withdrawn', async () => {
    const id = await acceptedPaper();
    await unaccept(world.as('olga', after(4)), { edition, ids: [id], reason: 'A mistake.' });
    expect((await open(world.as('ada', autumn), { id })).submission.final).toBe(null);
    const other = await acceptedPaper();
    await withdraw(world.as('ada', autumn), { id: other });
    expect(await told(handInFinal(world, 'ada', other, 'Back', autumn))).toMatchObject({ kind: 'late' });
  });
});

describe('the record', () => {
  it('is of the accepted version until the final one is there and granted, then of that', async () => {
    const id = await acceptedPaper();
    await withSlides(id);
    expect(await records(autumn)).toEqual([['On Looking Twice', 'on-looking-twice', []]]);
    await handInFinal(world, 'ada', id, 'On Looking Long', autumn);
    const later = past(autumn, 60_000);
    // Its slides are new, and nobody has granted them yet.
    expect(await records(later)).toEqual([['On Looking Twice', 'on-looking-twice', []]]);
    await renew(world.as('ada', later), { id });
    const told = await records(past(later, 1));
    expect(told).toEqual([['On Looking Long', 'on-looking-long', ['on-looking-twice']]]);
    const [facts] = await listFacts(world.db, { editionId: world.edition.id, id }, past(later, 1));
    expect(facts!.facts.files.map(({ name, role }) => [name, role])).toEqual([
      ['looking.pdf', 'paper'],
      ['talk.pdf', 'slides'],
    ]);
  });

  it('follows at once where every file is granted already, draws the site and asks for renditions', async () => {
    const id = await granted(world, await accepted(world, await completeWork(world), 'chiara'), 'chiara');
    await forgetJobs();
    await handInFinal(world, 'chiara', id, 'Tide Tables, Final', autumn);
    expect(await records(past(autumn, 1))).toEqual([
      ['Tide Tables, Final', 'tide-tables-final', ['tide-tables-for-a-dry-sea']],
    ]);
    expect((await jobs()).filter((name) => /^(site|works)/.test(name))).toEqual([
      'site.draw',
      'works.render',
    ]);
  });

  it('never has a file of the final version that nobody granted', async () => {
    const id = await acceptedPaper();
    await withSlides(id);
    const [paper] = (await showFiles(world.as('ada'), { id })).files.filter(({ role }) => role === 'paper');
    await removeFile(world.as('ada', autumn), { fileId: paper!.id });
    await putFile(world, id, { role: 'paper', name: 'looking-final.pdf' });
    await handInFinal(world, 'ada', id, 'On Looking Long', autumn);
    const sources = async (at: Date) =>
      (await listFacts(world.db, { editionId: world.edition.id, id }, at))[0]!.facts.files.map(
        ({ name }) => name,
      );
    expect(await sources(past(autumn, 1))).toEqual(['looking.pdf']);
    const text = hashOf(textFor('paper'));
    const asked = {
      id,
      uses: ['website' as const],
      capacity: 'author' as const,
      text,
      agreed: true as const,
    };
    await grant(world.as('ada', past(autumn, 2)), asked);
    expect(await sources(past(autumn, 3))).toEqual(['looking-final.pdf', 'talk.pdf']);
  });

  it('was published on the day it first was, however often its rights are granted again', async () => {
    const id = await acceptedPaper();
    await renew(world.as('ada', autumn), { id });
    const [record] = await recordsAt(world, 24 * 90);
    expect([record!.publishedOn, record!.changedAt]).toEqual(['2024-08-20', autumn.toISOString()]);
  });
});

describe('at the desk', () => {
  it('a final version is no newer one that waits to be accepted', async () => {
    const id = await acceptedPaper();
    await withSlides(id);
    await handInFinal(world, 'ada', id, 'On Looking Long', autumn);
    await renew(world.as('ada', past(autumn, 1)), { id });
    const [row] = await listAccepted(world.as('olga', past(autumn, 2)), { edition });
    expect([row!.title, row!.version, row!.newer]).toEqual(['On Looking Long', 2, false]);
    const [looked] = await preview(world.as('olga', past(autumn, 2)), { edition, ids: [id] });
    expect(looked!.verdict).toBe('already');
  });
});
