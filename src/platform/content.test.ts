import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, whileOpen, type World } from '../../tests/world.ts';
import { contentAddress, namedBy } from './content.server.ts';
import { provideResources, resources } from './resources.server.ts';

const id = 'a'.repeat(24);
const hour = 3_600_000;
const after = (milliseconds: number) => new Date(whileOpen.getTime() + milliseconds);

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { settings } = resources();
  provideResources({
    ...resources(),
    settings: { ...settings, userContentUrl: 'https://works.example.net' },
  });
});
afterAll(() => world.close());

/** Whether an address still opens what it names, so long after it was made. */
async function opens(seconds: number, milliseconds: number): Promise<boolean> {
  const address = await contentAddress(world.db, { kind: 'media', id, seconds }, whileOpen);
  const token = address!.split('/').at(-1)!;
  return (await namedBy(world.db, token, after(milliseconds)))?.id === id;
}

test('an address ends after an hour and the length of its film, which is not believed beyond six', async () => {
  expect([
    await opens(0, hour - 1),
    await opens(0, hour),
    await opens(600, hour + 599_999),
    await opens(600, hour + 600_000),
    await opens(1e9, 7 * hour - 1),
    await opens(1e9, 7 * hour),
  ]).toEqual([true, false, true, false, true, false]);
});
