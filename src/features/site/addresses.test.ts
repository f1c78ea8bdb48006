import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, linkBetween, spellingsOf } from './addresses.ts';

describe('an address of the public site', () => {
  it('is a file in a folder', () => {
    expect(['', '2024/', '2024/dates', '2024/papers/a-slug.pdf', 'robots.txt'].map(fileOf)).toEqual([
      'index.html',
      '2024/index.html',
      '2024/dates.html',
      '2024/papers/a-slug.pdf',
      'robots.txt',
    ]);
  });

  it('is heard with and without its ending', () => {
    expect(['', '2024/', '2024/dates', 'robots.txt'].map(spellingsOf)).toEqual([
      ['/', '/index.html'],
      ['/2024/', '/2024/index.html'],
      ['/2024/dates', '/2024/dates.html'],
      ['/robots.txt'],
    ]);
  });
});

describe('a link between two pages', () => {
  it('is as short as a person would write it', () => {
    expect([
      linkBetween('2024/dates', '2024/people#mina'),
      linkBetween('2024/calls/papers', '2024/dates'),
      linkBetween('2024/works/loom', '2024/works/loom/main-960.avif'),
      linkBetween('2024/works/loom', ''),
      linkBetween('', '2024/'),
      linkBetween('2024/', '2024/'),
    ]).toEqual([
      'people.html#mina',
      '../dates.html',
      'loom/main-960.avif',
      '../../index.html',
      '2024/index.html',
      'index.html',
    ]);
  });

  it('leads where a browser takes it, from every address to every other', () => {
    const part = fc.stringMatching(/^[a-z0-9][a-z0-9,:-]{0,9}$/);
    const address = fc
      .tuple(fc.array(part, { maxLength: 3 }), fc.boolean())
      .map(([parts, folder]) => (parts.length === 0 ? '' : parts.join('/') + (folder ? '/' : '')));
    fc.assert(
      fc.property(address, address, (from, to) => {
        const here = new URL(`file:///site/${fileOf(from)}`);
        const there = new URL(linkBetween(from, to), here);
        expect(decodeURIComponent(there.pathname)).toEqual(`/site/${fileOf(to)}`);
      }),
    );
  });
});
