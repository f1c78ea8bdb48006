import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { finding } from '#app/preflight/findings.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import {
  allAgreed,
  completePaper,
  completeWork,
  lookedAt,
  paperWords,
  putFile,
} from '../../../tests/submissions.ts';
import {
  addContributor,
  begin,
  grantClearance,
  history,
  open,
  receipt,
  saveDraft,
  submit,
  submitWithIssues,
} from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterEach(() => world.at(whileOpen));
afterAll(() => world.close());

const attend = 'At least one author will register for and attend the workshop if this is accepted.';

describe('submitting', () => {
  it('gives a receipt that says what was received, when, and what was agreed to', async () => {
    const id = await completePaper(world);
    const { submission } = await open(world.as('ada'), { id });
    const done = await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const { version, text, newest, state } = await receipt(world.as('ada'), { id, receipt: done.receipt });
    expect([done.number, newest, state]).toEqual([1, true, 'submitted']);
    expect(done.receipt).toMatch(/^[0-9a-z]{5}(-[0-9a-z]{5}){3}$/);
    expect(version.agreements).toEqual([
      { key: 'attend', text: attend, sha256: createHash('sha256').update(attend).digest('hex') },
    ]);
    expect(version.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes }))).toEqual(
      submission.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    );
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      `Receipt ${done.receipt}`,
      'The Small Workshop (invented)',
      'Call for papers',
      'Title: On Looking Twice',
      'Authors: Ada Author; Benno Co-Author',
      'Version: 1',
      'Received: 2024-08-20 10:00:00 UTC',
      '          2024-08-20 03:00:00 America/Vancouver',
      'Files',
      `  looking.pdf (paper), ${submission.files[0]!.bytes} bytes`,
      `  SHA-256: ${submission.files[0]!.sha256}`,
      'Agreed to',
      `  ${attend}`,
      `  SHA-256 of this text: ${version.agreements[0]!.sha256}`,
      'The organizers can look up this receipt by its number.',
      'To check that a file is the one received, compute its SHA-256 and compare:',
      '  sha256sum, shasum -a 256, or certutil -hashfile.',
    ]);
  });

  it('writes to every author once, and gives who has no account the link to answer', async () => {
    const id = await completePaper(world);
    await addContributor(world.as('ada'), { id, name: 'Nour', email: 'Nour@example.org' });
    const done = await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
    const letters = await letterTables(world.db)
      .selectFrom('letter')
      .select(['key', 'toAddress', 'body'])
      .where('key', 'like', `receipt ${done.version} %`)
      .orderBy('key')
      .execute();
    expect(
      letters.map(({ key, body }) => [
        key,
        /\/invitation\/[\w-]{40,}/.test(body),
        body.includes(done.receipt),
      ]),
    ).toEqual([
      [`receipt ${done.version} ada@example.org`, false, true],
      [`receipt ${done.version} benno@example.org`, false, true],
      [`receipt ${done.version} nour@example.org`, true, true],
    ]);
  });

  it('names everything that is missing, each at its field', async () => {
    const { id } = await begin(world.as('ada'), { call: world.callIds.papers });
    const { fields } = (await told(submit(world.as('ada'), { id, agreed: [] }))) as { fields: object };
    expect(fields).toEqual({
      title: 'Give the paper a title.',
      abstract: '“Abstract” is still empty.',
      topics: 'Choose at least one topic, or write your own.',
      kinds: 'Choose: kind of contribution.',
      'answers.appeared': '“Has this appeared before?” needs an answer.',
      files: 'Add the PDF of the paper.',
      'agreed.attend': 'This is needed to submit.',
    });
  });

  it('counts what is too long against the limit that the call states', async () => {
    const id = await completePaper(world);
    const draft = { ...paperWords, title: 't'.repeat(301), abstract: 'a'.repeat(3002) };
    await saveDraft(world.as('ada'), { id, base: 1, draft });
    expect(
      await told(submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) })),
    ).toMatchObject({
      fields: {
        title: 'The title is 1 characters too long: at most 300.',
        abstract: '“Abstract” is 2 characters too long: at most 3,000.',
      },
    });
  });

  it('wants agreement to the very words that hold', async () => {
    const id = await completePaper(world);
    const agreed = [`attend:${createHash('sha256').update('Other words').digest('hex')}`];
    expect(await told(submit(world.as('ada'), { id, agreed }))).toMatchObject({ kind: 'stale' });
  });

  it('acknowledges nothing whose file is not kept', async () => {
    const id = await completePaper(world);
    const agreed = await allAgreed(world, 'ada', id);
    const { sha256 } = await putFile(world, id, { role: 'supplementary', name: 'lost.zip' });
    await resources().files.remove(sha256);
    expect(await told(submit(world.as('ada'), { id, agreed }))).toMatchObject({
      kind: 'invalid',
      fields: { files: 'Add “lost.zip” again.' },
    });
    expect((await open(world.as('ada'), { id })).submission.latest).toEqual(null);
  });

  it('again after a change makes a new version and leaves the old one as it was', async () => {
    const id = await completePaper(world);
    const agreed = await allAgreed(world, 'ada', id);
    const first = await submit(world.as('ada'), { id, agreed });
    await saveDraft(world.as('ada'), { id, base: 1, draft: { ...paperWords, title: 'On Looking Thrice' } });
    await lookedAt(world.db, id);
    const between = (await open(world.as('ada'), { id })).submission.state;
    const second = await submit(world.as('benno'), { id, agreed });
    const { versions, state } = await history(world.as('ada'), { id });
    expect([between, state]).toEqual(['changed', 'submitted']);
    expect(
      versions.map(({ number, title, receipt, submittedBy }) => ({ number, title, receipt, submittedBy })),
    ).toEqual([
      { number: 2, title: 'On Looking Thrice', receipt: second.receipt, submittedBy: world.people.benno.id },
      { number: 1, title: 'On Looking Twice', receipt: first.receipt, submittedBy: world.people.ada.id },
    ]);
  });

  it('pressed by two authors at once is received once, with one receipt', async () => {
    const id = await completePaper(world);
    const agreed = await allAgreed(world, 'ada', id);
    const both = await Promise.all([
      submit(world.as('ada'), { id, agreed }),
      submit(world.as('benno'), { id, agreed }),
    ]);
    expect([both[0], (await history(world.as('ada'), { id })).versions.length]).toEqual([both[1], 1]);
  });

  it('is possible for a visitor in the browser that began it', async () => {
    const browser = {
      ...world.as('visitor'),
      viewer: { kind: 'visitor', draftKey: 'k'.repeat(64) } as const,
    };
    const { id } = await begin(browser, { call: world.callIds.papers });
    await saveDraft(browser, { id, base: 0, draft: paperWords });
    await addContributor(browser, { id, name: 'Nour', email: 'nour@example.org' });
    await putFile(world, id, { role: 'paper', name: 'nour.pdf' });
    const { submission } = await open(browser, { id });
    expect(
      await submit(browser, { id, agreed: submission.agreements.map(({ mark }) => mark) }),
    ).toMatchObject({ number: 1 });
  });
});

describe('what breaks a rule', () => {
  const notPdf = () =>
    finding(
      'layout.description-not-pdf',
      { name: 'd.pdf', kind: 'plain text' },
      { where: { file: 'd.pdf' } },
    );
  const empty = () => finding('file.empty', { name: 'd.pdf' });

  it('of the call can be submitted with its issues, which stand on the version', async () => {
    const id = await completeWork(world);
    await putFile(world, id, { role: 'description', name: 'd.pdf', findings: [notPdf()] });
    const agreed = await allAgreed(world, 'chiara', id);
    expect(await told(submit(world.as('chiara'), { id, agreed }))).toMatchObject({
      kind: 'invalid',
      fields: { files: expect.any(String) },
    });
    const { receipt: number } = await submitWithIssues(world.as('chiara'), { id, agreed });
    const { version } = await receipt(world.as('chiara'), { id, receipt: number });
    expect(version.report.issues.map(({ code }) => code)).toEqual(['layout.description-not-pdf']);
  });

  it('and was cleared by an organizer is no issue any more, until the clearance ends', async () => {
    const id = await completeWork(world);
    await putFile(world, id, { role: 'description', name: 'd.pdf', findings: [notPdf()] });
    const until = new Date(whileOpen.getTime() + 3_600_000);
    await grantClearance(world.as('olga'), {
      id,
      rule: 'layout.description-not-pdf',
      reason: 'It is a score',
      until,
    });
    const issues = async (at: Date) => (await open(world.as('chiara', at), { id })).submission.issues.length;
    expect([await issues(whileOpen), await issues(until)]).toEqual([0, 1]);
  });

  it('of safety cannot be submitted at all', async () => {
    const id = await completeWork(world);
    await putFile(world, id, { role: 'supplementary', name: 'd.pdf', findings: [empty()] });
    const agreed = await allAgreed(world, 'chiara', id);
    expect(await told(submitWithIssues(world.as('chiara'), { id, agreed }))).toMatchObject({
      kind: 'invalid',
    });
  });
});
