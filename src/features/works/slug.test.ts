import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugFor, slugFrom } from './slug.ts';

describe('a slug', () => {
  it('says the title in plain letters, whatever the script', () => {
    const titles = {
      'Margins First: A Drafting Tool That Only Writes in the Margin':
        'margins-first-a-drafting-tool-that-only-writes-in-the-margin',
      'Whose Grandmother? Defaults of Age and Place in Generated Portraits':
        'whose-grandmother-defaults-of-age-and-place-in-generated',
      'The Artist’s Æther, naïvely drawn': 'the-artists-aether-naively-drawn',
      'Straße, Łódź, Ærø & İstanbul': 'strasse-lodz-aero-istanbul',
      'Отлив, десять тысяч рук': 'otliv-desyat-tysyach-ruk',
      'Η άμπωτη': 'i-ampoti',
      'ما لم تقله الآلة': 'ma-lm-tqlh-alala',
      'مَا ٱلْحُبُّ': 'ma-lhb',
      'שפל, עשרת אלפים ידיים': 'shpl-ashrt-alpym-ydyym',
      '部屋 (The Room)': 'the-room',
      '¿4′33″?': '4-33',
      部屋: '',
      '🌊🌊': '',
      '   ': '',
    };
    expect(Object.fromEntries(Object.keys(titles).map((title) => [title, slugFrom(title)]))).toEqual(titles);
  });

  it('is the kind with a number where nothing of the title can be written so', () => {
    const taken = new Set(['work']);
    expect(slugFor({ title: '部屋', kind: 'work', own: [], taken })).toBe('work-2');
    expect(slugFor({ title: '🌊', kind: 'paper', own: [], taken })).toBe('paper');
  });

  it('is no name that a folder or a disk keeps for itself', () => {
    const asked = ['Index', 'CON', 'nul', 'Com1', 'Conference'].map((title) =>
      slugFor({ title, kind: 'work', own: [], taken: new Set() }),
    );
    expect(asked).toEqual(['index-2', 'con-2', 'nul-2', 'com1-2', 'conference']);
  });

  it('stays while it says the title, and returns to an older one with the older title', () => {
    const naming = { kind: 'work', taken: new Set(['low-tide', 'low-tide-2', 'high-tide']) } as const;
    const own = ['high-tide', 'low-tide-2'];
    expect(slugFor({ ...naming, title: 'High Tide!', own })).toBe('high-tide');
    expect(slugFor({ ...naming, title: 'Low Tide', own })).toBe('low-tide-2');
    expect(slugFor({ ...naming, title: 'Ebb', own })).toBe('ebb');
    expect(slugFor({ ...naming, title: 'Low Tide', own: [] })).toBe('low-tide-3');
  });
});

const title = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[\u0600-\u06ff ]{0,60}$/),
  fc.string({ unit: fc.constantFrom('a', 'B', 'é', '-', ' ', '.', '🌊', 'ا', '部'), maxLength: 300 }),
  fc.constantFrom('Untitled', 'Untitled 2', 'Untitled-2', 'UNTITLED', 'index', 'con', '../../etc/passwd'),
);
const kind = fc.constantFrom('paper' as const, 'work' as const);

describe('slugs of an edition', () => {
  it('fit an address and a disk, for any title at all', () => {
    fc.assert(
      fc.property(title, kind, (title, kind) => {
        const slug = slugFor({ title, kind, own: [], taken: new Set() });
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are never two the same, and never used again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(title, kind), { maxLength: 60 }), (asked) => {
        const taken = new Set<string>();
        for (const [title, kind] of asked) {
          const slug = slugFor({ title, kind, own: [], taken });
          expect(taken.has(slug)).toBe(false);
          taken.add(slug);
        }
      }),
    );
  });

  it('stay the same when the same title is asked again, however full the edition is', () => {
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 40 }), title, kind, (others, mine, kind) => {
        const taken = new Set<string>();
        for (const title of others) taken.add(slugFor({ title, kind, own: [], taken }));
        const first = slugFor({ title: mine, kind, own: [], taken });
        taken.add(first);
        expect(slugFor({ title: mine, kind, own: [first], taken })).toBe(first);
      }),
    );
  });

  it('number the same title twenty times', () => {
    const taken = new Set<string>();
    for (let n = 0; n < 20; n += 1) taken.add(slugFor({ title: 'Untitled', kind: 'work', own: [], taken }));
    expect([...taken]).toEqual(['untitled', ...Array.from({ length: 19 }, (_, at) => `untitled-${at + 2}`)]);
  });
});
