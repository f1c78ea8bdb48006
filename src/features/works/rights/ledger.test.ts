import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyLedger,
  scopes,
  standing,
  takedownScopes,
  turningPoints,
  type Grant,
  type Ledger,
} from './ledger.ts';

const day = (n: number) => new Date(Date.UTC(2024, 8, n));

const grant = (at: Date, list: Grant['scopes']): Grant => ({
  id: 'g',
  receipt: 'R-1',
  at,
  by: { personId: 'chiara', name: 'Chiara Creator' },
  capacity: 'author',
  text: { key: 'work-1', sha256: '00' },
  credit: '',
  version: { receipt: 'V-1', files: [] },
  scopes: list,
});
const website = { scope: 'website', expiresAt: null, ended: null } as const;
const granted: Ledger = { ...emptyLedger('s'), grants: [grant(day(1), [website])] };
const down = {
  id: 't',
  scopes: ['page' as const],
  reason: 'A gallery asked.',
  words: 'Taken down by its creator.',
  titleStays: true,
  creditStays: false,
  at: day(5),
  name: 'Chiara Creator',
  byOrganizer: false,
  ended: null,
};

const moment = fc.integer({ min: 0, max: 30 }).map(day);
const maybe = fc.option(moment);
const scopeOf = fc.record({
  scope: fc.constantFrom(...scopes),
  expiresAt: maybe,
  ended: fc.option(fc.record({ at: moment, name: fc.constant('C'), reason: fc.constant('') })),
});
const ledgers = fc
  .record({
    grants: fc.array(
      fc
        .tuple(moment, fc.uniqueArray(scopeOf, { selector: ({ scope }) => scope }))
        .map(([at, list]) => grant(at, list)),
      { maxLength: 4 },
    ),
    embargoes: fc.array(
      fc.record({
        id: fc.constant('e'),
        until: moment,
        reason: fc.constant(''),
        at: moment,
        name: fc.constant('C'),
        liftedAt: maybe,
      }),
      { maxLength: 2 },
    ),
    takedowns: fc.array(
      fc.record({
        scopes: fc.uniqueArray(fc.constantFrom(...takedownScopes), { minLength: 1 }),
        at: moment,
        titleStays: fc.boolean(),
        ended: fc.option(fc.record({ at: moment, name: fc.constant('O'), reason: fc.constant('') })),
      }),
      { maxLength: 2 },
    ),
  })
  .map(
    (parts): Ledger => ({
      ...emptyLedger('s'),
      ...parts,
      takedowns: parts.takedowns.map((one) => ({ ...down, ...one })),
    }),
  );

describe('what may be done with a work', () => {
  it('is nothing, with everything reserved, where nothing was said', () => {
    expect(standing(emptyLedger('s'), day(9))).toEqual({
      may: new Set(),
      media: true,
      embargoedUntil: null,
      tombstone: null,
      preference: 'reserve-all',
      licence: { key: 'reserved', label: 'All rights reserved', url: '' },
      credit: '',
      maxPixels: null,
    });
  });

  it('begins when it is granted and ends when it expires or is taken back', () => {
    const expiring = { ...granted, grants: [grant(day(2), [{ ...website, expiresAt: day(4) }])] };
    const ended = {
      ...granted,
      grants: [grant(day(2), [{ ...website, ended: { at: day(4), name: 'C', reason: '' } }])],
    };
    for (const ledger of [expiring, ended])
      expect([1, 2, 3, 4, 5].map((n) => standing(ledger, day(n)).may.size)).toEqual([0, 1, 1, 0, 0]);
  });

  it('waits for an embargo, the latest of several, unless it was lifted', () => {
    const until = (n: number, liftedAt: Date | null = null) => ({
      id: 'e',
      until: day(n),
      reason: '',
      at: day(1),
      name: 'C',
      liftedAt,
    });
    const ledger = { ...granted, embargoes: [until(6), until(4), until(9, day(2))] };
    expect([2, 5, 6].map((n) => standing(ledger, day(n)).embargoedUntil)).toEqual([day(6), day(6), null]);
    expect([2, 5, 6].map((n) => [...standing(ledger, day(n)).may])).toEqual([[], [], ['website']]);
  });

  it('leaves a tombstone with what its people let stand, until the takedown ends', () => {
    const ledger = {
      ...granted,
      takedowns: [{ ...down, ended: { at: day(8), name: 'O', reason: 'A mistake.' } }],
    };
    const { may, media, tombstone } = standing(ledger, day(6));
    expect({ may, media, tombstone }).toEqual({
      may: new Set(),
      media: false,
      tombstone: { on: day(5), words: 'Taken down by its creator.', titleStays: true, creditStays: false },
    });
    expect(standing(ledger, day(8))).toEqual(standing(granted, day(8)));
  });

  it('can lose its files and keep its words', () => {
    const ledger = { ...granted, takedowns: [{ ...down, scopes: ['media' as const] }] };
    const { may, media, tombstone } = standing(ledger, day(6));
    expect({ may, media, tombstone }).toEqual({ may: new Set(['website']), media: false, tombstone: null });
  });

  it('never holds what no grant in force holds; an end, an embargo, a takedown wins at any moment', () => {
    fc.assert(
      fc.property(ledgers, moment, (ledger, now) => {
        const { may, media, embargoedUntil, tombstone } = standing(ledger, now);
        const held = (at: Date, end: Date | null | undefined) => at <= now && !(end && end <= now);
        for (const scope of scopes) {
          const some = ledger.grants.some(({ at, scopes }) =>
            scopes.some((one) => one.scope === scope && held(at, one.expiresAt) && held(at, one.ended?.at)),
          );
          if (!some) expect(may.has(scope)).toBe(false);
        }
        const embargo = ledger.embargoes.some(
          ({ at, until, liftedAt }) => held(at, until) && held(at, liftedAt),
        );
        expect({ embargo: embargoedUntil !== null, none: !embargo || may.size === 0 }).toEqual({
          embargo,
          none: true,
        });
        const downNow = ledger.takedowns.filter(({ at, ended }) => held(at, ended?.at));
        const page = downNow.some(({ scopes }) => scopes.includes('page'));
        const archive = downNow.some(({ scopes }) => scopes.includes('archive'));
        const files = page || downNow.some(({ scopes }) => scopes.includes('media'));
        expect({ page: tombstone !== null, media }).toEqual({ page, media: !files });
        if (page) expect(['website', 'social', 'press'].filter((one) => may.has(one as never))).toEqual([]);
        if (archive) expect(may.has('archive')).toBe(false);
      }),
    );
  });

  it('changes at its turning points and at no other moment', () => {
    fc.assert(
      fc.property(ledgers, moment, (ledger, now) => {
        const before = turningPoints(ledger).filter((at) => at <= now);
        const last = before.at(-1) ?? day(0);
        expect(standing(ledger, now)).toEqual(standing(ledger, last));
      }),
    );
  });
});
