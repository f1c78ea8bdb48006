/**
 * What each page of an edition holds, in one sentence made from what stands on it: for search engines, and under its
 * title where a link is shared. Owns its length; words of the organizers come first where there are some.
 */
import { opening } from '#app/features/works/citing/page-meta.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { plainWords } from '#app/ui/markdown.ts';
import type { EditionSite, SiteCall } from './edition-pages.ts';
import { newestFirst } from './news.ts';
import { sayDay, sayNames } from './pages/record-words.ts';
import { programmeByPlace, type Day, type Row } from './programme.ts';
import { wordsIn } from './words/words.ts';

/** With the ellipsis not longer than what search engines print. */
export const brief = (text: string) => opening(text, 159);

type Person = EditionSite['settings']['people'][number];

export function descriptionsOf({ settings, dates }: Pick<EditionSite, 'settings' | 'dates'>) {
  const { about, people, places, programme, roundtables, news } = settings;
  const { name, language } = about;
  const { described: w, roundtables: tables, tombstone: gone } = wordsIn(language);
  const some = (all: string[], most = 3) => sayNames([...new Set(all.filter(Boolean))], most, language);
  return {
    home: (when: string) =>
      brief(about.tagline || plain(about.summary) || [name, when, about.host].filter(Boolean).join(', ')),
    dates: () => brief(w.dates(name, some(dates.map(({ what }) => what)))),
    call: ({ title, summary }: Pick<SiteCall, 'title' | 'summary'>) =>
      brief(plain(summary) || w.call(name, title)),
    programme: (when: string) => brief(w.programme(name, when, programme.sessions.length)),
    byPlace: (days: Day[]) => brief(w.byPlace(name, some(programmeByPlace(days).map(({ where }) => where)))),
    roundtables: () => {
      const by = (mode: 'in-person' | 'online', word: string) => {
        const number = roundtables.filter((one) => one.mode === mode).length;
        return number > 0 ? `${number} ${word.toLocaleLowerCase(language)}` : '';
      };
      const modes = [by('in-person', tables.inPerson), by('online', tables.online)];
      return brief(w.roundtables(name, roundtables.length, some(modes)));
    },
    people: () => brief(w.people(name, some(people.map((one) => one.name)))),
    places: () => brief(w.places(name, some(places.map((one) => one.name)))),
    news: () => brief(w.news(name, newestFirst(news)[0]?.title ?? '')),
    contact: () => brief(w.contact(name)),
    text: (body: string, title: string) => brief(plain(body) || `${title}, ${name}`),
    session: ({ session, people: with_ }: Row, day: string) =>
      brief(
        plain(session.summary) ||
          w.session(
            name,
            `${sayDay(day, language)}, ${session.start}–${session.end}`,
            some(with_.map((one) => one.name)),
          ),
      ),
    person: ({ name: person, bio, field, affiliation }: Person) =>
      brief(plain(bio) || w.person(name, person, [field, affiliation].filter(Boolean).join(', '))),
    papers: (records: PublicRecord[]) => brief(w.papers(name, shown(records).length, some(namesIn(records)))),
    works: (records: PublicRecord[]) =>
      brief(
        w.works(name, shown(records).length, some(records.map(({ work }) => work?.forms[0]?.label ?? ''))),
      ),
    awards: (records: PublicRecord[]) =>
      brief(w.awards(name, some(records.filter(({ award }) => award).map(({ title }) => title)))),
    record: ({ kind, people: all, summary, tombstone }: PublicRecord) =>
      tombstone
        ? brief(gone.said(tombstone.words) || `${gone.gone[kind]}.`)
        : brief(summary || w.record(name, kind, some(all.map((one) => one.name)))),
  };
}

const shown = (records: PublicRecord[]) => records.filter(({ tombstone }) => !tombstone);
const namesIn = (records: PublicRecord[]) =>
  shown(records).flatMap(({ people }) => people.map(({ name }) => name));

/** A text that cannot be read is told of when its page is drawn, and holds up no other page here. */
function plain(text: string): string {
  try {
    return plainWords(text);
  } catch {
    return '';
  }
}
