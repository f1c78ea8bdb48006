import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { drawSite } from './drawing.server.ts';
import { gather, type Gathered } from './gathering.server.ts';
import { findFiles, keptMakings } from './kept.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const now = new Date('2024-09-01T12:00:00Z');
const draw = (name: string, body: string | null) =>
  drawSite(now, async (): Promise<Gathered> => {
    const { editions, instants } = await gather(world.db, now);
    return {
      instants,
      editions: editions.map((site) => ({
        ...site,
        settings: {
          ...site.settings,
          about: { ...site.settings.about, name },
          pages: [{ slug: 'travel', title: 'Travel', menu: true, body: body as string }],
        },
      })),
    };
  });
const textOf = async (address: string) => (await findFiles(world.db, [address]))[0]!.plain!.toString();
const accidents = () => world.logged.filter((line) => line.includes('"accident"'));

describe('a page that cannot be drawn', { timeout: 120_000 }, () => {
  const slug = () => world.edition.slug;

  it('holds up no other, shows nothing of what stood there, and is told to whoever reads the log', async () => {
    await draw('As it was', 'By train to the old place.');
    expect(await textOf(`${slug()}/travel`)).toContain('By train to the old place.');
    await draw('As it is now', null);
    const there = await textOf(`${slug()}/travel`);
    expect({
      others: (await textOf(`${slug()}/dates`)).includes('As it is now'),
      before: there.includes('By train'),
      instead: there.includes('This page cannot be shown just now'),
      told: accidents().map((line) => line.includes(`${slug()}/travel`)),
    }).toEqual({ others: true, before: false, instead: true, told: [true] });
  });

  it('is itself again with the first drawing that can draw it', async () => {
    await draw('As it is now', 'By boat.');
    expect(await textOf(`${slug()}/travel`)).toContain('By boat.');
  });

  it('is drawn no second time when nothing changed', async () => {
    const before = await keptMakings(world.db);
    expect([await draw('As it is now', 'By boat.'), await keptMakings(world.db)]).toEqual([0, before]);
  });
});
