import { expect, test } from 'vitest';
import { mutant } from './mutant.ts';
import { seedsOfCorpus } from './seeds.ts';
import { tried } from './tried.ts';

test('two hundred and fifty damaged files are all answered, without an accident; more by npm run fuzz', async () => {
  const seeds = await seedsOfCorpus();
  const wrong: string[] = [];
  for (let number = 0; number < 250; number++) {
    const said = await tried(mutant(seeds, number));
    if (said !== null) wrong.push(`mutant ${number}: ${said}`);
  }
  expect(wrong).toEqual([]);
});
