/** News of an edition, as pages and the feed read them: the newest day first. */
import type { Section } from '../editions/settings.ts';

export type NewsItem = Section<'news'>[number];
/** What another page needs to lead there. */
export type NewsLink = Pick<NewsItem, 'slug' | 'title'>;

/** Of one day, what organizers put first stands first. */
export const newestFirst = (items: readonly NewsItem[]): NewsItem[] =>
  [...items].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));

/** Where it stands on the site. */
export const newsAddress = (edition: string, { slug }: Pick<NewsItem, 'slug'>) => `${edition}/news/${slug}`;

/** Each item with what stands before and after it, newest first. */
export const newsInOrder = (items: readonly NewsItem[]) =>
  newestFirst(items).map((item, at, all) => ({
    item,
    newer: linkOf(all[at - 1]),
    older: linkOf(all[at + 1]),
  }));

const linkOf = (item: NewsItem | undefined): NewsLink | null =>
  item ? { slug: item.slug, title: item.title } : null;
