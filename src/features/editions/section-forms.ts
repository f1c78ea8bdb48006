/** The form of each section, in the words of people who organize; its fields stand in `sections`. */
import type { FormField, FormValue, Option } from './form.ts';
import { about } from './sections/about.ts';
import { dates } from './sections/dates.ts';
import { news } from './sections/news.ts';
import { pages } from './sections/pages.ts';
import { asOption, listName, type FormOf } from './sections/parts.ts';
import { people } from './sections/people.ts';
import { places } from './sections/places.ts';
import { programme } from './sections/programme.ts';
import { roundtables } from './sections/roundtables.ts';
import type { EditionSettings, SectionName } from './settings.ts';

export interface SectionForm {
  title: string;
  lead: string;
  fields: FormField[];
}

/** Translations have a page of their own: their form is made from all other texts. */
export type WithForm = Exclude<SectionName, 'translations'>;
export const hasForm = (section: SectionName): section is WithForm => section !== 'translations';

export const sectionTitles: Record<SectionName, string> = {
  about: 'About',
  dates: 'Dates',
  places: 'Places',
  people: 'People on the site',
  programme: 'Programme',
  roundtables: 'Round tables',
  pages: 'Pages',
  news: 'News',
  translations: 'Translations',
};

const isList = (section: SectionName) => section !== 'about' && section !== 'programme';

export function toForm(section: SectionName, body: unknown): FormValue {
  return isList(section) ? { [listName]: body } : (body as FormValue);
}

/** What the form does not show (the address, the published table) stays as it is. */
export function fromForm(section: SectionName, value: FormValue, current: EditionSettings): unknown {
  if (isList(section)) return value[listName];
  return { ...(current[section] as object), ...value };
}

/** Problems of a list section are named from its root; the form shows them under `items`. */
export function problemPaths(section: SectionName, problems: Record<string, string>): Record<string, string> {
  if (!isList(section)) return problems;
  return Object.fromEntries(
    Object.entries(problems).map(([path, sentence]) => [path ? `${listName}.${path}` : listName, sentence]),
  );
}

export function sectionForm(
  section: WithForm,
  settings: EditionSettings,
  zones: string[],
  pictures: string[] = [],
  calls: Option[] = [],
): SectionForm {
  const options = pictures.map((value) => ({ value, label: value }));
  return { title: sectionTitles[section], ...forms[section](settings, zones.map(asOption), options, calls) };
}

const forms: Record<WithForm, FormOf> = {
  about,
  dates,
  places,
  people,
  programme,
  roundtables,
  pages,
  news,
};
