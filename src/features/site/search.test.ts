import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { credit, paper, work } from '../../../tests/records.ts';
import { choicesOf, facetsOf } from './facets.ts';
import { fold, searchIndex, searchScript } from './search.ts';

describe('the index that readers search', () => {
  it('folds case and accents, and letters that are no accented ones', () => {
    expect(['Łucja WÓJCIK', 'Straße', 'Søren Æbelø', 'Иванна', 'مثال', '“Opt-Out”'].map(fold)).toEqual([
      'lucja wojcik',
      'strasse',
      'soren aebelo',
      'иванна',
      'مثال',
      'opt out',
    ]);
  });

  it('is a script that holds each word of a record once, and nothing of what was taken down', () => {
    const evil = work('low-tide', {
      title: 'Tide </script> tide',
      people: [credit('Ada')],
      summary: 'Tide of Ada.',
    });
    const gone = work('gone', { title: 'Forgotten', tombstone: { on: '2024-12-20', words: 'Gone.' } });
    const script = searchScript(searchIndex([evil, gone]));
    expect(script).not.toContain('</');
    const window: { salonSearch?: unknown } = {};
    runInNewContext(script, { window });
    expect(JSON.parse(JSON.stringify(window.salonSearch))).toEqual([
      ['works/low-tide', 'work tide script ada visual art ink on paper 2024 of'],
    ]);
  });
});

describe('the facets of a list', () => {
  const film = { key: 'film', label: 'Film' };
  const both = [
    work('a', { work: { forms: [film] } }),
    work('b'),
    work('c', { work: { forms: [film] } }),
    paper('d'),
  ];

  it('offer only what tells records apart, the most frequent first', () => {
    expect(facetsOf(both, ['kind', 'form', 'award'])).toEqual([
      {
        key: 'kind',
        label: 'Show',
        choices: [
          { key: 'work', label: 'Works', count: 3 },
          { key: 'paper', label: 'Papers', count: 1 },
        ],
      },
      {
        key: 'form',
        label: 'Form',
        choices: [
          { key: 'film', label: 'Film', count: 2 },
          { key: 'visual-2d', label: 'Visual art', count: 1 },
        ],
      },
    ]);
    expect(facetsOf([both[0]!, both[2]!], ['kind', 'form'])).toEqual([]);
  });

  it('stand on each record as keys', () => {
    const award = { name: 'Best, Film!', words: '' };
    expect(choicesOf({ ...both[0]!, award })).toEqual({
      'data-kind': 'work',
      'data-form': 'film',
      'data-award': 'best-film',
      'data-note': 'none',
    });
  });
});
