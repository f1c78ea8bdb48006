/**
 * How links that stand inside people's own words are led, where pages are drawn to be files. A page that is served
 * for each request leaves them as they are.
 */
import { getContext, setContext } from 'svelte';

type To = (address: string) => string;
const key = Symbol.for('salon.to');

/** For everything inside the component that calls this. */
export const provideTo = (to: To) => setContext(key, to);

/** `href` as a browser should follow it: what begins with a slash is an address of the site. */
export function led(): (href: string) => string {
  const to = getContext<To | undefined>(key);
  return (href) => (to && /^\/(?!\/)/.test(href) ? to(href.slice(1)) : href);
}
