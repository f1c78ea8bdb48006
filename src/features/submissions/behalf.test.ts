import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { allAgreed, completePaper, paperWords, putFile } from '../../../tests/submissions.ts';
import {
  beginFor,
  claimDrafts,
  extendPersonally,
  grantClearance,
  inspect,
  inviteContributor,
  lookAsNamed,
  mine,
  receipt,
  saveDraft,
  submit,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const longAfter = new Date('2024-10-01T10:00:00Z');

describe('an organizer acting for somebody', () => {
  it('begins, fills in and submits, also after the deadline; the receipt names who did it', async () => {
    const olga = world.as('olga', longAfter);
    const { id, contributor } = await beginFor(olga, {
      call: world.callIds.papers,
      name: 'Attila Attendee',
      email: 'attila@example.org',
    });
    await inviteContributor(olga, { id, contributor });
    await saveDraft(olga, { id, base: 0, draft: paperWords });
    await putFile(world, id, { role: 'paper', name: 'posted.pdf' });
    const done = await submit(olga, { id, agreed: await allAgreed(world, 'olga', id) });
    const line = 'Handed in by: Olga Organizer, an organizer, on behalf of the authors';
    expect((await receipt(world.as('attila', longAfter), { id, receipt: done.receipt })).text).toContain(
      line,
    );
    const { versions } = await inspect(world.as('oscar'), { id });
    expect(versions.map(({ by, changes }) => [by, changes])).toEqual([['Olga Organizer', ['First version']]]);
    const letters = await letterTables(world.db)
      .selectFrom('letter')
      .select(['kind', 'body'])
      .where('toAddress', '=', 'attila@example.org')
      .orderBy('kind')
      .execute();
    expect(letters.map(({ kind }) => kind)).toEqual(['invitation', 'receipt']);
    expect(letters[1]!.body).toContain(line);
    const secret = /invitation\/(\S+)/.exec(letters[0]!.body)![1]!;
    expect((await lookAsNamed(world.as('visitor'), { secret })).title).toEqual('On Looking Twice');
    await claimDrafts(world.as('attila'), {});
    expect((await mine(world.as('attila'), {})).map((row) => row.id)).toEqual([id]);
  });

  it('leaves the receipt of somebody’s own hand-in as it was', async () => {
    const id = await completePaper(world);
    const done = await submit(world.as('benno'), { id, agreed: await allAgreed(world, 'benno', id) });
    expect((await receipt(world.as('olga'), { id, receipt: done.receipt })).text).not.toContain('on behalf');
  });
});

describe('the desk’s view of a submission', () => {
  it('tells what each version changed against the one before', async () => {
    const id = await completePaper(world);
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const { submission } = await inspect(world.as('olga'), { id });
    const draft = { ...paperWords, title: 'On Looking Thrice', topics: ['law'] };
    await saveDraft(world.as('ada'), { id, base: submission.revision, draft });
    await putFile(world, id, { role: 'supplementary', name: 'data.txt' });
    await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const { versions } = await inspect(world.as('olga'), { id });
    expect(versions.map(({ changes }) => changes)).toEqual([
      ['Title was “On Looking Twice”', 'Topics changed', 'New file “data.txt” (supplementary)'],
      ['First version'],
    ]);
  });

  it('tells who granted an exception, and the answers in the order of the form', async () => {
    const id = await completePaper(world);
    const { clearance } = await grantClearance(world.as('oscar'), {
      id,
      rule: 'link',
      reason: 'It runs elsewhere.',
    });
    const { grantedBy, sections } = await inspect(world.as('olga'), { id });
    expect(grantedBy).toEqual({ [clearance]: 'Oscar Second-Organizer' });
    expect(sections).toEqual([
      { label: 'Abstract', lines: ['An invented abstract.'], organizersOnly: false },
      { label: 'Kind of contribution', lines: ['Technical contribution'], organizersOnly: false },
      { label: 'Topics', lines: ['Tools'], organizersOnly: false },
      { label: 'Has this appeared before?', lines: ['No'], organizersOnly: false },
    ]);
  });

  it('tells who gave a deadline of its own, when and why', async () => {
    const id = await completePaper(world);
    const at = new Date('2024-08-21T09:00:00Z');
    const deadline = new Date('2024-09-20T12:00:00Z');
    const given = { id, deadline, reason: 'A flood (invented).' };
    const { extension } = await extendPersonally(world.as('oscar', at), given);
    const { extensions, grantedBy } = await inspect(world.as('olga'), { id });
    expect({ extensions, grantedBy }).toEqual({
      extensions: [{ id: extension, deadline, reason: 'A flood (invented).', grantedAt: at }],
      grantedBy: { [extension]: 'Oscar Second-Organizer' },
    });
  });
});
