import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { allAgreed, completePaper } from '../../../tests/submissions.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { open, receipt, removeContributor, revive, submit, withdraw } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const dayAfter = new Date('2024-09-14T12:00:00.000Z');

describe('withdrawing', () => {
  it('takes it out until somebody brings it back as it was received', async () => {
    const id = await completePaper(world);
    const agreed = await allAgreed(world, 'ada', id);
    const { receipt: number } = await submit(world.as('ada'), { id, agreed });
    await withdraw(world.as('benno'), { id, reason: 'We found a mistake' });
    const { submission } = await open(world.as('ada'), { id });
    expect([
      submission.state,
      submission.withdrawal?.reason,
      await told(submit(world.as('ada'), { id, agreed })),
    ]).toMatchObject(['withdrawn', 'We found a mistake', { kind: 'late' }]);
    await revive(world.as('ada'), { id });
    const back = (await open(world.as('ada'), { id })).submission;
    expect([back.state, back.latest?.receipt]).toEqual(['submitted', number]);
  });

  it('is possible after the deadline too', async () => {
    const id = await completePaper(world);
    await withdraw(world.as('ada', dayAfter), { id });
    expect((await open(world.as('ada'), { id })).submission.state).toEqual('withdrawn');
  });
});

describe('a receipt', () => {
  it('is answered like nothing to everybody else, and to its author under another submission', async () => {
    const id = await completePaper(world);
    const other = await completePaper(world);
    const { receipt: number } = await submit(world.as('ada'), {
      id,
      agreed: await allAgreed(world, 'ada', id),
    });
    const nothing = await told(receipt(world.as('chiara'), { id: 'nowhere', receipt: number }));
    for (const who of ['visitor', 'chiara', 'attila', 'rana', 'jiro'] as const) {
      expect(await told(receipt(world.as(who), { id, receipt: number }))).toEqual(nothing);
    }
    expect(await told(receipt(world.as('ada'), { id: other, receipt: number }))).toEqual(nothing);
  });

  it('stays with an author whom the others removed only if they began it', async () => {
    const id = await completePaper(world);
    const { receipt: number } = await submit(world.as('ada'), {
      id,
      agreed: await allAgreed(world, 'ada', id),
    });
    const { submission } = await open(world.as('ada'), { id });
    await removeContributor(world.as('ada'), { id, contributor: submission.contributors[1]!.id });
    expect(await told(receipt(world.as('benno'), { id, receipt: number }))).toMatchObject({
      kind: 'missing',
    });
  });
});
