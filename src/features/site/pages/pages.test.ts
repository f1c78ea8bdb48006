/** What a reader finds on the pages of the record, drawn without a server. All people and works are invented. */
import { describe, expect, it } from 'vitest';
import type { PublicRecord } from '#app/features/works/record.ts';
import { ai, credit, file, paper, picture, rendition, vertical, work } from '../../../../tests/records.ts';
import { attribute, drawn, links, tags } from '../../../../tests/drawn.ts';
import { recordAddress } from '../record-address.ts';
import Awards from './Awards.svelte';
import Gallery from './Gallery.svelte';
import PaperPage from './PaperPage.svelte';
import Papers from './Papers.svelte';
import WorkPage from './WorkPage.svelte';

const page = (record: PublicRecord, more: object = {}) =>
  drawn(record.kind === 'paper' ? PaperPage : WorkPage, recordAddress('2024', record), { record, ...more });

const all = () => [
  work('low-tide', {
    work: { ai, contentNotes: [{ key: 'flashing', label: 'Flashing light' }] },
    award: { name: 'Creative work prize', words: 'For its calm.' },
    files: [
      picture([4000, 3000]),
      file({
        role: 'description',
        label: 'Statement',
        kind: 'pdf',
        renditions: [rendition('document', 'description.pdf', 'application/pdf')],
      }),
    ],
  }),
  vertical(),
  work('line', { files: [picture([1600, 1])] }),
  work('theorem', {
    files: [],
    title: 'T'.repeat(200),
    people: Array.from({ length: 48 }, (_, at) => credit(`Author ${at}`)),
  }),
  work('قصيدة', { title: 'ما لم تقله الآلة', language: 'ar' }),
  paper('margins-first', {
    session: { key: 'one', title: 'Papers', day: '2024-12-14', start: '10:15', end: '11:15' },
  }),
];
const everyPage = () => [
  ...all().map((record) => page(record)),
  drawn(Gallery, '2024/works', { records: all(), index: '2024/search.js' }),
  drawn(Papers, '2024/papers', { records: all(), index: '2024/search.js' }),
  drawn(Awards, '2024/awards', { records: all() }),
];

describe('every page of the record', () => {
  it('is whole without a script and holds none', () => {
    const found = everyPage().flatMap(({ head, body }) => tags(head + body, 'script'));
    expect(found).toEqual([]);
    expect(everyPage().flatMap(({ body }) => body.match(/\s(style|on[a-z]+)="/g) ?? [])).toEqual([]);
  });

  it('has one heading of the first order, and every picture says in words what it shows', () => {
    for (const { body } of everyPage()) {
      expect(tags(body, 'h1')).toHaveLength(1);
      for (const img of tags(body, 'img'))
        expect({ img, alt: attribute(img, 'alt') === undefined }).toEqual({ img, alt: false });
    }
    const [low] = everyPage();
    expect(tags(low!.body, 'img').map((img) => attribute(img, 'alt'))).toEqual([
      'A picture, 4000 by 3000, invented.',
    ]);
  });

  it('leads nowhere by an absolute address of its own', () => {
    const found = everyPage().flatMap(({ body }) => links(body));
    expect(
      found.filter((link) => /^(\/|https?:)/.test(link) && !link.startsWith('https://orcid.org/')),
    ).toEqual([]);
    expect(found).toContain('low-tide/main-960.avif');
  });

  it('prints markup in anything that people wrote as the signs it is', () => {
    const evil = '<img src=x onerror=alert(1)></script><b>bold</b>';
    const shown = picture([800, 600], { alt: evil, label: evil, description: evil });
    const changes = {
      title: evil,
      summary: evil,
      people: [credit(evil, { affiliation: evil, role: evil, pronouns: evil })],
      topics: [evil],
      answers: [{ label: evil, words: evil }],
      links: [
        { label: evil, url: 'javascript:alert(1)', note: evil },
        { label: evil, url: 'https://elsewhere.example/', note: evil },
      ],
      award: { name: evil, words: evil },
      files: [
        shown,
        {
          ...shown,
          role: 'supplementary',
          kind: 'pdf' as const,
          renditions: [rendition('document', 'x.pdf', 'application/pdf')],
        },
      ],
    };
    const records = [
      work('evil', { ...changes, work: { ai: { ...ai, words: evil }, medium: evil } }),
      paper('evil', changes),
    ];
    const shownAs = [
      ...records.map((record) =>
        page(record, { citation: [{ label: 'BibTeX', text: evil, file: '2024/x.bib' }] }),
      ),
      drawn(Gallery, '2024/works', { records }),
      drawn(Papers, '2024/papers', { records }),
      drawn(Awards, '2024/awards', { records }),
    ];
    for (const { head, body } of shownAs) {
      expect(body).toContain('&lt;img');
      expect(`${head}${body}`).not.toMatch(/<img src=x|<b>|<\/script|javascript:/);
    }
  });
});

describe('the page of a paper', () => {
  it('names its authors in order with where they work, and says what kind of publication it is', () => {
    const { body, words } = page(all().at(-1)!);
    expect(words).toContain(
      'Gwendolyn Samplewright , Иванна Образцова Read the paper PDF, 8 pages, 48 kB Non-archival: presented at the workshop, no official proceedings.',
    );
    expect(words).toContain(
      'Иванна Образцова (she/her) Institute for Imaginary Media (invented) ORCID 0000-0000-9015-8389',
    );
    expect(words).toContain('Session Papers , Saturday 14 December 2024, 10:15');
    expect(links(body)).toContain('margins-first.pdf');
  });

  it('never shows the poster of a paper as the still of its recording', () => {
    const recording = file({
      role: 'recording',
      label: 'Recording',
      kind: 'video',
      alt: 'The talk.',
      renditions: [rendition('film', 'talk.mp4', 'video/mp4')],
    });
    const first = paper('margins-first');
    const { body } = page({
      ...first,
      files: [
        ...first.files,
        recording,
        picture([800, 1200], { stem: 'poster', role: 'poster', label: 'Poster' }),
      ],
    });
    expect(tags(body, 'video').map((one) => attribute(one, 'poster'))).toEqual([undefined]);
    expect(links(body)).toContain('margins-first/poster-480.jpg');
  });

  it('lists what comes with it', () => {
    const beside = ['supplementary', 'poster', 'slides'].map((role) =>
      file({
        role,
        label: role,
        kind: 'pdf',
        renditions: [rendition('document', `${role}.pdf`, 'application/pdf')],
      }),
    );
    const first = paper('margins-first');
    expect(links(page({ ...first, files: [...first.files, ...beside] }).body)).toEqual([
      'margins-first.pdf',
      'https://orcid.org/0000-0000-9015-8389',
      'margins-first/supplementary.pdf',
      'margins-first/poster.pdf',
      'margins-first/slides.pdf',
      '../contact.html?about=papers/margins-first',
      '../papers.html',
    ]);
  });
});

describe('the lists', () => {
  it('hang works by form, then papers, each with a way to its page', () => {
    const records = [
      work('one', { work: { forms: [{ key: 'film', label: 'Film' }] } }),
      work('two'),
      work('three', { work: { forms: [{ key: 'film', label: 'Film' }] } }),
      paper('four'),
    ];
    const { body } = drawn(Gallery, '2024/works', { records, index: '2024/search.js' });
    const found = [...body.matchAll(/<h2 id="([^"]*)"|data-item="([^"]*)"/g)].map(
      ([, group, item]) => group ?? item,
    );
    expect(found).toEqual([
      'form-film',
      'works/one',
      'works/three',
      'form-visual-2d',
      'works/two',
      'papers',
      'papers/four',
    ]);
    expect(tags(body, 'form').every((one) => / hidden/.test(one))).toBe(true);
  });

  it('say what will come where there is nothing yet', () => {
    const words = [Gallery, Papers, Awards].map((List) => drawn(List, '2024/x', { records: [] }).words);
    expect(words).toEqual([
      'Accepted works No works are published yet Accepted works appear here, each with a page of its own, once their creators have agreed to what is shown.',
      'Accepted papers No papers are published yet Accepted papers appear here with their authors, abstracts and PDFs.',
      'Awards No awards have been given yet They appear here with the works and papers they went to, and the reasons.',
    ]);
  });
});
