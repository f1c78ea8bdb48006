/** A plan of work under way names tests as proof: each stands in the file that is named, under the name that is quoted. */
import { expect, it } from 'vitest';
import { text, tree } from './source.ts';

it('a plan quotes only tests that exist', () => {
  let file = '';
  const missing: string[] = [];
  const plans = tree.filter((path) => /^docs\/plan-.*\.md$/.test(path));
  for (const row of plans.flatMap((path) => text(path).split('\n'))) {
    for (const [whole, path, quote] of row.matchAll(/`([^`\s]+\.test\.ts)`|the same file|“([^”]+)”/g)) {
      if (path) file = path;
      if (path && !tree.includes(path)) missing.push(`no file ${path}`);
      // One or two quoted words are words of a page.
      if (quote && quote.split(' ').length > 2 && tree.includes(file) && !stands(quote, file))
        missing.push(`${file}: ${whole}`);
    }
  }
  expect(missing).toEqual([]);
});

/** Also the beginning of a name, a group and one of its tests around “…”, and one of a table's names. */
function stands(quote: string, file: string): boolean {
  const source = plain(text(file));
  const tables = [...source.matchAll(/['"`]([^'"`\n]*%s[^'"`\n]*)['"`]/g)].map(([, name]) => pattern(name!));
  return quote
    .split(' … ')
    .map(plain)
    .every((part) => source.includes(part) || tables.some((name) => name.test(part)));
}

const plain = (name: string) => name.replaceAll('\\', '').replaceAll('’', "'");

const pattern = (name: string) =>
  new RegExp(
    `^${name
      .split('%s')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  );
