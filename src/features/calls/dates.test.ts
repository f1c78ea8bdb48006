import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { paperCall, smallEdition } from '../../../tests/small-edition.ts';
import { editionSettingsSchema } from '../editions/settings.ts';
import type { Call } from './call.ts';
import { importantDates, publicPhase, sayAsSet, sayDays, sayDeadline, sayDeadlineIn } from './dates.ts';
import { limitsOf, withLimits } from './limits.ts';
import { callSchema } from './settings.ts';
import { daysBetween, shiftCall } from './shift.ts';
import { forPublic } from './views.ts';

const first = { date: '2024-09-02', time: '23:59', zone: 'AoE' };
const second = { date: '2024-09-12', time: '23:59', zone: 'AoE' };

const call = (settings = {}, extended = true): Call => ({
  id: 'c',
  editionId: 'e',
  key: 'papers',
  revision: 1,
  settings: v.parse(callSchema, {
    ...paperCall,
    deadline: first,
    graceMinutes: 37,
    decisionsOn: '2024-10-09',
    ...settings,
  }),
  waivers: [],
  finalExtensions: [],
  extensions: extended
    ? [
        {
          id: 'x',
          asSet: second,
          deadline: new Date('2024-09-13T12:00:00Z'),
          reason: 'More time (invented)',
          extendedAt: new Date('2024-08-30T09:00:00Z'),
        },
      ]
    : [],
});

describe('dates in words', () => {
  it('say a deadline as it was set, and the same last minute elsewhere', () => {
    expect([sayAsSet(second), sayDeadlineIn(new Date('2024-09-13T12:00:00Z'), 'America/Vancouver')]).toEqual([
      '12 September 2024, 23:59 AoE',
      '13 September 2024, 04:59 Vancouver time',
    ]);
  });

  it('count down to the first instant that is too late and tell of the extension', () => {
    expect(sayDeadline(call(), new Date('2024-09-13T11:59:59.999Z'))).toEqual({
      words: '12 September 2024, 23:59 AoE',
      datetime: '2024-09-13T12:00:00.000Z',
      left: '1 second',
      extensions: [
        {
          was: '2 September 2024, 23:59 AoE',
          words: '12 September 2024, 23:59 AoE',
          reason: 'More time (invented)',
          on: '2024-08-30T09:00:00.000Z',
        },
      ],
    });
  });

  it('put the dates of calls and of the edition in one order, with the replaced deadline kept', () => {
    const dates = importantDates(v.parse(editionSettingsSchema, smallEdition), [call()]);
    expect(dates.map(({ what, words, was }) => [what, words, was])).toEqual([
      ['Call for papers: opens', '1 July 2024, 09:00 Vancouver time', []],
      ['Call for papers: deadline', '12 September 2024, 23:59 AoE', ['2 September 2024, 23:59 AoE']],
      ['Call for papers: decisions', '9 October 2024', []],
      ['Workshop', '14–15 December 2024', []],
    ]);
  });

  it('say several days without repeating what they share', () => {
    expect([
      sayDays('2024-12-14', '2024-12-14'),
      sayDays('2024-11-30', '2024-12-02'),
      sayDays('2024-12-31', '2025-01-01'),
    ]).toEqual(['14 December 2024', '30 November – 2 December 2024', '31 December 2024 – 1 January 2025']);
  });
});

describe('grace', () => {
  const inGrace = new Date('2024-09-13T12:00:00.000Z');

  it('looks like closed from the first millisecond on', () => {
    const before = new Date('2024-09-13T11:59:59.999Z');
    expect([publicPhase(call(), before), publicPhase(call(), inGrace)]).toEqual(['open', 'closed']);
  });

  it('changes no byte of what the public reads', () => {
    const read = (graceMinutes: number) => [
      forPublic(call({ graceMinutes }), inGrace),
      importantDates(v.parse(editionSettingsSchema, smallEdition), [call({ graceMinutes })]),
    ];
    expect(call().settings.graceMinutes).toEqual(37);
    expect(read(37)).toEqual(read(0));
    expect(JSON.stringify(read(37))).not.toMatch(/grace|37/i);
  });
});

describe('limits in words', () => {
  const rules = {
    kind: 'paper',
    maxBodyPages: 2,
    maxBytes: 100 * 1024 ** 2,
    authorsVisible: true,
    supplement: { maxFiles: 1, maxBytes: 1536 },
  };

  it('are made from the rules that the checks use', () => {
    expect(limitsOf(call({ rules }).settings)).toEqual([
      'The paper is one PDF of at most 2 pages, references not counted.',
      'It follows the format: NeurIPS camera-ready.',
      'The names of the authors stand on the paper.',
      'The PDF is at most 100 MiB (104,857,600 bytes).',
      'Supplementary material: at most 1 file, together at most 1.5 KiB (1,536 bytes).',
      'Abstract: at most 3,000 characters.',
    ]);
  });

  it('stand in the text of the call where its organizers put them', () => {
    const text = 'Before.\n\n{{limits}}\n\nAfter.';
    const { settings } = call({ text, rules: { ...rules, supplement: null, authorsVisible: false } });
    expect(withLimits(settings)).toEqual(`Before.

- The paper is one PDF of at most 2 pages, references not counted.
- It follows the format: NeurIPS camera-ready.
- The paper does not name its authors.
- The PDF is at most 100 MiB (104,857,600 bytes).
- There is no supplementary material.
- Abstract: at most 3,000 characters.

After.`);
  });

  it('say a work may be shown by a video, and how long', () => {
    const work = call({ kind: 'work', rules: { kind: 'work', maxVideoSeconds: 60 } });
    expect(limitsOf(work.settings).slice(0, 2)).toEqual([
      'The work itself as one file, or a video of at most 1 minute that shows it, or both.',
      'A film that is itself the work may be longer.',
    ]);
  });
});

describe('a copy of a call', () => {
  it('moves by days, so that leap days and daylight saving change no time', () => {
    const { settings } = call({ filesDeletedOn: '2025-03-31' });
    const { opens, deadline, decisionsOn, filesDeletedOn } = shiftCall(
      settings,
      second,
      daysBetween('2024-12-14', '2025-12-13'),
    );
    expect({ opens, deadline, decisionsOn, filesDeletedOn }).toEqual({
      opens: { date: '2025-06-30', time: '09:00', zone: 'America/Vancouver' },
      deadline: { date: '2025-09-11', time: '23:59', zone: 'AoE' },
      decisionsOn: '2025-10-08',
      filesDeletedOn: '2026-03-30',
    });
  });
});
