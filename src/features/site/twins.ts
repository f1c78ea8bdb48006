/** Where the same lies in another language, and how what is answered live hears in which language it was asked. */
import { spokenFor } from '#app/ui/language.ts';
import type { Frame, Page } from './page.ts';

export const placeOf = (slug: string, language: string) => `${slug}/${language.toLowerCase()}`;

/** Whoever reads in another language is led on in it; files and what only Salon answers are there once. */
export function twinOf(address: string, { slug, within }: Pick<Frame, 'slug' | 'within'>): string {
  if (!within || !address.startsWith(`${slug}/`)) return address;
  const [place = ''] = address.slice(slug.length + 1).split(/[?#]/);
  const isOnce = /\.[a-z0-9]+$/i.test(place) || /^(calls\/[^/]+\/begin|contact\/send|interest)$/.test(place);
  return isOnce ? address : `${within}${address.slice(slug.length)}`;
}

/** What the running application answers knows by its address in which language it was asked for, where there is a choice. */
export function askedIn(address: string, { frame, twins = [] }: Pick<Page, 'frame' | 'twins'>): string {
  const language = spokenFor(frame.language);
  if (!isLive(address) || (twins.length < 2 && language === 'en')) return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

const isLive = (address: string) =>
  /^(my|sign-in|[^/]+\/(calls\/[^/]+\/begin|contact\/send|interest))([/?#]|$)/.test(address);
