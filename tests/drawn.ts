/** Draws pages of the public site as the mechanism does, and reads them as a reader would. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { linkBetween } from '#app/features/site/addresses.ts';

export function drawn(Page: Component<any>, address: string, data: object) {
  const to = (there: string) => linkBetween(address, there);
  const { head, body } = render(Page, { props: { frame: { slug: '2024', language: 'en' }, to, ...data } });
  return { head: bare(head), body: bare(body), words: wordsIn(body) };
}

const bare = (markup: string) => markup.replaceAll(/<!--[^>]*-->/g, '');
/** What stands on the page, without drawings and what only a script opens. */
const wordsIn = (markup: string) =>
  bare(markup)
    .replaceAll(/<svg[^]*?<\/svg>|<dialog[^]*?<\/dialog>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
/** All opening tags of this name. */
export const tags = (markup: string, name: string) =>
  markup.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
export const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
/** Everything that the page leads to or loads. */
export const links = (markup: string) =>
  [...markup.matchAll(/\s(?:href|src|poster)="([^"]*)"|\ssrcset="([^"]*)"/g)].flatMap(([, one, several]) =>
    one === undefined ? several!.split(', ').map((part) => part.split(' ')[0]!) : [one],
  );
