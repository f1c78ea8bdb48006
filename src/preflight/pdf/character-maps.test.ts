import { expect, test } from 'vitest';
import { mapsTooMuch } from './character-maps.ts';

const map = (ranges: string) =>
  new TextEncoder().encode(
    `1 begincodespacerange <00> <FFFF> endcodespacerange\n1 beginbfrange\n${ranges}\nendbfrange`,
  );

test('a map of characters passes as long as its ranges hold no more than all letters', () => {
  expect(
    [
      '<00> <FF> <0000>',
      '<0000> <FFFF> <0000>',
      '<0000> <0002> [<0041> <FFFFFFFF> <00000000>]',
      '% <00000000> <FFFFFFFF>\n<20> <7E> <0020>',
    ].map((ranges) => mapsTooMuch(map(ranges))),
  ).toEqual([false, false, false, false]);
});

test('a range of millions is found, also where damage hides it from a strict eye', () => {
  expect(
    [
      '<00000000> <FFFFFFFF> <0000>',
      '<20> <7E> <0020>\n<00> <00FFFFFF> <0041>',
      '<61> <88\n%%TitlIDSyct <5F>9<0028>',
      '(\\000) (zzzz) <0041>',
    ].map((ranges) => mapsTooMuch(map(ranges))),
  ).toEqual([true, true, true, true]);
});
