import { expect, test } from 'vitest';
import { headingKind, speaksOfReferences } from './heading-words.ts';

const references = [
  'References',
  '7. References',
  'Works Referenced',
  'Literature and Sources',
  'Cited Literature',
  'Primary & Secondary Sources',
  'Suggested Reading',
  'Bibliography (Selected)',
  'W O R K S R E F E R E N C E D',
  '5. R E F E R E N C E S',
  'R EFERENCES',
  'Список використаних джерел',
  'Käll- och litteraturförteckning',
  '参考书目',
  'قائمة المراجع',
  'संदर्भ सूची',
];
test.each(references)('a list of references may stand under “%s”', (words) => {
  expect(headingKind(words)).toBe('references');
});

const others = [
  'Cross-References',
  'References and Influences',
  'Related Work and References',
  'Sources of Light',
  'Works',
  'Notes',
  'The Twelve Works',
  'How Many References?',
  'Selected Works',
];
test.each(others)('“%s” is a heading like any other', (words) => {
  expect(headingKind(words)).toBeNull();
});

test.each([
  ['A C K N O W L E D G M E N T S', 'acknowledgements'],
  ['Lời cảm ơn', 'acknowledgements'],
  ['Приложение А', 'appendix'],
  ['附录A 问卷', 'appendix'],
  ['Appendix B: Interview Guide', 'appendix'],
])('“%s” opens a part that is told apart', (words, kind) => {
  expect(headingKind(words)).toBe(kind);
});

test('how an ACM paper wants to be cited is no list of references', () => {
  expect(['ACM Reference Format:', 'Works consulted in the archive'].map(speaksOfReferences)).toEqual([
    false,
    true,
  ]);
});
