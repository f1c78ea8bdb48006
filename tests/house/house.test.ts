/** What the house demands of its own code, as far as reading it can tell. */
import { describe, expect, it } from 'vitest';
import { linesOf, sources, text, tree } from './source.ts';

describe('the house', () => {
  it('reads the wall clock in one place', () => {
    const readers = sources
      .filter((path) => path !== 'src/platform/clock.ts' && !path.startsWith('src/ui/specimen/'))
      // The checker and the database's supervisor measure and wait; no rule of a workshop is judged there.
      .filter((path) => !path.startsWith('src/preflight/') && !path.startsWith('src/platform/postgres/'))
      .flatMap((path) =>
        linesOf(path, /\bnew Date\(\)|\bDate\.now\(|Temporal\.Now\.(?!instant\(\)\.toZonedDateTimeISO)/),
      );
    expect(readers).toEqual([]);
  });

  it('has no drawer whose name says nothing', () => {
    const drawers = tree.filter((path) =>
      /(^|\/)(utils?|helpers?|common|misc|services?|managers?)(\/|\.(ts|js|svelte)$)/.test(path),
    );
    expect(drawers).toEqual([]);
  });

  it('leaves no test out and none alone', () => {
    const left = tree
      .filter((path) => /\.test\.ts$/.test(path))
      .flatMap((path) => linesOf(path, /\b(it|test|describe)\.(skip|only|todo|skipIf|runIf)\b/));
    expect(left).toEqual([]);
  });

  it('puts no style and no script into its markup, which the content policy would refuse', () => {
    const inline = sources
      .filter((path) => path.endsWith('.svelte'))
      .flatMap((path) => linesOf(path, /\sstyle=|\son[a-z]+="|\{@html/));
    expect(inline.filter((place) => !permittedMarkup.some((path) => place.startsWith(`${path}:`)))).toEqual(
      [],
    );
  });

  it('asks no other host for anything', () => {
    const outside = sources
      .filter((path) => path.endsWith('.svelte') || path.endsWith('.css'))
      .flatMap((path) =>
        linesOf(path, /(src|srcset)=["{`']+https?:|url\(["']?https?:|@import\s+["']https?:/),
      );
    expect(outside).toEqual([]);
  });

  it('keeps its files short', () => {
    const lengthOf = (path: string) => text(path).split('\n').length;
    const lengths = sources.map(lengthOf).sort((a, b) => a - b);
    const code = tree.filter((path) => /^(src|tests|bench|bin|examples)\/.*\.(ts|mjs|svelte)$/.test(path));
    const long = code.filter((path) => lengthOf(path) > 301 && !path.startsWith('src/preflight/pdf/'));
    expect({ median: lengths[Math.floor(lengths.length / 2)]! <= 70, long }).toEqual({
      median: true,
      long: [],
    });
  });

  it('names no machine and no package host', () => {
    const told = tree
      .filter((path) => /\.(ts|mjs|svelte|md|yaml|json|sh)$/.test(path) || path === '.ci/run')
      .filter((path) => path !== 'package-lock.json' && path !== 'tests/house/house.test.ts')
      .flatMap((path) => linesOf(path, /(^|[^\w.])\/(work|root)\/|registry\.npmjs|deb\.debian\.org/));
    expect(told).toEqual([]);
  });

  it('keeps only paths that exist in its maps', () => {
    const gone = ['ARCHITECTURE.md', 'docs/tour.md', 'README.md'].flatMap((map) =>
      tree.includes(map)
        ? [...text(map).matchAll(/`((?:src|tests|bin|bench|docs|examples|migrations)\/[^`\s*{}]*)`/g)]
            .map((match) => match[1]!.replace(/\/$/, ''))
            .filter((path) => !tree.some((file) => file === path || file.startsWith(`${path}/`)))
            .map((path) => `${map}: ${path}`)
        : [],
    );
    expect(gone).toEqual([]);
  });
});

/** Places that print markup made by us: from Markdown, through the sanitizer, and data for machines, which cannot end itself. */
const permittedMarkup: string[] = ['src/ui/Markdown.svelte', 'src/features/site/pages/HeadData.svelte'];
