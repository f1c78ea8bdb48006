/** Owns the papers of the manifest: each rule of the call and each departure from the template, broken and just kept. */
import { readFileSync } from 'node:fs';
import { onePage, twoPages } from '#app/preflight/corpus/lengths.ts';
import { paper, type Block, type Layout } from '#app/preflight/corpus/papers.ts';
import { madePdf } from '#app/preflight/corpus/pdfs.ts';
import type { PaperRules } from '#app/preflight/rules.ts';
import { paperRules2024 } from '#app/preflight/profiles.ts';
import { text, type Case } from './case.ts';

const notice = '38th Conference on Neural Information Processing Systems (NeurIPS 2024).';
const references: Block[] = [{ heading: 'References' }, { entries: 8 }];
const short: Block[] = [...onePage, ...references];

const handed = (says: string, bytes: Uint8Array, codes: string[], rules?: PaperRules): Case => ({
  says,
  call: 'papers',
  files: [{ name: 'paper.pdf', bytes }],
  verdict: codes.length > 0 ? 'accept-with-warning' : 'accept',
  codes,
  ...(rules && { rules }),
});
const set = (says: string, layout: Layout, ...codes: string[]): Case =>
  handed(says, paper(short, { notice, ...layout }), codes);
const refused = (one: Case): Case => ({ ...one, verdict: 'reject' });
const sample = (says: string, name: string, ...codes: string[]): Case => ({
  ...handed(
    says,
    new Uint8Array(readFileSync(new URL(`../papers/sample/${name}.pdf`, import.meta.url))),
    codes,
  ),
  fontsEmbedded: true,
});

const lengths: Case[] = [
  handed('two full pages', paper([...twoPages, 'page', ...references], { notice }), []),
  refused(
    handed('one line on a third page', paper([...twoPages, 'page', { text: 1 }, ...references], { notice }), [
      'paper.over-length',
    ]),
  ),
  handed('one page where one is allowed', paper(short, { notice }), [], {
    ...paperRules2024,
    maxBodyPages: 1,
  }),
];

const template: Case[] = [
  set('a paper in the template', {}),
  set('wider text', { left: 64 }, 'paper.margins'),
  set('text a little wider', { left: 104 }),
  set('A4', { pageSize: [595.28, 841.89], left: 99.6 }, 'paper.margins', 'paper.page-size'),
  set('a page six points wider', { pageSize: [618, 792], left: 111 }, 'paper.page-size'),
  set('a page two points wider', { pageSize: [614, 792], left: 109 }),
  set('lines closer together', { leading: 10 }, 'paper.line-spacing'),
  set('lines a hair closer', { leading: 10.7 }),
  set('smaller letters', { size: 9, leading: 11 }, 'paper.font-size'),
  set('letters a hair smaller', { size: 9.8 }),
  set('numbered lines', { lineNumbers: true }, 'paper.line-numbers', 'paper.not-camera-ready'),
  set('numbered pages', { pageNumbers: true }),
  set('a preprint', { notice: 'Preprint. Under review.' }, 'paper.not-camera-ready'),
  set('hidden names', { authors: ['Anonymous Author(s)'] }, 'paper.anonymous', 'paper.not-camera-ready'),
  set('names of two people', { authors: ['Ada Byron', 'Boris Gill'] }),
  set('two columns', { columns: 2, left: 53, size: 9 }, 'paper.not-neurips'),
];

const fonts: Case[] = [
  sample('fonts that are in the file', '174-neurips-final-appendix-after-section-exact'),
  { ...set('a font that is not in the file', {}, 'paper.font-not-embedded'), fontsEmbedded: true },
  {
    ...sample(
      'letters that are drawings',
      '255-type3-exact-bottom-abstract-word',
      'paper.not-neurips',
      'paper.type3-font',
    ),
    rules: { ...paperRules2024, maxBodyPages: 9 },
  },
];

const scan = (pages: number) =>
  madePdf(
    Array.from({ length: pages }, () => [{ text: '', x: 0, y: 0, box: [600, 780] as [number, number] }]),
  );

const unread: Case[] = [
  handed('four pages of pictures', scan(4), ['paper.no-text']),
  {
    ...handed('words called PDF', text('A paper about the sea.'), ['pdf.no-header']),
    verdict: 'reject',
  },
];

const sizes: Case[] = [0, 1].map((over) => {
  const bytes = paper(short, { notice });
  const rules = { ...paperRules2024, maxBytes: bytes.length - over };
  const one = handed(
    over ? 'one byte more than the call allows' : 'as many bytes as the call allows',
    bytes,
    over ? ['file.too-large'] : [],
    rules,
  );
  return over ? refused(one) : one;
});

export const papersByRule: Case[] = [...lengths, ...template, ...fonts, ...unread, ...sizes];
