/** News of an edition, as pages and the feed read them: the newest day first. */
import type { Section } from '../editions/settings.ts';

export type NewsItem = Section<'news'>[number];

/** Of one day, what organizers put first stands first. */
export const newestFirst = (items: readonly NewsItem[]): NewsItem[] =>
  [...items].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));

/** Where it stands on the site. */
export const newsAddress = (edition: string, { slug }: Pick<NewsItem, 'slug'>) => `${edition}/news/${slug}`;
