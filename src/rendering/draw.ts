/**
 * Draws public pages: from what a page is told to the text of its file. The only place that joins the components of
 * `features/site/pages` to their names. Built into a bundle of its own (vite.site.config.ts), which server, jobs and
 * commands load alike.
 */
import '#app/ui/look.css';
import '#app/ui/site.css';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { linkBetween } from '#app/features/site/addresses.ts';
import type { Page } from '#app/features/site/page.ts';
import type { Shared } from '#app/features/site/sharing.ts';
import { wordsIn } from '#app/features/site/words/words.ts';
import { directionOf } from '#app/ui/language.ts';
import Site from './Site.svelte';

const found = import.meta.glob<{ default: Component<any> }>('../features/site/pages/*.svelte', {
  eager: true,
});
const components = new Map(
  Object.entries(found).map(([path, { default: component }]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.svelte'.length),
    component,
  ]),
);

declare const __SOURCES__: string;

/** Whatever Salon's code makes may be made differently once this is another; outside of the bundle nobody asks. */
export const madeBy = typeof __SOURCES__ === 'string' ? __SOURCES__ : '';

/** What every page links to: addresses of the one stylesheet and of the scripts. */
export interface Linked {
  styles: string[];
  scripts: string[];
  /** For links to it elsewhere; a page that stands in for another says nothing there. */
  shared?: Shared;
}

/** The whole text of a page's file. Throws where no component has the page's name. */
export function drawPage(page: Page, { styles, scripts, shared }: Linked): string {
  const component = components.get(page.component);
  if (!component) throw new Error(`No public page is called ${page.component}.`);
  const { head, body } = render(Site, { props: { page, component, shared } });
  const to = (address: string) => linkBetween(page.address, address);
  const links = [
    ...styles.map((address) => `<link rel="stylesheet" href="${to(address)}">`),
    ...scripts.map((address) => `<script src="${to(address)}" defer></script>`),
  ];
  return [
    `<!doctype html>\n<html lang="${page.frame.language}" dir="${directionOf(page.frame.language)}">`,
    '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${to('assets/icon.svg')}" type="image/svg+xml">`,
    ...links,
    `${withoutMarks(head)}\n</head>`,
    `<body>\n<div id="page"${localTime(page)}>${withoutMarks(body)}</div>\n</body>\n</html>\n`,
  ].join('\n');
}

/** Comments that the framework would need to wake the page up; nothing wakes it. */
const withoutMarks = (markup: string) => markup.replace(/<!--(?:\[[!-]?\d*|\]|[a-z0-9]{0,8})-->/g, '');

/** For the script of that name, which has no words of its own. */
const localTime = ({ frame }: Page) => {
  const { whereYouAre, locale } = wordsIn(frame.language);
  return ` data-time="${whereYouAre}" data-locale="${locale}"`;
};
