/** Everything that organizers write in Markdown for the pages of their edition, and where it stands. */
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { shownTranslations } from '#app/features/editions/translations.ts';
import { nameOfLanguage } from '#app/ui/language.ts';
import { sayPath } from './translating.ts';

export interface OwnText {
  /** As people would say it: “Pages › Access”. */
  where: string;
  text: string;
}

/** Besides the calls themselves, but with the translations of both. */
export function textsOf({ settings }: { settings: EditionSettings }): OwnText[] {
  const { about, pages, news, people, places, programme, roundtables } = settings;
  return [
    { where: 'About › Summary', text: about.summary },
    ...pages.map(({ title, body }) => ({ where: `Pages › ${title}`, text: body })),
    ...news.map(({ title, body }) => ({ where: `News › ${title}`, text: body })),
    ...people.map(({ name, bio }) => ({ where: `People › ${name}`, text: bio })),
    ...places.flatMap(({ name, directions, access }) => [
      { where: `Places › ${name}`, text: `${directions}\n${access}` },
    ]),
    ...programme.sessions.map(({ title, summary }) => ({ where: `Programme › ${title}`, text: summary })),
    ...roundtables.map(({ title, summary }) => ({ where: `Round tables › ${title}`, text: summary })),
    ...shownTranslations(settings).flatMap(({ key, texts }) =>
      texts.map(({ key: path, text }) => ({
        where: `Translations › ${nameOfLanguage(key)} › ${sayPath(path)}`,
        text,
      })),
    ),
  ];
}

/** Addresses that organizers give in fields of their own. */
export function addressesOf({ settings }: { settings: EditionSettings }): { where: string; url: string }[] {
  const { about, people, programme } = settings;
  return [
    ...about.follow.map(({ url }) => ({ where: 'About › Follow', url })),
    ...people.flatMap(({ name, links }) => links.map(({ url }) => ({ where: `People › ${name}`, url }))),
    ...programme.sessions.flatMap(({ title, materials }) =>
      materials.map(({ url }) => ({ where: `Programme › ${title}`, url })),
    ),
  ];
}
