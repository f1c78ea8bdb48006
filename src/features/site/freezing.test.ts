import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freeze, freezes, thaw } from '#app/features/editions/freeze-operations.server.ts';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { open, saveDraft } from '#app/features/submissions/operations.server.ts';
import { takeDown } from '#app/features/works/rights/operations.server.ts';
import { operations } from '#app/platform/operation.server.ts';
import { after, publicWork } from '../../../tests/accepted.ts';
import { workWords } from '../../../tests/submissions.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { send } from './enquiries/operations.server.ts';
import { draft, publish } from './operations.server.ts';

let world: World;
let work: string;
beforeAll(async () => {
  world = await openWorld();
  work = await publicWork(world);
  world.at(after(5));
}, 120_000);
afterAll(() => world.close());

const slug = '2024';
const as = (who: 'olga' | 'chiara' | 'visitor') => world.as(who, after(5));
const archived = {
  kind: 'late',
  message: 'This edition is archived, so everything in it stays as it is.',
  fields: {},
};

async function rename(name: string) {
  const { settings, revisions } = await edit(as('olga'), { slug });
  const body = { ...settings.about, name };
  return changeSection(as('olga'), { slug, section: 'about', revision: revisions.about, body });
}

describe('an archived edition', () => {
  it('is changed by nobody any more: neither organizers nor creators', async () => {
    const { basis } = await draft(as('olga'), { slug });
    const { revision } = (await open(as('chiara'), { id: work })).submission;
    await freeze(as('olga'), { slug, reason: 'It is over (invented).' });
    expect([
      await told(rename('Another name')),
      await told(publish(as('olga'), { slug, basis })),
      await told(saveDraft(as('chiara'), { id: work, base: revision, draft: workWords })),
    ]).toEqual([archived, archived, archived]);
  });

  it('still owes people what it owed them: a takedown, an answer', async () => {
    await takeDown(as('chiara'), {
      id: work,
      scopes: ['media'],
      reason: '',
      words: '',
      titleStays: true,
      creditStays: true,
    });
    const words = 'May I show this in class? (invented)';
    const asked = {
      edition: slug,
      name: 'Somebody',
      email: 'somebody@example.org',
      topic: 'access' as const,
    };
    expect(await told(send(as('visitor'), { ...asked, words }))).toEqual('nothing refused');
  });

  it('is opened again only by whoever runs the installation, with a reason that stays', async () => {
    expect(await told(thaw(as('olga'), { slug, reason: 'A slip.' }))).toEqual({
      kind: 'missing',
      message: 'There is nothing here, or it is not yours to see.',
      fields: {},
    });
    await thaw(world.as('system', after(6)), { slug, reason: 'A date was wrong (invented).' });
    await rename('Another name');
    expect(await freezes(as('olga'), { slug })).toEqual({
      frozen: false,
      mayThaw: false,
      freezes: [
        {
          at: after(5),
          by: 'Olga Organizer',
          reason: 'It is over (invented).',
          endedAt: after(6),
          endedBy: 'Salon',
          endedReason: 'A date was wrong (invented).',
        },
      ],
    });
  });
});

describe('what stays possible in an archived edition', () => {
  it('is a short list', async () => {
    await import('#app/cli/open.server.ts');
    const names = [...operations.values()]
      .filter(({ evenFrozen }) => evenFrozen)
      .map((one) => one.operationName);
    expect(names.sort()).toEqual(
      'editions.freeze editions.thaw enquiries.answer enquiries.close enquiries.markSpam enquiries.reopen enquiries.send enquiries.unmarkSpam enquiries.writeAgain interest.leave letters.resend people.endRole people.grantRole rights.choose rights.endTakedown rights.endUses rights.grant rights.liftEmbargo rights.renew rights.setEmbargo rights.takeDown submissions.answerNamed'.split(
        ' ',
      ),
    );
  });
});
