import { describe, expect, it } from 'vitest';
import { deadlineOf, phaseOf, type Call } from './call.ts';
import { endOf } from './deadline.ts';
import type { CallSettings } from './settings.ts';

const reference = { date: '2024-09-12', time: '23:59', zone: 'AoE' };

const call = (settings: Partial<CallSettings> = {}): Call => ({
  id: 'c',
  editionId: 'e',
  key: 'papers',
  revision: 1,
  settings: { deadline: reference, graceMinutes: 15, ...settings } as CallSettings,
  finalExtensions: [],
  extensions: [],
  waivers: [],
});

describe('a deadline', () => {
  it('named AoE ends when its last minute is over on the last place on earth', () => {
    expect(endOf(reference).toISOString()).toEqual('2024-09-13T12:00:00.000Z');
  });

  it('follows daylight saving in a zone that has it', () => {
    expect(endOf({ date: '2024-11-03', time: '23:59', zone: 'America/Vancouver' }).toISOString()).toEqual(
      '2024-11-04T08:00:00.000Z',
    );
  });

  it('lets in one millisecond early and keeps out one late', () => {
    const phases = ['2024-09-13T11:59:59.999Z', '2024-09-13T12:00:00.001Z', '2024-09-13T12:15:00.001Z'].map(
      (at) => phaseOf(call(), new Date(at)),
    );
    expect(phases).toEqual(['open', 'grace', 'closed']);
  });

  it('is the extended one once it was extended, and a later personal one for that person', () => {
    const extended = { ...call(), extensions: [extension('2024-09-20T12:00:00Z')] };
    const personal = new Date('2024-09-22T12:00:00Z');
    expect([deadlineOf(extended), deadlineOf(extended, personal)]).toEqual([
      new Date('2024-09-20T12:00:00Z'),
      personal,
    ]);
  });

  it('has not begun before the call opens', () => {
    const opens = { date: '2024-07-01', time: '09:00', zone: 'AoE' };
    expect(phaseOf(call({ opens }), new Date('2024-07-01T20:59:59.999Z'))).toEqual('upcoming');
  });
});

function extension(deadline: string) {
  return {
    id: 'x',
    asSet: reference,
    deadline: new Date(deadline),
    reason: 'invented',
    extendedAt: new Date(0),
  };
}
