import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { draft } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function problemsWith(body: string) {
  const { settings, revisions } = await edit(world.as('olga'), { slug: '2024' });
  const page = { slug: 'getting-here', title: 'Getting here', body, menu: true };
  await changeSection(world.as('olga'), {
    slug: '2024',
    section: 'pages',
    revision: revisions.pages,
    body: [...settings.pages.filter(({ slug }) => slug !== page.slug), page],
  });
  return (await draft(world.as('olga'), { slug: '2024' })).problems;
}

describe('before a draft is published its organizers read', () => {
  it('which links lead nowhere, and nothing of those that lead', async () => {
    expect(
      await problemsWith(
        '[a](/2024/plcaes) [b](/2024/places#hall) [c](/2024/dates.html) [d](https://a.example)',
      ),
    ).toEqual([{ where: 'Pages › Getting here', words: 'The link to /2024/plcaes leads nowhere.' }]);
  });

  it('which addresses of their own lead nowhere on this site', async () => {
    await problemsWith('By boat (invented).');
    const at = { slug: '2024', section: 'programme' as const };
    const { settings, revisions } = await edit(world.as('olga'), { slug: '2024' });
    const [first, ...others] = settings.programme.sessions;
    const materials = ['sessions/nothing', 'places'].map((place) => ({
      kind: 'notes',
      label: place,
      url: `http://salon.test/2024/${place}`,
    }));
    const body = { ...settings.programme, sessions: [{ ...first, materials }, ...others] };
    await changeSection(world.as('olga'), { ...at, revision: revisions.programme, body });
    expect((await draft(world.as('olga'), { slug: '2024' })).problems).toEqual([
      {
        where: `Programme › ${first!.title}`,
        words: 'The link to /2024/sessions/nothing leads nowhere.',
      },
    ]);
    const again = await edit(world.as('olga'), { slug: '2024' });
    await changeSection(world.as('olga'), {
      ...at,
      revision: again.revisions.programme,
      body: settings.programme,
    });
  });

  it('where a page says another limit than the calls do', async () => {
    expect(
      await problemsWith('Papers have at most 8 pages, works at most two pages, zips up to 900 MB.'),
    ).toEqual([
      {
        where: 'Pages › Getting here',
        words: 'This says 8 pages; the calls say 2. The checks go by the calls.',
      },
      {
        where: 'Pages › Getting here',
        words: 'This says 900 MB; the calls say 100. The checks go by the calls.',
      },
    ]);
  });

  it('the same of translations, and which of them say what has changed since', async () => {
    const save = async (section: 'about' | 'translations', body: object) => {
      const { revisions } = await edit(world.as('olga'), { slug: '2024' });
      await changeSection(world.as('olga'), { slug: '2024', section, revision: revisions[section], body });
    };
    await problemsWith('By boat (invented).');
    const { settings } = await edit(world.as('olga'), { slug: '2024' });
    await save('about', { ...settings.about, otherLanguages: ['fr'] });
    const path = 'pages.getting-here.body';
    const inFrench = async (of: string, text: string) => {
      await save('translations', [{ key: 'fr', texts: [{ key: path, of, text }] }]);
      return (await draft(world.as('olga'), { slug: '2024' })).problems;
    };
    const where = 'Translations › Français › Pages › Getting here › Body';
    expect(await inFrench('By boat (invented).', '[ici](/2024/fr/lieux), au plus huit pages')).toEqual([
      { where, words: 'The link to /2024/fr/lieux leads nowhere.' },
      { where, words: 'This says 8 pages; the calls say 2. The checks go by the calls.' },
    ]);
    expect(await inFrench('On foot', '[À pied](/2024/fr/places)')).toEqual([
      {
        where,
        words:
          'The words it translates have changed since. Translate them anew, or say that it is still right.',
      },
    ]);
    await save('about', settings.about);
    expect((await draft(world.as('olga'), { slug: '2024' })).problems).toEqual([]);
  });

  it('nothing where all is well', async () => {
    expect(await problemsWith('By boat (invented).')).toEqual([]);
  });
});
