/** The tables as the code declares them, held against the migrated database; and who may name them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../world.ts';
import { sources, text } from './source.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

describe('every table', () => {
  it('is declared by one folder, column for column as the database has it', async () => {
    const { rows } = await sql<{ table: string; columns: string[] }>`
      select table_name as "table", json_agg(column_name order by column_name) as columns
      from information_schema.columns where table_schema = 'public' and table_name not in ('migration')
      group by table_name order by table_name`.execute(world.db);
    const real = Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
    const told = Object.fromEntries(
      declared()
        .map(({ table, columns }) => [table, [...columns].sort()] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    for (const columns of Object.values(real)) columns.sort();
    expect(told).toEqual(Object.fromEntries(Object.entries(real).filter(([table]) => table in told)));
  });

  it('is named only in its owner’s folder', () => {
    const owners = new Map(declared().map(({ table, path }) => [table, folderOf(path)]));
    const intruders = sources
      .filter((path) => path.endsWith('.server.ts') && !path.startsWith('src/platform/postgres/'))
      .flatMap((path) =>
        [
          ...text(path).matchAll(
            /(?:\b(?:from|join|into|update|delete from)\s+|(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin)\(\s*')([a-zA-Z_]+)/g,
          ),
        ]
          .map((match) => snake(match[1]!))
          .filter((table) => owners.has(table) && owners.get(table) !== folderOf(path))
          .map((table) => `${path} names ${table} of ${owners.get(table)}`),
      );
    expect([...new Set(intruders)]).toEqual([]);
  });
});

function declared() {
  return sources
    .filter((path) => path.endsWith('.server.ts'))
    .flatMap((path) =>
      [...text(path).matchAll(/type \w+Tables = \{([\s\S]*?)\n?\};/g)].flatMap(([, body]) =>
        tablesIn(body!).map((table) => ({ ...table, path })),
      ),
    );
}

/** Reads `name: { column: type; … }` pairs; types hold no braces of their own here. */
function tablesIn(body: string) {
  const plain = body.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  return [...plain.matchAll(/(\w+): \{([^{}]*)\}?/g)].map(([, name, columns]) => ({
    table: snake(name!),
    columns: [...columns!.matchAll(/(\w+)\??:/g)].map(([, column]) => snake(column!)),
  }));
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const folderOf = (path: string) => /^src\/(?:features\/)?[^/]+/.exec(path)![0];
