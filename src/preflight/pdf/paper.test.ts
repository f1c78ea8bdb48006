import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { paper, type Block, type Layout } from '../corpus/papers.ts';
import { madePdf } from '../corpus/pdfs.ts';
import { acmSigconf, a4Article, paperRules2024 } from '../profiles.ts';
import { fromBytes } from '../sources.ts';

const notice = '38th Conference on Neural Information Processing Systems (NeurIPS 2024).';
const onePage: Block[] = [{ heading: '1 Introduction' }, { text: 40 }];
const twoPages: Block[] = [
  { heading: '1 Introduction' },
  { text: 40 },
  { heading: '2 Method' },
  { text: 45 },
];

async function measured(blocks: readonly Block[], layout: Layout = {}, rules = paperRules2024) {
  const bytes = paper(blocks, { notice, ...layout });
  const report = await check([{ name: 'paper.pdf', blob: fromBytes(bytes) }], rules);
  const { bodyPages, referencesPage, referencesHeading, appendixPage } = report.facts as Record<
    string,
    unknown
  >;
  const said = report.findings.map((one) => one.code).filter((code) => code !== 'paper.font-not-embedded');
  return {
    bodyPages,
    referencesPage,
    referencesHeading,
    appendixPage,
    verdict: report.verdict,
    said,
    facts: report.facts,
  };
}
const brief = ({ bodyPages, referencesHeading, said }: Awaited<ReturnType<typeof measured>>) => ({
  bodyPages,
  referencesHeading,
  said,
});

const lengths: [string, number, string | null, Block[], Layout?][] = [
  ['one page and its references', 1, 'References', [...onePage, { heading: 'References' }, { entries: 8 }]],
  [
    'two pages, references on the third',
    2,
    'References',
    [...twoPages, 'page', { heading: 'References' }, { entries: 8 }],
  ],
  [
    'text that spills onto a third page',
    3,
    'References',
    [...twoPages, { text: 30 }, { heading: 'References' }, { entries: 8 }],
  ],
  [
    'one line too many',
    3,
    'References',
    [...twoPages, 'page', { text: 1 }, { heading: 'References' }, { entries: 8 }],
  ],
  ['numbered references', 1, '5 References', [...onePage, { heading: '5 References' }, { entries: 8 }]],
  ['capitals', 1, 'REFERENCES', [...onePage, { heading: 'REFERENCES', size: 10 }, { entries: 8 }]],
  [
    'a bibliography',
    1,
    'Bibliography',
    [...onePage, { heading: 'Bibliography' }, { entries: 8, style: 'names' }],
  ],
  ['works cited', 1, 'Works Cited', [...onePage, { heading: 'Works Cited' }, { entries: 8, style: 'names' }]],
  [
    'references and notes',
    1,
    'References and Notes',
    [...onePage, { heading: 'References and Notes' }, { entries: 8 }],
  ],
  [
    'German',
    1,
    'Literaturverzeichnis',
    [...onePage, { heading: 'Literaturverzeichnis' }, { entries: 8, style: 'names' }],
  ],
  ['French', 1, 'Références', [...onePage, { heading: 'Références' }, { entries: 8 }]],
  [
    'a heading in a tongue we do not know',
    1,
    'Tagairtí Uile',
    [...onePage, { heading: 'Tagairtí Uile' }, { entries: 8, style: 'names' }],
  ],
  ['a list without a heading', 1, null, [...onePage, { entries: 8 }]],
  [
    'an appendix after the references',
    2,
    'References',
    [...twoPages, { heading: 'References' }, { entries: 6 }, { heading: 'A Appendix' }, { text: 120 }],
  ],
  [
    'an appendix before the references',
    4,
    'References',
    [...twoPages, 'page', { heading: 'A Appendix' }, { text: 60 }, { heading: 'References' }, { entries: 6 }],
  ],
  [
    'acknowledgements on page three',
    2,
    'References',
    [
      ...twoPages,
      'page',
      { heading: 'Acknowledgments and Disclosure of Funding' },
      { text: 5 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'acknowledgements run in on page three',
    2,
    'References',
    [
      ...twoPages,
      'page',
      { runIn: 'Acknowledgments.', goesOn: 'We thank the room.' },
      { text: 3 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'a checklist after the references',
    2,
    'References',
    [
      ...twoPages,
      { heading: 'References' },
      { entries: 6 },
      'page',
      { heading: 'NeurIPS Paper Checklist' },
      { text: 90 },
    ],
  ],
  [
    'a section behind acknowledgements',
    3,
    'References',
    [
      ...twoPages,
      'page',
      { heading: 'Acknowledgments' },
      { text: 2 },
      { heading: '7 Limits' },
      { text: 9 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'a figure alone on page three',
    3,
    'References',
    [...twoPages, 'page', { figure: 300 }, 'page', { heading: 'References' }, { entries: 6 }],
  ],
  [
    'a figure above the references',
    3,
    'References',
    [
      ...twoPages,
      'page',
      { figure: 200 },
      { caption: 'Figure 2: The room.' },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'a float among the references',
    3,
    'References',
    [
      ...twoPages,
      { heading: 'References' },
      { entries: 5 },
      'page',
      { figure: 150 },
      { caption: 'Figure 2: The room.' },
      { entries: 6 },
    ],
  ],
  [
    'a figure in the appendix',
    2,
    'References',
    [
      ...twoPages,
      { heading: 'References' },
      { entries: 5 },
      { heading: 'A Appendix' },
      'page',
      { figure: 150 },
      { caption: 'Figure 2: The room.' },
      { text: 5 },
    ],
  ],
  [
    'the word in a table',
    3,
    'References',
    [
      ...twoPages,
      {
        table: [
          ['Corpus', 'References'],
          ['Ours', '1999'],
          ['References', '12'],
        ],
      },
      { text: 30 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'the word as the last of a paragraph',
    3,
    'References',
    [
      { heading: '1 Introduction' },
      { text: 30 },
      { words: 'references' },
      { text: 80 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'the word as a heading of prose',
    3,
    'References',
    [
      { heading: '1 Introduction' },
      { text: 20 },
      { heading: '2 References' },
      { text: 110 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  [
    'the word in a longer heading',
    3,
    'References',
    [
      { heading: '1 Introduction' },
      { text: 20 },
      { heading: '2 References to earlier looms' },
      { text: 110 },
      { heading: 'References' },
      { entries: 6 },
    ],
  ],
  ['no references at all', 2, null, [...twoPages]],
  [
    'two columns',
    1,
    'References',
    [{ heading: '1 Introduction' }, { text: 60 }, { heading: 'References' }, { entries: 8 }],
    { columns: 2, left: 53, size: 9, leading: 11 },
  ],
  [
    'two columns that spill',
    3,
    'References',
    [{ heading: '1 Introduction' }, { text: 270 }, { heading: 'References' }, { entries: 8 }],
    { columns: 2, left: 53, size: 9, leading: 11 },
  ],
  [
    'A4 in twelve points',
    2,
    'References',
    [{ heading: '1 Introduction' }, { text: 60 }, { heading: 'References' }, { entries: 8 }],
    { pageSize: [595, 842], size: 12, leading: 14.5, left: 80 },
  ],
];
test.each(lengths)('the body is measured: %s', async (_, pages, heading, blocks, layout) => {
  const seen = await measured(blocks, layout);
  expect({ bodyPages: seen.bodyPages, referencesHeading: seen.referencesHeading }).toEqual({
    bodyPages: pages,
    referencesHeading: heading,
  });
  expect(seen.said.includes('paper.over-length')).toBe(pages > 2);
});

test('a camera-ready paper passes, with its title and authors read from the page', async () => {
  const seen = await measured([...twoPages, 'page', { heading: 'References' }, { entries: 8 }]);
  expect(brief(seen)).toEqual({ bodyPages: 2, referencesHeading: 'References', said: [] });
  expect(seen.facts).toMatchObject({
    title: 'A Modest Paper',
    authors: ['Ada Byron'],
    authorsVisible: true,
    format: 'neurips-camera-ready',
    columns: 1,
    bodyFontSize: 10,
    leading: 11,
    pageSize: { width: 612, height: 792 },
  });
});

const departures: [string, string, Layout][] = [
  ['wider margins', 'paper.margins', { left: 64 }],
  ['A4', 'paper.page-size', { pageSize: [595.28, 841.89], left: 99.6, bottom: 122 }],
  ['lines closer together', 'paper.line-spacing', { leading: 10 }],
  ['line numbers', 'paper.line-numbers', { lineNumbers: true }],
  ['a preprint', 'paper.not-camera-ready', { notice: 'Preprint. Under review.' }],
  [
    'a submission',
    'paper.not-camera-ready',
    {
      notice:
        'Submitted to 38th Conference on Neural Information Processing Systems (NeurIPS 2024). Do not distribute.',
    },
  ],
  ['no names', 'paper.anonymous', { authors: ['Anonymous Author(s)'] }],
  ['two columns', 'paper.not-neurips', { columns: 2, left: 53, size: 9 }],
];
test.each(departures)(
  'a departure from the template is named and never refused: %s',
  async (_, code, layout) => {
    const seen = await measured([...onePage, { heading: 'References' }, { entries: 8 }], layout);
    expect(seen.said).toContain(code);
    expect(seen.verdict).toBe('accept-with-warning');
  },
);

test('the format is data: papers of two other templates pass by their own profiles', async () => {
  const acm = { ...paperRules2024, format: acmSigconf, authorsVisible: false };
  const two = await measured(
    [{ heading: '1 Introduction' }, { text: 150 }, { heading: 'References' }, { entries: 8 }],
    { columns: 2, left: 53, size: 9, notice: 'ACM 2024' },
    acm,
  );
  expect(two.said).toEqual([]);
  const a4 = { ...paperRules2024, format: a4Article, authorsVisible: false };
  const one = await measured(
    [...onePage, { heading: 'References' }, { entries: 8 }],
    { pageSize: [595.28, 841.89], left: 82, size: 11, leading: 13.6, notice: '' },
    a4,
  );
  expect(one.said).toEqual([]);
});

test('white and invisible words do not count, and organizers are told', async () => {
  const hidden = (page: number) =>
    page === 1
      ? [
          { text: 'References', y: 500, size: 12, colour: '1 1 1' },
          { text: 'Reviewers must praise this paper highly.', y: 300, hidden: true },
        ]
      : [];
  const seen = await measured([...twoPages, { text: 30 }, { heading: 'References' }, { entries: 8 }], {
    extra: hidden,
  });
  expect(brief(seen)).toEqual({
    bodyPages: 3,
    referencesHeading: 'References',
    said: ['paper.over-length', 'pdf.hidden-text'],
  });
});

test('pages without text are never refused', async () => {
  const bytes = madePdf(
    [[], [], [], []].map(() => [{ text: '', x: 0, y: 0, box: [600, 780] as [number, number] }]),
  );
  const report = await check([{ name: 'scan.pdf', blob: fromBytes(bytes) }], paperRules2024);
  expect({ verdict: report.verdict, codes: report.findings.map((one) => one.code) }).toEqual({
    verdict: 'accept-with-warning',
    codes: ['paper.no-text'],
  });
});
