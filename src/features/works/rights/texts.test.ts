import { expect, it } from 'vitest';
import { expiryOf, hashOf, texts, wholeText } from './texts.ts';

it('has no text that was changed after somebody could have granted under it', () => {
  expect(Object.fromEntries(texts.map((text) => [text.key, hashOf(text)]))).toEqual({
    'paper-1': '37fe4aaddab644450790041c01ae14f7b7214f72ccb10420b280901f1cdecada',
    'work-2': '3407b13db6d23f1a0552b5bdd91405d6bfa92e06077415f4b07327e3e1c20640',
    'work-1': 'bfb466d8c5b38e6a411f9278c31a1113d2c468b9a9493fdc3917c6d4252df61d',
  });
});

it('says in every text that nothing is exclusive, begins before acceptance or trains AI', () => {
  for (const text of texts)
    for (const part of [
      'not exclusive',
      'begins only if',
      'never train AI',
      'take back each use at any time',
    ])
      expect(wholeText(text)).toContain(part);
  const paper = texts.find(({ kind }) => kind === 'paper')!;
  expect(wholeText(paper)).toContain('not archival publication');
});

it('asks to begin with for no more than the uses that a text offers', () => {
  for (const { least, uses } of texts)
    expect(least.filter((scope) => !uses.some((use) => use.scope === scope))).toEqual([]);
});

it('ends a use years after the last day of the event, or after the grant where that comes later', () => {
  const days = ['2024-12-15', '2024-12-14'];
  const five = { yearsAfter: 5 };
  expect([
    expiryOf({ yearsAfter: null }, days, new Date('2024-10-01T00:00:00Z')),
    expiryOf(five, days, new Date('2024-10-01T00:00:00Z')),
    expiryOf(five, days, new Date('2026-01-02T03:04:05Z')),
    expiryOf(five, [], new Date('2026-01-02T03:04:05Z')),
  ]).toEqual([
    null,
    new Date('2029-12-16T00:00:00Z'),
    new Date('2031-01-02T03:04:05Z'),
    new Date('2031-01-02T03:04:05Z'),
  ]);
});
