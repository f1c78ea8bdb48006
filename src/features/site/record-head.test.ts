import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { CitedIn } from '#app/features/works/citing/addresses.ts';
import { loadExample } from '../../../examples/creativity-2024/load.ts';
import { paper, work } from '../../../tests/records.ts';
import HeadData from './pages/HeadData.svelte';
import { citationsOf, headOf } from './record-head.ts';

const at: CitedIn = { base: 'https://workshop.example', slug: '2024', settings: loadExample().settings };

describe('what a page of the record says in its head', () => {
  it('is written as tags, links and one block of data that no title can break out of', () => {
    const evil = paper('evil', { title: '</script><script>alert("1")</script>' });
    const { head } = render(HeadData, { props: { data: headOf(evil, at, { pairs: [['robots', 'noai']] }) } });
    expect(head.match(/<script/g)).toHaveLength(1);
    expect(head).toContain('<script type="application/ld+json">{"@context"');
    const [, data] = /ld\+json">([^]*?)<\/script>/.exec(head)!;
    expect(JSON.parse(data!)).toMatchObject({ headline: evil.title });
    expect(head).toContain(
      '<meta name="citation_pdf_url" content="https://workshop.example/2024/papers/evil.pdf"',
    );
    expect(head).toContain('<meta name="robots" content="noai"');
    expect(head).toContain('<link rel="cite-as" href="https://workshop.example/2024/papers/evil"');
  });

  it('offers citations to copy and as files, and none of what was taken down', () => {
    expect(
      citationsOf(work('low-tide'), at).map(({ label, file, text }) => [label, file, text.slice(0, 1)]),
    ).toEqual([
      ['BibTeX', '2024/works/low-tide/cite.bib', '@'],
      ['RIS', '2024/works/low-tide/cite.ris', ''],
      ['CSL-JSON', '2024/works/low-tide/cite.json', ''],
    ]);
    const gone = work('gone', { tombstone: { on: '2024-12-20', words: 'Gone.' } });
    expect([citationsOf(gone, at), headOf(gone, at).jsonLd]).toEqual([[], null]);
  });
});
