import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { newestFirst, newsInOrder, type NewsItem } from '../news.ts';
import News from './News.svelte';
import NewsItemPage from './NewsItem.svelte';

/** All invented. */
const items: NewsItem[] = [
  { slug: 'opened', title: 'The calls are open', on: '2024-07-01', body: 'Come **in**.' },
  { slug: 'later', title: 'A later deadline', on: '2024-08-30', body: 'One week more.' },
  { slug: 'same-day', title: '<b>Same</b> day', on: '2024-08-30', body: '<script>alert(1)</script>' },
];
const frame = { slug: '2024', name: 'The Small Workshop (invented)' };
const to = (address: string) => `../${address}.html`;

describe('news', () => {
  it('stand with the newest day first, and what organizers put first on one day stays first', () => {
    expect(newestFirst(items).map(({ slug }) => slug)).toEqual(['later', 'same-day', 'opened']);
  });

  it('are listed with day and text, each leading to a page of its own', () => {
    const { body } = render(News, { props: { frame, to, items } });
    expect(
      [...body.matchAll(/<h2[^>]*><a href="([^"]+)"[^>]*>(.*?)<\/a>/g)].map(([, ...told]) => told),
    ).toEqual([
      ['../2024/news/later.html', 'A later deadline'],
      ['../2024/news/same-day.html', '&lt;b>Same&lt;/b> day'],
      ['../2024/news/opened.html', 'The calls are open'],
    ]);
    expect([...body.matchAll(/<time[^>]*>(.*?)<\/time>/g)].map(([, day]) => day)).toEqual([
      '30 August 2024',
      '30 August 2024',
      '1 July 2024',
    ]);
    expect([body.includes('Come <strong>in</strong>.'), body.includes('<script')]).toEqual([true, false]);
  });

  it('lead on their own page to what was said before and after', () => {
    const told = newsInOrder(items).find(({ item }) => item.slug === 'same-day')!;
    const { body } = render(NewsItemPage, { props: { frame, to, ...told } });
    const links = [...body.matchAll(/<a(?: rel="(\w+)")?[^>]* href="([^"]+)"/g)].map(([, rel, href]) => [
      rel,
      href,
    ]);
    expect(links).toEqual([
      ['prev', '../2024/news/opened.html'],
      ['next', '../2024/news/later.html'],
      [undefined, '../2024/news.html'],
    ]);
    expect(body.includes('<script')).toEqual(false);
  });

  it('say so when there are none', () => {
    expect(render(News, { props: { frame, to, items: [] } }).body).toContain('Nothing yet.');
  });
});
