import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invented, inventedPainting, inventedPaper } from '../../../../tests/public-records.ts';
import { credit } from '../../../../tests/records.ts';
import { bibTeX } from './bibtex.ts';

describe('a citation in BibTeX', () => {
  it('says of a paper that it is in no proceedings, and escapes what LaTeX would act on', () => {
    expect(bibTeX(inventedPaper, invented)).toBe(String.raw`@misc{2024-wit-costs-40,
  title = {{Wit {\textbraceleft}costs{\textbraceright} 40\% \& "more": {\"U}ber C\#\_2 {\textbackslash} {\textless}b{\textgreater}}},
  author = {Zo{\"e} {\r{A}}ngstr{\"o}m and {Ali Invented, Jr.}},
  year = {2024},
  howpublished = {Workshop paper, Workshop on Wit \& Machines},
  note = {Non-archival; no official proceedings},
  keywords = {humour, risk \& return},
  abstract = {A joke is a bet. We count the bets.},
  copyright = {{\copyright} 2024 the authors. CC BY 4.0},
  langid = {en},
  url = {https://salon.example/2024/papers/wit-costs-40},
}
`);
  });

  it('keeps a title in another script as it is, and tells the year of the work', () => {
    expect(readBibTeX(bibTeX(inventedPainting, invented))).toEqual({
      title: '{جزر منخفض}',
      author: 'Mina Okafor',
      year: '2023',
      howpublished: String.raw`Image, Workshop on Wit \& Machines`,
      note: 'Award: Prize of the house',
      abstract: 'ماء ينسحب.',
      copyright: String.raw`{\copyright} 2023 Mina Okafor. All rights reserved`,
      langid: 'ar',
      url: 'https://salon.example/2024/works/low-tide',
    });
  });

  it('lets a group, a comma and an "and" be one name', () => {
    const people = [
      credit('Tin and Wire', { kind: 'collective' }),
      credit('Anders And', {}),
      credit('Fernando Andrade'),
      credit('Ana Maria, de Lisboa'),
    ];
    expect(readBibTeX(bibTeX({ ...inventedPaper, people }, invented)).author).toBe(
      '{Tin and Wire} and {Anders And} and Fernando Andrade and {Ana Maria, de Lisboa}',
    );
  });

  it('can be read back whatever a title and a name contain', () => {
    fc.assert(
      fc.property(anything, anything, (title, name) => {
        const written = bibTeX(
          { ...inventedPaper, title: `x${title}`, people: [credit(`x${name}`)] },
          invented,
        );
        expect(Object.keys(readBibTeX(written)).slice(0, 3)).toEqual(['title', 'author', 'year']);
      }),
    );
  });
});

/** Everything that BibTeX or LaTeX could take for its own. */
const anything = fc.string({ unit: fc.constantFrom(...'{}\\%&$#_~^"@,=é\u0301ım😀م\n\0 ') });

/** As BibTeX itself reads: it counts every brace, escaped or not. */
function readBibTeX(text: string): Record<string, string> {
  const head = /^@misc\{[a-z0-9-]+,\n/.exec(text);
  if (!head) throw new Error('There is no entry.');
  const fields: Record<string, string> = {};
  let at = head[0].length;
  for (;;) {
    const field = /\s*([a-z]+) = \{/y;
    field.lastIndex = at;
    const found = field.exec(text);
    if (!found) break;
    let depth = 1;
    const from = (at = field.lastIndex);
    while (depth > 0) {
      if (at >= text.length) throw new Error(`${found[1]} never ends.`);
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      at += 1;
    }
    fields[found[1]!] = text.slice(from, at - 1);
    if (text[at] !== ',') throw new Error(`After ${found[1]} stands ${text[at]}.`);
    at += 1;
  }
  if (text.slice(at) !== '\n}\n') throw new Error(`Left over: ${text.slice(at)}`);
  return fields;
}
