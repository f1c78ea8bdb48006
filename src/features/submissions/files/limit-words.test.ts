import { expect, test } from 'vitest';
import { limitsOf } from '#app/features/calls/limits.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { finding } from '#app/preflight/findings.ts';
import { sayExactSize } from '#app/preflight/size.ts';
import * as v from 'valibot';
import { paperCall, workCall } from '../../../../tests/small-edition.ts';
import { rulesOf, tooMuch } from './arrival.ts';

const limit = 12_345_678;
const said = '11.8 MiB (12,345,678 bytes)';
const callWith = (call: object, rules: object) => {
  const settings = v.parse(callSchema, { ...call, rules });
  return { settings } as Parameters<typeof rulesOf>[0];
};
const paper = callWith(paperCall, { kind: 'paper', maxBytes: limit, maxBodyPages: 7 });
const work = callWith(workCall, {
  kind: 'work',
  maxBytes: limit,
  descriptionMaxPages: 3,
  maxSupplementary: 9,
});

test('the page of the call and every refusal say the limit of size in the same words', () => {
  expect([
    limitsOf(paper.settings).filter((line) => line.includes(said)),
    limitsOf(work.settings).filter((line) => line.includes(said)),
    tooMuch(rulesOf(work).maxBytes, limit),
    finding('file.too-large', { bytes: limit + 1, limit: rulesOf(work).maxBytes }).message.split(';')[1],
  ]).toEqual([
    [`The PDF is at most ${said}.`],
    [`Everything together is at most ${said}.`],
    `All files together may have ${said}. Make this one smaller.`,
    ` the call allows ${said}. The limit keeps uploads quick for everybody, also on slow lines.`,
  ]);
  expect(sayExactSize(limit)).toEqual(said);
});

test('the page of the call and what the checker says count pages and files alike', () => {
  const { maxBodyPages } = rulesOf(paper) as { maxBodyPages: number };
  const rules = rulesOf(work) as { descriptionMaxPages: number; maxSupplementary: number };
  const pages = { name: 'd.pdf', pages: 4, limit: rules.descriptionMaxPages };
  const messages = [
    finding('paper.over-length', { body: 8, limit: maxBodyPages, page: 8 }).message,
    finding('layout.description-too-long', pages).message,
    finding('layout.too-many-supplementary', { count: 10, limit: rules.maxSupplementary }).message,
  ];
  const lines = [...limitsOf(paper.settings), ...limitsOf(work.settings)].join('\n');
  for (const [at, [onThePage, inTheRefusal]] of [
    ['at most 7 pages', 'this call allows 7.'],
    ['at most 3 pages', 'asks for at most 3.'],
    ['at most 9 files', 'names 9 as the most.'],
  ].entries())
    expect([lines.includes(onThePage!), messages[at]!.includes(inTheRefusal!)]).toEqual([true, true]);
});
