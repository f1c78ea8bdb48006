/**
 * What organizers say about an edition: one document, readable and editable as one file.
 * Owns the facts of the public pages. Calls add theirs (`calls/settings.ts`); the database
 * keeps each section with its history. Leaves out everything that people hand in.
 */
import * as v from 'valibot';
import { headingFaces, textFaces, usualFaces } from '#app/ui/faces.ts';
import { isDay } from './days.ts';

const key = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'Use lower-case letters, digits and hyphens, at most 64.'),
);
const line = (max = 300) =>
  v.pipe(v.string(), v.trim(), v.maxLength(max, `Keep this under ${max} characters.`));
const required = (max = 300) => v.pipe(line(max), v.minLength(1, 'Please fill this in.'));
const prose = (max = 20_000) => v.pipe(v.string(), v.maxLength(max, `Keep this under ${max} characters.`));
const day = v.pipe(
  v.string(),
  v.isoDate('Write the day as YYYY-MM-DD.'),
  v.check(isDay, 'There is no such day.'),
);
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM.'));
const address = v.pipe(v.string(), v.regex(/^(https?:\/\/|mailto:)\S+$/, 'Write a full address, https://…'));

/** What readers open in their browser. */
const webAddress = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'Write a full address, https://…'));

/** BCP 47 as far as languages of people need it: en, fr-CA, zh-Hans. */
const languageTag = v.pipe(
  line(16),
  v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'Write a language as a code such as fr or ar.'),
);
/** The short name of a picture of the organizers; one that is not there is told before publication. */
const picture = v.optional(line(64), '');

/** Absent where it is as usual, so that an edition that never chose follows what is usual. */
const faces = v.pipe(
  v.strictObject({
    heading: v.optional(v.picklist(headingFaces), usualFaces.heading),
    text: v.optional(v.picklist(textFaces), usualFaces.text),
  }),
  v.transform((chosen) =>
    chosen.heading === usualFaces.heading && chosen.text === usualFaces.text ? undefined : chosen,
  ),
);

/** What stands first in the menu, by its address in the edition; everything else follows as usual. */
const menu = v.pipe(
  v.array(
    v.strictObject({
      key: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9-]+)?$/, 'Choose a page.')),
      label: v.optional(line(60), ''),
      hidden: v.optional(v.boolean(), false),
    }),
  ),
  v.check((items) => new Set(items.map((item) => item.key)).size === items.length, 'Name each page once.'),
  v.transform((items) => (items.length > 0 ? items : undefined)),
);

export const aboutSchema = v.strictObject({
  slug: key,
  name: required(),
  tagline: v.optional(line(), ''),
  host: v.optional(line(), ''),
  summary: v.optional(prose(), ''),
  includes: v.optional(v.array(line()), []),
  zone: required(64),
  days: v.pipe(v.array(day), v.minLength(1, 'Name at least one day.')),
  contactEmail: v.pipe(v.string(), v.email('This is not a mail address.')),
  follow: v.optional(v.array(v.strictObject({ label: required(80), url: address })), []),
  language: v.optional(line(16), 'en'),
  /** In which the site is there as well; texts without a translation stand in the main one. */
  otherLanguages: v.optional(v.array(languageTag), []),
  logo: picture,
  /** Above everything else on the first page. */
  hero: picture,
  /** One accent colour, as #rrggbb; the design checks its contrast on both grounds. */
  accent: v.optional(
    v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'Write the colour as #rrggbb.')),
    '#9a3412',
  ),
  /** One face for headings, one for text, of those that Salon ships or the reader's device has. */
  faces: v.optional(faces),
  menu: v.optional(menu),
  /** Said wherever invented content could be taken for real. */
  notice: v.optional(line(500), ''),
});

/** Dates that are not a call's own: a call's dates are computed from the call. */
export const datesSchema = v.array(
  v.strictObject({ key, what: required(), on: day, until: v.optional(day), note: v.optional(line(), '') }),
);

export const placesSchema = v.array(
  v.strictObject({
    key,
    name: required(),
    kind: v.picklist(['venue', 'restaurant', 'online', 'other']),
    address: v.optional(line(), ''),
    directions: v.optional(prose(), ''),
    access: v.optional(prose(), ''),
    /** How to find it, drawn by or for the organizers. */
    map: picture,
    walking: v.optional(
      v.array(v.strictObject({ from: key, minutes: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
      [],
    ),
    rooms: v.optional(
      v.array(v.strictObject({ key, name: required(), level: v.optional(line(80), '') })),
      [],
    ),
  }),
);

export const peopleSchema = v.array(
  v.strictObject({
    key,
    name: required(),
    roles: v.pipe(
      v.array(v.picklist(['speaker', 'panelist', 'moderator', 'organizer', 'advisor'])),
      v.minLength(1, 'Give at least one role.'),
    ),
    field: v.optional(line(), ''),
    affiliation: v.optional(line(), ''),
    pronouns: v.optional(line(60), ''),
    bio: v.optional(prose(3_000), ''),
    photo: picture,
    photoCredit: v.optional(line(), ''),
    links: v.optional(v.array(v.strictObject({ label: required(80), url: address })), []),
  }),
);

/** What a part of a day can be; each has a word of its own in the programme. */
export const sessionKinds = [
  'opening',
  'keynote',
  'talk',
  'panel',
  'contributed-talks',
  'posters',
  'roundtables',
  'exhibition',
  'coffee',
  'meal',
  'move',
  'social',
  'closing',
  'discussion',
] as const;

/** What lies elsewhere and belongs to a session. */
export const materialKinds = ['slides', 'notes', 'recording', 'link'] as const;

export const programmeSchema = v.strictObject({
  tentative: v.optional(v.boolean(), false),
  note: v.optional(line(500), ''),
  sessions: v.array(
    v.strictObject({
      key,
      day,
      start: time,
      end: time,
      title: required(),
      kind: v.picklist(sessionKinds),
      people: v.optional(
        v.array(v.strictObject({ person: key, role: v.picklist(['speaker', 'panelist', 'moderator']) })),
        [],
      ),
      /** Keys of rooms, or of a place where the room is open or there is none. */
      places: v.optional(v.array(key), []),
      online: v.optional(v.boolean(), false),
      summary: v.optional(prose(5_000), ''),
      materials: v.optional(
        v.array(v.strictObject({ kind: v.picklist(materialKinds), label: required(120), url: webAddress })),
        [],
      ),
    }),
  ),
  /** The hand-kept "where to be" table, kept as it was published so that it can be compared with the sessions. */
  published: v.optional(v.array(v.strictObject({ day, start: time, end: time, where: required() })), []),
});

export const roundtablesSchema = v.array(
  v.strictObject({
    key,
    title: required(),
    summary: v.optional(prose(5_000), ''),
    moderator: key,
    mode: v.picklist(['in-person', 'online']),
    whitePaper: v.optional(v.boolean(), false),
  }),
);

/** Further pages in Markdown, in the order of the menu. */
export const pagesSchema = v.array(
  v.strictObject({ slug: key, title: required(), body: prose(), menu: v.optional(v.boolean(), true) }),
);

/** What is said as time goes on, each item with a page of its own. */
export const newsSchema = v.array(
  v.strictObject({
    slug: key,
    title: required(),
    on: day,
    body: v.pipe(
      prose(),
      v.check((text) => text.trim() !== '', 'Please fill this in.'),
    ),
  }),
);

/** What organizers say in other languages: each text by its path (`texts.ts`), with the words it was made from. */
export const translationsSchema = v.array(
  v.strictObject({
    key: languageTag,
    texts: v.array(v.strictObject({ key: required(400), of: prose(), text: prose() })),
  }),
);

export const sections = {
  about: aboutSchema,
  dates: datesSchema,
  places: placesSchema,
  people: peopleSchema,
  programme: programmeSchema,
  roundtables: roundtablesSchema,
  pages: pagesSchema,
  news: newsSchema,
  translations: translationsSchema,
} as const;

export type SectionName = keyof typeof sections;
export type Section<N extends SectionName> = v.InferOutput<(typeof sections)[N]>;
export type EditionSettings = { [N in SectionName]: Section<N> };

export const editionSettingsSchema = v.strictObject({
  about: aboutSchema,
  dates: v.optional(datesSchema, []),
  places: v.optional(placesSchema, []),
  people: v.optional(peopleSchema, []),
  programme: v.optional(programmeSchema, { sessions: [] }),
  roundtables: v.optional(roundtablesSchema, []),
  pages: v.optional(pagesSchema, []),
  news: v.optional(newsSchema, []),
  translations: v.optional(translationsSchema, []),
});
