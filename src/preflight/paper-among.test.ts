import { expect, test } from 'vitest';
import { paperAmong } from './paper-among.ts';

const paperOf = (names: string[], chosen?: Record<string, string>) =>
  names[
    paperAmong(
      names.map((name) => ({ name, pdf: name.endsWith('.pdf') })),
      chosen,
    )
  ];

test('the paper among several PDFs is told from their names, whatever their order', () => {
  expect([
    paperOf(['rivers-supplement.pdf', 'rivers.pdf']),
    paperOf(['rivers.pdf', 'rivers-supplement.pdf']),
    paperOf(['Appendix A.pdf', 'checklist.pdf', 'rivers_2024.pdf']),
    paperOf(['figures.pdf', 'rivers_camera-ready.pdf']),
    paperOf(['supplementary/tables.pdf', 'a-poster-about-supplements.pdf']),
    paperOf(['tables.csv', 'rivers.pdf']),
  ]).toEqual([
    'rivers.pdf',
    'rivers.pdf',
    'rivers_2024.pdf',
    'rivers_camera-ready.pdf',
    'a-poster-about-supplements.pdf',
    'rivers.pdf',
  ]);
});

test('the paper is the first PDF where the names tell nothing, and the one that its person chose', () => {
  expect([
    paperOf(['one.pdf', 'two.pdf']),
    paperOf(['supplement-1.pdf', 'supplement-2.pdf']),
    paperOf(['rivers.pdf', 'rivers-supplement.pdf'], { 'rivers-supplement.pdf': 'paper' }),
    paperOf(['rivers.pdf', 'supplement.pdf'], { 'rivers.pdf': 'supplementary' }),
    paperOf(['rivers.pdf'], { 'rivers.pdf': 'supplementary' }),
    paperOf(['rivers.docx', 'notes.txt']),
  ]).toEqual([
    'one.pdf',
    'supplement-1.pdf',
    'rivers-supplement.pdf',
    'supplement.pdf',
    'rivers.pdf',
    'rivers.docx',
  ]);
});
