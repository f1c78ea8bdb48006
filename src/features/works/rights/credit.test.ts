import { describe, expect, it } from 'vitest';
import { creditLine, creditsOf } from './credit.ts';

const person = (name: string, personId: string | null, answer: 'confirmed' | 'objected' | null = null) => ({
  kind: 'person' as const,
  name,
  personId,
  answer: answer && { answer, at: new Date('2024-10-01T00:00:00Z'), words: '' },
});

describe('who is named in public', () => {
  it('is who confirmed, who handed it in and who granted its rights, in their order; the others wait', () => {
    const { named, waiting, objected } = creditsOf(
      [
        person('Ada', 'ada'),
        person('Benno', 'benno'),
        person('Chiara', 'chiara', 'confirmed'),
        person('Dora', null),
        person('Emil', 'emil'),
        { ...person('The Tide Choir', null), kind: 'collective' as const },
      ],
      { submittedBy: ['ada'], grantedBy: ['emil', null] },
    );
    expect([named, waiting, objected].map((list) => list.map(({ name }) => name))).toEqual([
      ['Ada', 'Chiara', 'Emil', 'The Tide Choir'],
      ['Benno', 'Dora'],
      [],
    ]);
  });

  it('is never who objected, whatever they did before', () => {
    const { named, objected } = creditsOf([person('Ada', 'ada', 'objected')], {
      submittedBy: ['ada'],
      grantedBy: ['ada'],
    });
    expect([named, objected.map(({ name }) => name)]).toEqual([[], ['Ada']]);
  });

  it('makes a line from their names, or takes the one they wrote', () => {
    const names = Array.from({ length: 10 }, (_, at) => `P${at}`);
    expect([
      creditLine({ own: ' Courtesy of the estate ', names, year: '2024' }),
      creditLine({ own: '', names: ['Ada', 'Benno'], year: '2024' }),
      creditLine({ own: '', names, year: '2024' }),
      creditLine({ own: '', names: [], year: '2024' }),
    ]).toEqual([
      'Courtesy of the estate',
      '© 2024 Ada, Benno',
      '© 2024 P0, P1, P2, P3, P4, P5, P6, P7, and 2 more',
      '',
    ]);
  });
});
