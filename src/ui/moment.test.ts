import { expect, test } from 'vitest';
import { sayLeft, sayMoment, sayZone } from './moment.ts';

const closing = new Date('2024-09-13T12:00:00.000Z');

test('the end of the minute 23:59 is said as 23:59 on its own day', () => {
  expect(sayMoment(closing, { zone: 'AoE', deadline: true })).toEqual('Thursday 12 September 2024, 23:59');
});

test('the same deadline in Montréal is the morning after', () => {
  expect(sayMoment(closing, { zone: 'America/Toronto', deadline: true })).toEqual(
    'Friday 13 September 2024, 07:59',
  );
});

test('a talk is said by its day or by its time', () => {
  const talk = new Date('2024-12-14T17:00:00Z');
  const zone = 'America/Vancouver';
  expect([sayMoment(talk, { zone, part: 'day' }), sayMoment(talk, { zone, part: 'time' })]).toEqual([
    'Saturday 14 December 2024',
    '09:00',
  ]);
});

test('a column has room for the short form, with three letters for any month', () => {
  const short = (at: string) => sayMoment(new Date(at), { zone: 'America/Vancouver', part: 'short' });
  expect([short('2024-09-12T17:04:00Z'), short('2024-06-30T23:30:00Z')]).toEqual([
    '12 Sep 2024, 10:04',
    '30 Jun 2024, 16:30',
  ]);
});

test('midnight is 00:00', () => {
  expect(sayMoment(new Date('2024-09-13T00:00:00Z'), { part: 'time' })).toEqual('00:00');
});

test('a zone is named by its place', () => {
  expect(
    ['AoE', 'UTC', 'America/Vancouver', 'America/Argentina/Buenos_Aires'].map((zone) => sayZone(zone)),
  ).toEqual(['AoE', 'UTC', 'Vancouver time', 'Buenos Aires time']);
});

test('what is left is said in its two largest units, to the last second', () => {
  const left = (ms: number) => sayLeft(closing, new Date(closing.getTime() - ms));
  expect([3 * 86_400_000 + 7_200_000, 86_400_000, 61_000, 1, 0, -1].map(left)).toEqual([
    '3 days 2 hours',
    '1 day',
    '1 minute 1 second',
    '1 second',
    undefined,
    undefined,
  ]);
});

test('in French a moment, a zone and what is left read as French does', () => {
  const french = { zone: 'AoE', deadline: true, language: 'fr' } as const;
  expect([
    sayMoment(closing, french),
    sayMoment(new Date('2024-12-01T17:00:00Z'), { part: 'short', language: 'fr' }),
    sayZone('America/Vancouver', 'fr'),
    sayZone('America/Edmonton', 'fr'),
    sayLeft(closing, new Date(closing.getTime() - 90_000_000), 'fr'),
  ]).toEqual([
    'jeudi 12 septembre 2024 à 23\u00a0h\u00a059',
    '1er déc. 2024, 17\u00a0h\u00a000',
    'heure de Vancouver',
    'heure d’Edmonton',
    '1 jour 1 heure',
  ]);
});
