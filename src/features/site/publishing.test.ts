import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { draft, frame, publish, publishAgain } from './operations.server.ts';
import { keptMakings } from './kept.server.ts';
import { preview } from './previewing.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const nothingHere = {
  kind: 'missing',
  message: 'There is nothing here, or it is not yours to see.',
  fields: {},
};

const slug = () => world.edition.slug;
const look = () => draft(world.as('olga'), { slug: slug() });
const publicName = async () => (await frame(world.as('visitor'), { slug: slug() })).name;

async function rename(name: string): Promise<void> {
  const { settings, revisions } = await edit(world.as('olga'), { slug: slug() });
  await changeSection(world.as('olga'), {
    slug: slug(),
    section: 'about',
    revision: revisions.about,
    body: { ...settings.about, name },
  });
}

describe('what organizers change', () => {
  let first: string;

  it('waits, told before and after, and nobody else reads it', async () => {
    first = await publicName();
    const { basis } = await look();
    await publish(world.as('olga'), { slug: slug(), basis, reason: 'To begin with' });
    await rename('A Better Name (invented)');
    expect((await look()).changes).toEqual([
      { where: 'About › Name', before: first, after: 'A Better Name (invented)' },
    ]);
    expect(await publicName()).toEqual(first);
  });

  it('is seen in its place by organizers alone', async () => {
    const ask = (who: 'olga' | 'ada' | 'visitor') =>
      preview(world.as(who), { slug: slug(), address: `${slug()}/` });
    expect((await ask('olga')).bytes.toString()).toContain('A Better Name (invented)');
    expect([await told(ask('ada')), await told(ask('visitor'))]).toEqual([nothingHere, nothingHere]);
  });

  it('has its pictures for links with it, which nobody else gets by guessing either', async () => {
    const { bytes } = await preview(world.as('olga'), { slug: slug(), address: `${slug()}/dates` });
    const [, address = ''] =
      /og:image" content="[^"]*\/(assets\/social\/[^"]+)"/.exec(bytes.toString()) ?? [];
    const ask = (who: 'olga' | 'ada' | 'visitor') => preview(world.as(who), { slug: slug(), address });
    expect({
      seen: (await ask('olga')).type,
      public: (await keptMakings(world.db)).has(address),
      refused: [await told(ask('ada')), await told(ask('visitor'))],
    }).toEqual({ seen: 'image/png', public: false, refused: [nothingHere, nothingHere] });
  });

  it('is public once it is published, with who and why', async () => {
    const { basis } = await look();
    await publish(world.as('olga'), { slug: slug(), basis, reason: 'It reads better.' });
    const { changes, publications } = await look();
    expect(await publicName()).toEqual('A Better Name (invented)');
    expect({ changes, newest: { ...publications[0], id: '', at: null } }).toEqual({
      changes: [],
      newest: {
        id: '',
        at: null,
        number: 2,
        by: 'Olga Organizer',
        reason: 'It reads better.',
        again: null,
        changes: [{ where: 'About › Name', before: first, after: 'A Better Name (invented)' }],
      },
    });
  });

  it('is not published twice, nor as somebody else left it meanwhile', async () => {
    const { basis } = await look();
    const again = () => publish(world.as('olga'), { slug: slug(), basis });
    expect(await told(again())).toEqual({
      kind: 'invalid',
      message: 'Nothing waits to be published: the site says all this already.',
      fields: {},
    });
    await rename('Yet Another Name (invented)');
    expect(await told(again())).toEqual({
      kind: 'stale',
      message: 'The draft changed since you looked at it. Nothing was published: look again.',
      fields: {},
    });
  });

  it('is taken back by publishing an earlier one again, and the draft stays', async () => {
    await publishAgain(world.as('olga'), { slug: slug(), number: 1, reason: 'The old name was right.' });
    const { changes, publications } = await look();
    expect([await publicName(), publications.map(({ number, again }) => [number, again]), changes]).toEqual([
      first,
      [
        [3, 1],
        [2, null],
        [1, null],
      ],
      [{ where: 'About › Name', before: first, after: 'Yet Another Name (invented)' }],
    ]);
  });
});
