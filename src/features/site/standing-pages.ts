/**
 * Pages that every edition has: conduct, access, privacy. Owns their words, with the edition's own facts in them;
 * promises that a page of the same slug in the settings takes the place of one. What privacy says must be true of
 * Salon itself: whoever changes what is kept changes it here. Leaves out what only organizers know.
 */
import type { CallSettings } from '../calls/settings.ts';
import type { EditionSettings, Section } from '../editions/settings.ts';
import { spokenFor } from '#app/ui/language.ts';
import { standing as en } from './words/standing-en.ts';
import { standing as fr } from './words/standing-fr.ts';
import type { StandingFacts } from './words/standing.ts';
import { typeset } from '#app/ui/typeset.ts';

type Page = Section<'pages'>[number];
type Facts = Pick<EditionSettings, 'about' | 'places' | 'programme'>;
type Call = Pick<CallSettings, 'title' | 'kind' | 'filesDeletedOn'>;

const words = { en, fr: typeset(fr) };

/** The organizers' own pages in their order, then those of the three that they have not replaced. */
export function withStandingPages(settings: EditionSettings, calls: Call[]): Page[] {
  const own = new Set(settings.pages.map(({ slug }) => slug));
  return [...settings.pages, ...standingPages(settings, calls).filter(({ slug }) => !own.has(slug))];
}

export function standingPages(facts: Facts, calls: Call[]): Page[] {
  const w = words[spokenFor(facts.about.language)];
  const told = factsOf(facts, calls);
  const page = (slug: string, title: string, parts: string[]) => ({
    slug,
    title,
    body: parts.filter(Boolean).join('\n\n'),
    menu: true,
  });
  return [
    page('conduct', w.titles.conduct, w.conduct(told)),
    page('access', w.titles.access, w.access(told)),
    page('privacy', w.titles.privacy, w.privacy(told)),
  ];
}

/** What the words name, ready to stand in Markdown. */
const factsOf = ({ about, places, programme }: Facts, calls: Call[]): StandingFacts => ({
  name: text(about.name),
  host: text(about.host),
  mail: `[${text(about.contactEmail)}](mailto:${about.contactEmail})`,
  places: places.filter(({ access }) => access).map(({ name, access }) => ({ name: text(name), access })),
  online: programme.sessions.some((session) => session.online),
  deletions: calls.flatMap(({ title, filesDeletedOn }) =>
    filesDeletedOn ? [{ title: text(title), on: filesDeletedOn }] : [],
  ),
});

/** What organizers typed as plain words: none of it is taken for Markdown. */
const text = (words: string) => words.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
