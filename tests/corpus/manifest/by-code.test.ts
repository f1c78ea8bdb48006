import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingTable, type Code } from '#app/preflight/findings.ts';
import { manifest } from './all.ts';
import { heavy } from './at-the-limit.ts';
import { byAccident, byCode, type Pair } from './by-code.ts';
import { contract } from './contract.ts';

const cases = new Map([...manifest, ...heavy].map((one) => [one.says, one]));
const rows = Object.entries(byCode) as [Code, Pair][];

/** The cases are put to the checker by the tests beside; here it only counts that they are there. */
test('each code has a case that breaks its rule and one that keeps it', () => {
  const wrong = rows.flatMap(([code, [broken, kept]]) => {
    const [breaks, keeps] = [cases.get(broken)?.codes.includes(code), cases.get(kept)?.codes.includes(code)];
    return (breaks || byAccident.includes(code)) && keeps === false ? [] : [{ code, broken, kept }];
  });
  expect(wrong).toEqual([]);
  expect(rows.map(([code]) => code).sort()).toEqual(Object.keys(findingTable).sort());
});

test('what only an accident brings about is shown by a test', () => {
  const shown = readFileSync('src/preflight/runner.server.test.ts', 'utf8');
  expect(byAccident.filter((code) => !shown.includes(`test('${byCode[code][0]}'`))).toEqual([]);
});

test('each code does to the verdict what the contract says', () => {
  const does = Object.entries(findingTable).map(([code, row]) => [code, row.does]);
  expect(Object.fromEntries(does)).toEqual(contract);
});

test('each severity of a case is one that the contract allows its code', () => {
  const soft = (code: string) => ['W', 'N'].includes(contract[code as Code]);
  const refusedOverNothing = [...cases.values()].filter(
    ({ verdict, codes }) => verdict === 'reject' && codes.every(soft),
  );
  expect(refusedOverNothing.map(({ says }) => says)).toEqual([]);
});
