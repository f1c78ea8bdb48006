import { expect, test } from 'vitest';
import { findingTable } from '#app/preflight/findings.ts';
import { isWaivable, waivableIn } from './waiver.ts';

test('each warning and each rule of a call can be waived, and nothing else; an unread file is looked at', () => {
  const codes = Object.entries(findingTable)
    .filter(([code, { does }]) => (does === 'W' || does === 'R*') && code !== 'file.unreadable')
    .map(([code]) => code);
  expect(codes.filter((code) => !isWaivable(code))).toEqual([]);
  expect(Object.keys(findingTable).filter((code) => isWaivable(code) && !codes.includes(code))).toEqual([]);
});

test('a call for papers is offered nothing of works, and the other way round', () => {
  const offered = (kind: 'paper' | 'work') => waivableIn(kind).map(({ code }) => code.split('.')[0]);
  expect([offered('paper').includes('layout'), offered('work').includes('paper')]).toEqual([false, false]);
});
