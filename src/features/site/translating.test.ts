/** From the desk to the site: French written beside English, looked at as a draft, published, served. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import type { SectionName } from '#app/features/editions/settings.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { drawSite } from './drawing.server.ts';
import { keptMakings } from './kept.server.ts';
import { draft, publish } from './operations.server.ts';
import { preview } from './previewing.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()), 120_000);
afterAll(() => world.close());

const slug = () => world.edition.slug;
const olga = () => world.as('olga');
const french = async () =>
  [...(await keptMakings(world.db)).keys()].filter((one) => one.startsWith(`${slug()}/fr/`));

async function save(section: SectionName, of: (body: never) => unknown): Promise<void> {
  const { settings, revisions } = await edit(olga(), { slug: slug() });
  const body = of(settings[section] as never);
  await changeSection(olga(), { slug: slug(), section, revision: revisions[section], body });
}

describe('an edition that is given a second language', () => {
  it('shows it to organizers first, text by text, and to everybody once it is published', async () => {
    await drawSite(olga().now);
    await save('about', (about: object) => ({ ...about, tagline: 'One line', otherLanguages: ['fr'] }));
    await save('translations', () => [
      { key: 'fr', texts: [{ key: 'about.tagline', of: 'One line', text: 'Une ligne' }] },
    ]);
    const { basis, changes } = await draft(olga(), { slug: slug() });
    expect(changes.filter(({ where }) => where.startsWith('Translations'))).toEqual([
      { where: 'Translations › Français › About › Tagline', before: null, after: 'Une ligne' },
    ]);
    const { bytes } = await preview(olga(), { slug: slug(), address: `${slug()}/fr/` });
    expect(bytes.toString()).toContain('Une ligne');
    await drawSite(olga().now);
    expect(await french()).toEqual([]);
    await publish(olga(), { slug: slug(), basis });
    await drawSite(olga().now);
    expect(await french()).toContain(`${slug()}/fr/dates`);
  });

  it('takes it from the site again where the language is taken back', async () => {
    await save('about', (about: object) => ({ ...about, otherLanguages: [] }));
    const { basis } = await draft(olga(), { slug: slug() });
    await publish(olga(), { slug: slug(), basis });
    await drawSite(olga().now);
    expect(await french()).toEqual([]);
  });
});
