import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '#app/platform/random.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { completePaper, paperWords } from '../../../tests/submissions.ts';
import { begin, beginFor, claimDrafts, mine, open, saveDraft } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const afterDeadline = new Date('2024-09-13T12:00:00.000Z');

describe('a draft', () => {
  it('is begun in an open call by somebody signed in, who stands in it as first author', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    const { submission } = await open(world.as('ada'), { id });
    expect([submission.state, submission.contributors.map(({ name, you }) => ({ name, you }))]).toEqual([
      'draft',
      [{ name: 'Ada Author', you: true }],
    ]);
  });

  it('cannot be begun before the call opens or after its deadline, not even in grace', async () => {
    const at = (moment: string) => begin(world.as('ada', new Date(moment)), { call: world.callIds.papers });
    expect(await Promise.all([at('2024-06-30T00:00:00Z'), at('2024-09-13T12:00:00Z')].map(told))).toEqual([
      { kind: 'late', message: 'This call has not opened yet.', fields: {} },
      { kind: 'late', message: 'The deadline of this call has passed.', fields: {} },
    ]);
  });

  it('of a visitor opens in the browser that began it, and becomes theirs at sign-in', async () => {
    const draftKey = hashSecret('the secret in the cookie');
    const browser = { ...world.as('visitor'), viewer: { kind: 'visitor', draftKey } as const };
    const { id } = await begin(browser, { call: world.callIds.papers });
    await saveDraft(browser, { id, base: 0, draft: { title: 'Begun without an account' } });
    const other = { ...browser, viewer: { kind: 'visitor', draftKey: hashSecret('another') } as const };
    expect(await told(open(other, { id }))).toEqual(await told(open(other, { id: 'nowhere' })));

    const signedIn = { ...world.as('chiara'), viewer: { ...world.people.chiara, draftKey } };
    expect(await claimDrafts(signedIn, {})).toEqual({ claimed: [id] });
    const { submission } = await open(world.as('chiara'), { id });
    expect([submission.title, submission.contributors.map(({ name }) => name)]).toEqual([
      'Begun without an account',
      ['Chiara Creator'],
    ]);
    expect(await told(open(browser, { id }))).toEqual(await told(open(browser, { id: 'nowhere' })));
  });

  it('needs a cookie to be kept for a visitor', async () => {
    expect(await told(begin(world.as('visitor'), { call: world.callIds.papers }))).toMatchObject({
      kind: 'invalid',
    });
  });

  it('keeps whatever has the right shape: other scripts, signs, far too many characters', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    const title = 'مرآة \u{1F9ED} ' + 'x'.repeat(900);
    const draft = {
      title: `${title}\0`,
      abstract: 'one\r\ntwo\ud800',
      topics: ['other: tea'],
      answers: { gone: 'x' },
    };
    expect(await saveDraft(world.as('ada'), { id, base: 0, draft })).toEqual({
      outcome: 'saved',
      revision: 1,
    });
    const { submission } = await open(world.as('ada'), { id });
    expect([submission.title, submission.abstract, submission.topics, submission.answers]).toEqual([
      title,
      'one\ntwo\ufffd',
      ['other: tea'],
      {},
    ]);
  });

  it('refuses what it cannot keep with a sentence at the field', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    const draft = { title: 'x'.repeat(3000), answers: { appeared: 7 } };
    expect(await told(saveDraft(world.as('ada'), { id, base: 0, draft }))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: {
        title: 'This is too long to keep: at most 2,000 characters.',
        'answers.appeared': expect.any(String),
      },
    });
  });

  it('saved in a second tab since is not overwritten: both texts come back', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    await saveDraft(world.as('ada'), { id, base: 0, draft: { title: 'From the first tab' } });
    const second = await saveDraft(world.as('ada'), { id, base: 0, draft: { title: 'From the second tab' } });
    const { submission } = await open(world.as('ada'), { id });
    expect([second, submission.title]).toEqual([
      {
        outcome: 'stale',
        revision: 1,
        fields: ['title'],
        yours: expect.objectContaining({ title: 'From the second tab' }),
        theirs: expect.objectContaining({ title: 'From the first tab' }),
      },
      'From the first tab',
    ]);
  });

  it('saved at once from two tabs keeps one and hands the other back', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    const outcomes = await Promise.all(
      ['one', 'two'].map((title) => saveDraft(world.as('ada'), { id, base: 0, draft: { title } })),
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'stale']);
  });

  it('saved again without a change is no new revision, however old its base', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    await saveDraft(world.as('ada'), { id, base: 0, draft: paperWords });
    expect(await saveDraft(world.as('ada'), { id, base: 0, draft: paperWords })).toEqual({
      outcome: 'saved',
      revision: 1,
    });
  });

  it('takes no more words after the deadline, grace included', async () => {
    const id = await completePaper(world);
    const save = (at: Date) =>
      saveDraft(world.as('ada', at), { id, base: 1, draft: { ...paperWords, title: 'Late' } });
    expect(await told(save(afterDeadline))).toMatchObject({ kind: 'late' });
    expect(await save(new Date(afterDeadline.getTime() - 1))).toEqual({ outcome: 'saved', revision: 2 });
  });

  it('entered by an organizer for somebody is theirs once they sign in', async () => {
    const { id } = await beginFor(world.as('olga'), {
      call: world.callIds.papers,
      name: 'Attila Attendee',
      email: 'Attila@example.org',
    });
    await claimDrafts(world.as('attila'), {});
    expect((await mine(world.as('attila'), {})).map((row) => row.id)).toEqual([id]);
  });
});

describe('somebody else’s draft', () => {
  it('is answered like nothing at all to strangers, another author, an attendee, a reviewer', async () => {
    const id = await completePaper(world);
    for (const who of ['visitor', 'chiara', 'attila', 'rana', 'jiro'] as const) {
      const asked = async (id: string) => [
        await told(open(world.as(who), { id })),
        await told(saveDraft(world.as(who), { id, base: 1, draft: { title: 'mine now' } })),
      ];
      expect(await asked(id)).toEqual(await asked('nowhere'));
      expect((await mine(world.as(who), {})).map((row) => row.id)).not.toContain(id);
    }
  });

  it('opens to organizers of its edition', async () => {
    const id = await completePaper(world);
    expect((await open(world.as('olga'), { id })).asAuthor).toEqual(false);
  });

  it('by an organizer opens to that organizer as an author only', async () => {
    const id = await completePaper(world, 'olga');
    const { asAuthor } = await open(world.as('olga'), { id });
    const late = saveDraft(world.as('olga', afterDeadline), { id, base: 1, draft: { title: 'After all' } });
    expect([asAuthor, await told(late)]).toMatchObject([true, { kind: 'late' }]);
  });
});
