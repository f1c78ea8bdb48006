/** Papers typeset with LaTeX whose truth was written down while they were set; more by `npm run corpus`. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { judged, type Judged } from './judge.ts';

const sample = new URL('sample/', import.meta.url);
const truths = JSON.parse(await readFile(new URL('truth.json', sample), 'utf8')) as Record<string, Judged>;

test.each(Object.entries(truths))('a typeset paper is measured as it was made: %s', async (name, truth) => {
  expect(await judged(new Uint8Array(await readFile(new URL(`${name}.pdf`, sample))))).toEqual(truth);
});
