import { describe, expect, it } from 'vitest';
import { loadExample } from '../../../examples/creativity-2024/load.ts';
import { programmeByDay, programmeByPlace } from './programme.ts';

const days = programmeByDay(loadExample().settings);

describe('the programme of the reference edition', () => {
  it('has its two days with every session', () => {
    expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
      ['2024-12-14', 17],
      ['2024-12-15', 5],
    ]);
  });

  it('tells where to be when, made from the sessions alone', () => {
    expect(days[1]!.stays).toEqual([
      { start: '09:00', end: '14:00', where: 'Salon F, Level A, Pinnacle Hotel Harbourfront' },
    ]);
    expect(days[0]!.stays[0]).toEqual({
      start: '08:45',
      end: '11:45',
      where: 'Room 201, Vancouver Convention Centre (NeurIPS)',
    });
  });

  it('tells by place what happens there, none of it lost and none of it twice', () => {
    const places = programmeByPlace(days);
    const told = places.flatMap(({ where, days }) =>
      days.flatMap(({ day, sessions }) => sessions.map(({ key }) => [where, day, key].join(' / '))),
    );
    const held = days.flatMap(({ day, rows }) =>
      rows.flatMap(({ where, session }) => where.map((one) => [one, day, session.key].join(' / '))),
    );
    expect([places[0]!.where, told.toSorted()]).toEqual([
      'Room 201, Vancouver Convention Centre (NeurIPS)',
      held.toSorted(),
    ]);
  });

  it('names the two sessions that run at once', () => {
    expect(days[0]!.rows.filter(({ concurrent }) => concurrent).map(({ session }) => session.start)).toEqual([
      '13:00',
      '13:00',
    ]);
  });
});
