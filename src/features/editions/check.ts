/**
 * What a section must satisfy beyond its shape: references that lead somewhere, keys used once, zones that exist.
 * Problems are named by the path of the field, so that a form can show each beside what was typed.
 */
import type { FieldProblems } from '#app/platform/refusal.ts';
import * as v from 'valibot';
import { reservedSlugs } from './edition.ts';
import { sections, type EditionSettings, type Section, type SectionName } from './settings.ts';
import { otherLanguages } from './translations.ts';
import { isPlaceZone } from './zones.ts';

export type Checked<T> = { value: T; problems: null } | { value: null; problems: FieldProblems };

/** Reads a section as typed; the words of each problem are for the person who typed it. */
export function checkSection<N extends SectionName>(name: N, body: unknown): Checked<Section<N>> {
  return checkShape(sections[name] as unknown as v.GenericSchema<unknown, Section<N>>, body);
}

export function checkShape<T>(schema: v.GenericSchema<unknown, T>, body: unknown): Checked<T> {
  const result = v.safeParse(schema, body, { abortPipeEarly: true });
  if (result.success) return { value: result.output, problems: null };
  const problems: FieldProblems = {};
  for (const issue of result.issues) problems[v.getDotPath(issue) ?? ''] ??= inWords(issue);
  return { value: null, problems };
}

/** What one section on its own and together with the others gets wrong; empty when all is well. */
export function checkTogether(settings: EditionSettings): Record<SectionName, FieldProblems> {
  const { about, places, people, programme, roundtables, pages, news, dates, translations } = settings;
  const spots = new Set(places.flatMap((place) => [place.key, ...place.rooms.map((room) => room.key)]));
  const persons = new Set(people.map((person) => person.key));
  const found: Record<SectionName, FieldProblems> = {
    about: aboutProblems(about),
    dates: repeated(dates.map(({ key }) => key)),
    places: repeated(places.flatMap((place) => [place.key, ...place.rooms.map((room) => room.key)])),
    people: repeated(people.map(({ key }) => key)),
    programme: repeated(
      programme.sessions.map(({ key }) => key),
      'sessions.',
    ),
    roundtables: repeated(roundtables.map(({ key }) => key)),
    pages: repeated(
      pages.map(({ slug }) => slug),
      '',
      'slug',
    ),
    news: repeated(
      news.map(({ slug }) => slug),
      '',
      'slug',
    ),
    translations: repeated(translations.map(({ key }) => key.toLowerCase())),
  };
  pages.forEach(({ slug }, at) => {
    if (otherLanguages(settings).some((one) => one.toLowerCase() === slug))
      found.pages[`${at}.slug`] = `The site in another language lies at “${slug}”. Choose another title.`;
    if (ownPages.includes(slug))
      found.pages[`${at}.slug`] = `Salon has a page at “${slug}” already. Choose another title.`;
  });
  dates.forEach(({ on, until }, at) => {
    if (until && until < on) found.dates[`${at}.until`] = 'The last day lies before the first.';
  });
  programme.sessions.forEach((session, at) => {
    if (session.places.some((place) => !spots.has(place)))
      found.programme[`sessions.${at}.places`] =
        `“${session.title}” names a place that is not among the places.`;
    if (session.people.some(({ person }) => !persons.has(person)))
      found.programme[`sessions.${at}.people`] =
        `“${session.title}” names a person who is not among the people.`;
    if (session.end < session.start)
      found.programme[`sessions.${at}.end`] = `“${session.title}” ends before it begins.`;
  });
  roundtables.forEach(({ title, moderator }, at) => {
    if (!persons.has(moderator))
      found.roundtables[`${at}.moderator`] = `The moderator of “${title}” is not among the people.`;
  });
  return found;
}

/** Pages that every edition has. */
const ownPages =
  'awards calls contact dates index interest news papers people places programme roundtables theme.css works'.split(
    ' ',
  );

function aboutProblems({ slug, zone, days }: Section<'about'>): FieldProblems {
  const problems: FieldProblems = {};
  if (reservedSlugs.includes(slug))
    problems.slug = `“${slug}” is taken by Salon itself. Choose another word.`;
  if (!isPlaceZone(zone)) problems.zone = 'This zone is not known. Choose one such as America/Vancouver.';
  if (days.some((day, at) => at > 0 && day <= days[at - 1]!))
    problems.days = 'Name the days in order, each once.';
  return problems;
}

function repeated(keys: string[], prefix = '', field = 'key'): FieldProblems {
  const at = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  return at < 0
    ? {}
    : { [`${prefix}${at}.${field}`]: `“${keys[at]}” is used twice. Give each its own short name.` };
}

function inWords(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return issue.message;
  if (issue.input === undefined) return 'Please fill this in.';
  if (issue.type === 'number')
    return issue.message === 'Write a number.' ? issue.message : 'Write a whole number.';
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'Salon does not know this field.';
  if (issue.type === 'picklist') return `Choose one of these: ${issue.expected?.replaceAll('"', '')}.`;
  return issue.message;
}
