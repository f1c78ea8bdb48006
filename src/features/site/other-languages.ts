/**
 * An edition as it is told in its other languages: the organizers' words as far as they are translated, our own as
 * far as we speak the language, papers and works in their own. Promises that a call never says by a translation what
 * its organizers have changed since: then the main language stands there.
 */
import type { Call } from '#app/features/calls/call.ts';
import { importantDates } from '#app/features/calls/dates.ts';
import type { CallSettings } from '#app/features/calls/settings.ts';
import { callPath, callShape } from '#app/features/calls/texts.ts';
import { forPublic } from '#app/features/calls/views.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { editionShape, textsIn, withTexts, type Shape, type Text } from '#app/features/editions/texts.ts';
import { otherLanguages, stateOf, translationsIn } from '#app/features/editions/translations.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { EditionSite, OtherSite } from './edition-pages.ts';
import type { UsedPicture } from './pictures/picture.ts';
import { withStandingPages } from './standing-pages.ts';
import { nextOf } from './truth.ts';
import { wordsIn } from './words/words.ts';

interface Told {
  settings: EditionSettings;
  calls: Call[];
  now: Date;
}

export const inOtherLanguages = (site: EditionSite, told: Told): OtherSite[] =>
  otherLanguages(told.settings).map((language) => inOther(site, told, language));

type Said = Pick<UsedPicture, 'key' | 'alt' | 'credit'>;

/** Every text of an edition, its calls and its pictures that can be translated, in the order of the desk. */
export const allTexts = (settings: EditionSettings, calls: CallSettings[], pictures: Said[] = []): Text[] => [
  ...textsIn(settings, editionShape),
  ...calls.flatMap((call) => textsIn(call, callShape, callPath(call.key))),
  ...textsIn(pictures, pictureShape, 'pictures'),
];

const pictureShape = { each: { alt: 'text', credit: 'text' } } as const satisfies Shape;

function inOther(site: EditionSite, { settings, calls, now }: Told, language: string): OtherSite {
  const main = settings.about.language;
  const known = translationsIn(settings, language);
  const untranslated = new Set<string>();
  const say = (text: string, path: string, strictly = false) => {
    const translated = known.get(path);
    const state = stateOf({ text }, translated);
    if (state === 'missing' || (strictly && state === 'behind')) {
      untranslated.add(text);
      return text;
    }
    return translated!.text;
  };
  const words = withTexts(settings, editionShape, (text, path) => say(text, path));
  const own = { ...words, about: { ...words.about, language } };
  const said = calls.map((call) => ({
    ...call,
    settings: withTexts(
      call.settings,
      callShape,
      (text, path) => say(text, path, true),
      callPath(call.settings.key),
    ),
  }));
  const dates = importantDates(own, said, language);
  const told = said.map((call) => {
    const isOwn = !untranslated.has(call.settings.text);
    const { deadline, ...rest } = forPublic(call, now, language, isOwn ? language : main);
    if (!isOwn) untranslated.add(rest.text);
    const { left: _ticks, ...said } = deadline;
    return { ...rest, deadline: said };
  });
  const settingsOf = said.map((call) => call.settings);
  const dictionary = new Map(
    allTexts(
      settings,
      calls.map((call) => call.settings),
    ).map(({ path, text }) => [text, known.get(path)?.text || text]),
  );
  return {
    ...site,
    settings: { ...own, pages: withStandingPages(own, settingsOf) },
    calls: told,
    dates,
    next: nextOf(dates, now),
    pictures: withTexts(site.pictures, pictureShape, (text, path) => say(text, path), 'pictures'),
    records: site.records.map((record) => recordIn(record, dictionary, language)),
    untranslated: { language: main, texts: untranslated },
  };
}

/** Its own words stay as they are; what the calls call things, and our own words, are translated. */
function recordIn(record: PublicRecord, dictionary: Map<string, string>, language: string): PublicRecord {
  const said = (text: string) => dictionary.get(text) ?? text;
  const keyed = (all: { key: string; label: string }[]) =>
    all.map(({ key, label }) => ({ key, label: said(label) }));
  const { work, session } = record;
  const { answers } = wordsIn(language);
  return {
    ...record,
    call: { ...record.call, title: said(record.call.title) },
    topics: record.topics.map(said),
    answers: record.answers.map(({ label, words }) => ({
      label: said(label),
      words: answers[words] ?? said(words),
    })),
    work: work && {
      ...work,
      forms: keyed(work.forms),
      contentNotes: keyed(work.contentNotes),
      access: keyed(work.access),
    },
    session: session && { ...session, title: said(session.title) },
  };
}
