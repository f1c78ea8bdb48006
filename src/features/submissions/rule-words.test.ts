import { expect, test } from 'vitest';
import { findingTable, overridable, type Code } from '#app/preflight/findings.ts';
import { linkRule } from './submission.ts';
import { sayRule } from './rule-words.ts';

test('every rule that organizers may lift is said in words, never by its code', () => {
  const codes = (Object.keys(findingTable) as Code[]).filter(overridable);
  const rules = [...codes, 'file.unreadable', linkRule];
  expect(rules.filter((rule) => sayRule(rule).includes(rule))).toEqual([linkRule]);
});

test('a rule that has no words any more is still named', () => {
  expect(sayRule('layout.gone')).toEqual('the rule “layout.gone” does not apply');
});
