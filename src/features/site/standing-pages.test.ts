import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { editionSettingsSchema, type EditionSettings } from '#app/features/editions/settings.ts';
import { markdown } from '#app/ui/markdown.ts';
import { smallEdition } from '../../../tests/small-edition.ts';
import { standingPages, withStandingPages } from './standing-pages.ts';

const settings = (more: object = {}): EditionSettings =>
  v.parse(editionSettingsSchema, { ...smallEdition, ...more });
const calls = [
  { title: 'Call for papers', kind: 'paper' as const, filesDeletedOn: '2025-06-30' },
  { title: 'Call for creative work', kind: 'work' as const },
];
const pageOf = (slug: string, facts = settings(), of: typeof calls | [] = calls) =>
  standingPages(facts, of).find((page) => page.slug === slug)!.body;

describe('conduct, access and privacy', () => {
  it('stand in every edition, after its own pages, unless it has pages of its own in their place', () => {
    const own = { slug: 'access', title: 'Getting in', body: 'By the side door.', menu: true };
    const about = { slug: 'about', title: 'About', body: 'Words.', menu: false };
    const told = (facts: EditionSettings) =>
      withStandingPages(facts, []).map(({ slug, title }) => [slug, title]);
    expect([told(settings()), told(settings({ pages: [own, about] }))]).toEqual([
      [
        ['conduct', 'Conduct'],
        ['access', 'Access'],
        ['privacy', 'Privacy'],
      ],
      [
        ['access', 'Getting in'],
        ['about', 'About'],
        ['conduct', 'Conduct'],
        ['privacy', 'Privacy'],
      ],
    ]);
  });

  it('name the address of the organizers, which leads to them', () => {
    const leading = standingPages(settings(), calls).map(
      ({ body }) => markdown(body).match(/href="mailto:[^"]+"/g)?.[0],
    );
    expect(leading).toEqual(Array(3).fill('href="mailto:organizers@example.org"'));
  });

  it('say of access what is known of each place, and of following from elsewhere only where one can', () => {
    const hall = { key: 'hall', name: 'The *Hall*', kind: 'venue', access: 'Step-free from the street.' };
    const bar = { key: 'bar', name: 'The Bar', kind: 'restaurant' };
    const session = { ...smallEdition.programme.sessions[0]!, places: [], online: true };
    const known = markdown(
      pageOf('access', settings({ places: [hall, bar], programme: { sessions: [session] } })),
    );
    const unknown = markdown(pageOf('access'));
    const headings = (html: string) => [...html.matchAll(/<h\d>(.*?)<\/h\d>/g)].map(([, words]) => words);
    expect([headings(known), known.includes('Step-free from the street.'), headings(unknown)]).toEqual([
      ['Places', 'The *Hall*', 'From elsewhere', 'Works and talks', 'This site'],
      true,
      ['Works and talks', 'This site'],
    ]);
  });

  it('say of privacy on which day files go, for each call that names one, and nothing where none does', () => {
    const said = (body: string) => body.split('\n').filter((line) => /Files of what|Call for/.test(line));
    expect([said(pageOf('privacy')), said(pageOf('privacy', settings(), []))]).toEqual([
      [
        '- **Files of what was withdrawn or not submitted** are deleted, with notice before:',
        '  - Call for papers: 30 June 2025',
      ],
      [],
    ]);
  });

  it('take nothing that organizers typed as a fact for Markdown', () => {
    const about = { ...smallEdition.about, name: '[Click](https://evil.example) <b>now</b>', host: '# Host' };
    const html = standingPages(settings({ about }), calls)
      .map(({ body }) => markdown(body))
      .join('');
    expect([/>Click<\/a>/.test(html), /<b>/.test(html), /<h\d>Host/.test(html)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
