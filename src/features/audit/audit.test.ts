import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { finding } from '#app/preflight/findings.ts';
import { allAgreed, completePaper, completeWork, putFile } from '../../../tests/submissions.ts';
import {
  addContributor,
  extendPersonally,
  grantClearance,
  open,
  saveDraft,
  submit,
  submitWithIssues,
  withdraw,
} from '../submissions/operations.server.ts';
import { ofSubmission } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const at = (minute: number) => new Date(Date.UTC(2024, 7, 20, 11, minute));

describe('the history of a submission', () => {
  it('says who did what, when and why, and counts repeated saves once', async () => {
    const id = await completePaper(world);
    const agreed = await allAgreed(world, 'ada', id);
    await submit(world.as('ada', at(1)), { id, agreed });
    await grantClearance(world.as('olga', at(2)), { id, rule: 'link', reason: 'It runs on a server.' });
    const deadline = new Date('2024-09-20T12:00:00Z');
    await extendPersonally(world.as('olga', at(3)), { id, deadline, reason: 'A flood (invented).' });
    for (const [minute, title] of [
      [4, 'One'],
      [5, 'Two'],
    ] as const) {
      const { submission } = await open(world.as('ada'), { id });
      const { answers, topics, kinds, abstract, revision: base } = submission;
      await saveDraft(world.as('ada', at(minute)), {
        id,
        base,
        draft: { title, answers, topics, kinds, abstract },
      });
    }
    await withdraw(world.as('benno', at(6)), { id, reason: 'It moved elsewhere.' });
    const lines = await ofSubmission(world.as('oscar'), { id });
    expect(lines.map(({ who, what, why, times }) => [who, what, why, times]).slice(0, 5)).toEqual([
      ['Benno Co-Author', 'withdrew it', 'It moved elsewhere.', 1],
      ['Ada Author', 'changed the title', '', 2],
      [
        'Olga Organizer',
        'gave it a deadline of its own: 2024-09-20 05:00:00 America/Vancouver',
        'A flood (invented).',
        1,
      ],
      ['Olga Organizer', 'granted an exception: a link may stand in for the file', 'It runs on a server.', 1],
      ['Ada Author', 'submitted version 1', '', 1],
    ]);
    expect(lines.slice(5).map(({ what }) => what)).toEqual(
      expect.arrayContaining(['began it', 'added Benno Co-Author']),
    );
  });

  it('names a question as it was asked, and counts what stands open instead of naming codes', async () => {
    const id = await completeWork(world);
    const broken = finding('layout.description-not-pdf', { name: 'd.txt', kind: 'plain text' });
    await putFile(world, id, { role: 'description', name: 'd.txt', findings: [broken] });
    const agreed = await allAgreed(world, 'chiara', id);
    await submitWithIssues(world.as('chiara'), { id, agreed });
    const rule = broken.code;
    await grantClearance(world.as('olga', at(2)), { id, rule, reason: 'It is a score (invented).' });
    const { call } = (await open(world.as('chiara'), { id })).submission;
    const asked = call.settings.questions.find(({ key }) => key === 'ai')!.label;
    const said = (await ofSubmission(world.as('oscar'), { id })).map(({ what }) => what);
    expect(said.filter((what) => /^(granted|submitted|changed)/.test(what)).toSorted()).toEqual([
      `changed the title, the kind, “${asked}”`,
      'granted an exception: the description need not be a PDF',
      'submitted version 1, with 1 open issue',
    ]);
  });

  it('is nothing to its own people and to everybody but organizers', async () => {
    const id = await completePaper(world);
    await addContributor(world.as('ada'), { id, name: 'Oscar', email: 'oscar@example.org' });
    const told = (who: 'oscar' | 'ada' | 'rana' | 'visitor', asked: string) =>
      ofSubmission(world.as(who), { id: asked }).then(
        () => 'everything',
        ({ kind, message }) => ({ kind, message }),
      );
    for (const who of ['oscar', 'ada', 'rana', 'visitor'] as const) {
      expect(await told(who, id)).toEqual(await told(who, 'nowhere'));
    }
    expect((await ofSubmission(world.as('olga'), { id })).length).toBeGreaterThan(1);
  });
});
