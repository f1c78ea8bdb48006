import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { allAgreed, completePaper, paperWords, putFile } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import {
  addContributor,
  extendPersonally,
  open,
  receipt,
  revive,
  saveDraft,
  submit,
  withdraw,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => world.at(whileOpen));
afterAll(() => world.close());

const deadline = new Date('2024-09-13T12:00:00.000Z');
const after = (ms: number) => new Date(deadline.getTime() + ms);
const graceEnds = 15 * 60_000;

describe('the deadline', () => {
  const submitAt = async (id: string, at: Date, who: 'ada' | 'olga' = 'ada') =>
    submit(world.as(who, at), { id, agreed: await allAgreed(world, 'ada', id) });

  it('lets in one millisecond early, without a word of grace', async () => {
    const id = await completePaper(world);
    const { receipt: number } = await submitAt(id, after(-1));
    expect((await receipt(world.as('ada'), { id, receipt: number })).version.inGrace).toEqual(false);
  });

  it('in grace takes what was uploaded in time, and the receipt says so', async () => {
    const id = await completePaper(world);
    const { receipt: number } = await submitAt(id, after(0));
    const { version, text } = await receipt(world.as('ada'), { id, receipt: number });
    expect([version.inGrace, text.includes('after the deadline')]).toEqual([true, true]);
  });

  it('in grace takes a file whose upload began in time and ended after', async () => {
    const id = await completePaper(world);
    const { id: file } = await putFile(world, id, {
      role: 'supplementary',
      name: 'slow.zip',
      begunAt: after(-1),
    });
    await sql`update submission_file set uploaded_at = ${after(60_000)} where id = ${file}`.execute(world.db);
    expect(await submitAt(id, after(90_000))).toMatchObject({ number: 1 });
  });

  it('in grace refuses what holds a file begun after it, by name', async () => {
    const id = await completePaper(world);
    await putFile(world, id, { role: 'supplementary', name: 'new.zip', begunAt: after(1) });
    expect(await told(submitAt(id, after(60_000)))).toMatchObject({
      kind: 'late',
      message: 'The upload of “new.zip” began after the deadline. Remove it to submit what was in time.',
    });
  });

  it('in grace still takes the last moment, and nothing after it', async () => {
    const last = await completePaper(world);
    const gone = await completePaper(world);
    expect(await submitAt(last, after(graceEnds - 1))).toMatchObject({ number: 1 });
    expect(await told(submitAt(gone, after(graceEnds)))).toMatchObject({ kind: 'late' });
  });

  it('in grace lets nobody add people or bring back what was withdrawn', async () => {
    const id = await completePaper(world);
    await withdraw(world.as('ada'), { id });
    expect(await told(revive(world.as('ada', after(1)), { id }))).toMatchObject({ kind: 'late' });
    const other = await completePaper(world);
    expect(await told(addContributor(world.as('ada', after(1)), { id: other, name: 'Nour' }))).toMatchObject({
      kind: 'late',
    });
  });

  it('is later for who has a personal extension, recorded with its reason, and has its own grace', async () => {
    const id = await completePaper(world);
    const other = await completePaper(world);
    const later = after(86_400_000);
    await extendPersonally(world.as('olga'), { id, deadline: later, reason: 'A power cut (invented)' });
    expect(
      await saveDraft(world.as('ada', after(3_600_000)), {
        id,
        base: 1,
        draft: { ...paperWords, title: 'Later' },
      }),
    ).toMatchObject({ outcome: 'saved' });
    expect(await told(submitAt(other, after(3_600_000)))).toMatchObject({ kind: 'late' });
    const { receipt: number } = await submitAt(id, new Date(later.getTime() + graceEnds - 1));
    expect((await receipt(world.as('ada'), { id, receipt: number })).version.inGrace).toEqual(true);
  });

  it('does not bind an organizer who finishes it for somebody', async () => {
    const id = await completePaper(world);
    const agreed = await allAgreed(world, 'ada', id);
    expect(await submit(world.as('olga', after(86_400_000)), { id, agreed })).toMatchObject({ number: 1 });
  });

  it('binds an organizer in what is their own', async () => {
    const id = await completePaper(world, 'olga');
    const { submission } = await open(world.as('olga'), { id });
    const agreed = submission.agreements.map(({ mark }) => mark);
    expect(await told(submit(world.as('olga', after(graceEnds)), { id, agreed }))).toMatchObject({
      kind: 'late',
    });
    expect(
      await told(extendPersonally(world.as('olga'), { id, deadline: after(1), reason: 'because' })),
    ).toMatchObject({ kind: 'missing' });
  });
});
