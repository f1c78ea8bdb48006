import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { paper, type Block, type Layout } from '../corpus/papers.ts';
import { lengths, onePage, twoPages } from '../corpus/lengths.ts';
import { madePdf } from '../corpus/pdfs.ts';
import { acmSigconf, a4Article, paperRules2024 } from '../profiles.ts';
import { fromBytes } from '../sources.ts';

const notice = '38th Conference on Neural Information Processing Systems (NeurIPS 2024).';

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

test('a long list in small print and a figure under the notice are no departures', async () => {
  const small = await measured([...onePage, { heading: 'References' }, { small: 120 }]);
  expect([small.said, small.facts.bodyFontSize]).toEqual([[], 10]);
  const lifted = await measured([...onePage, { heading: 'References' }, { entries: 8 }], {
    notice: '',
    extra: (page) => (page === 1 ? [{ text: notice, x: 108, y: 200, size: 9 }] : []),
  });
  expect(lifted.said).toEqual([]);
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

test('letters that nobody can read are never counted against a paper', async () => {
  const noise = 'T^]nIhq4NhC EGb3RnI hBNcjCjnj3hR8 mNCq3acCj wh2R8hH';
  const seen = await measured(
    Array.from({ length: 140 }, () => ({ words: noise })),
    { title: null },
  );
  expect(seen.said).toEqual(['paper.length-unsure']);
  expect(seen.verdict).toBe('accept-with-warning');
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
