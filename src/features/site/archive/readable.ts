/**
 * The shapes in which an archive is read back. An archive is a stranger's: nothing of it counts that does not fit, and
 * a file that is not what its kind of file is for the web is no part of a site.
 */
import * as v from 'valibot';
import { momentSchema } from '#app/features/calls/settings.ts';
import { isDay } from '#app/features/editions/days.ts';
import { editionSettingsSchema } from '#app/features/editions/settings.ts';
import { preferences } from '#app/features/works/preference.ts';
import { licences } from '#app/features/works/rights/licences.ts';
import { format } from './documents.ts';

const words = (most = 20_000) => v.pipe(v.string(), v.maxLength(most));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(80));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const day = v.pipe(v.string(), v.check(isDay));
const instant = v.pipe(v.string(), v.isoTimestamp());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const measure = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)));
const kind = v.picklist(['paper', 'work']);
const list = <S extends v.GenericSchema>(of: S, most: number) => v.pipe(v.array(of), v.maxLength(most));

const extensions = list(v.object({ asSet: momentSchema, reason: words(), on: instant }), 100);

export const callsShape = v.object({
  calls: list(
    v.object({
      // Held against the schema of calls once grace, which no archive has, is put in.
      settings: v.record(v.string(), v.unknown()),
      extensions,
      finalExtensions: extensions,
    }),
    100,
  ),
});

/** By type, how such a file is called: a host of plain files tells types by endings. */
const endings: Record<string, string> = {
  'image/avif': 'avif',
  'image/webp': 'webp',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'text/vtt': 'vtt',
  'text/plain; charset=utf-8': 'txt',
};

/** Of the organizers: drawn anew when it was brought, and named by its bytes. */
const picture = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  revision: v.pipe(whole, v.minValue(1)),
  alt: words(500),
  credit: words(200),
  licence: words(120),
  link: v.pipe(words(300), v.regex(/^(https?:\/\/\S+)?$/)),
  files: v.pipe(
    list(
      v.pipe(
        v.object({
          name: v.pipe(v.string(), v.regex(/^picture[\w-]{0,20}\.[a-z]{3,4}$/)),
          mime: v.picklist(['image/avif', 'image/webp', 'image/jpeg']),
          width: whole,
          height: whole,
          bytes: whole,
          sha256,
        }),
        v.check(({ name, mime }) => name.endsWith(`.${endings[mime]}`)),
      ),
      50,
    ),
    v.minLength(1),
  ),
});

export const editionShape = v.object({
  salon: v.object({ archive: v.literal(format) }),
  archivedAt: instant,
  base: v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/), v.maxLength(300)),
  slug,
  settings: editionSettingsSchema,
  pictures: list(picture, 10_000),
  records: list(v.pipe(v.string(), v.regex(/^metadata\/(papers|works)\/[a-z0-9-]{1,80}\.json$/)), 10_000),
});

const typesOf = {
  picture: /^image\//,
  view: /^image\//,
  still: /^image\//,
  tile: /^image\//,
  film: /^video\//,
  sound: /^audio\//,
  peaks: /json$/,
  info: /json$/,
  document: /^application\/pdf$|^text\/plain/,
  captions: /^text\/vtt$/,
  transcript: /^text\/plain/,
} as const;

/** A piece that runs is never taken from an archive. */
const uses = Object.keys(typesOf) as (keyof typeof typesOf)[];

const rendition = v.pipe(
  v.object({
    use: v.picklist(uses),
    name: v.pipe(
      v.string(),
      v.maxLength(500),
      v.regex(/^[\w,~@+=-][\w.,~@+=-]*(\/[\w,~@+=-][\w.,~@+=-]*){0,6}$/),
    ),
    sha256,
    bytes: whole,
    mime: v.string(),
    width: v.nullable(whole),
    height: v.nullable(whole),
  }),
  v.check(({ use, name, mime }) => typesOf[use].test(mime) && name.endsWith(`.${endings[mime] ?? '/'}`)),
);

const file = v.object({
  role: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
  label: words(200),
  kind: v.picklist(['image', 'video', 'audio', 'pdf', 'text', 'web', 'model', 'other']),
  alt: words(2_000),
  description: words(),
  width: measure,
  height: measure,
  seconds: measure,
  pages: measure,
  triangles: v.optional(whole),
  likeness: v.optional(v.pipe(v.string(), v.regex(/^[\w+/=-]{1,500}$/))),
  renditions: list(rendition, 50_000),
});

const credit = v.object({
  kind: v.picklist(['person', 'collective']),
  name: v.pipe(words(300), v.minLength(1)),
  affiliation: words(500),
  orcid: v.pipe(v.string(), v.regex(/^(\d{4}-\d{4}-\d{4}-\d{3}[\dX])?$/)),
  pronouns: words(100),
  role: words(200),
});

const record = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{16,64}$/)),
  kind,
  slug,
  formerSlugs: list(slug, 1_000),
  title: words(2_000),
  call: v.object({ key: slug }),
  people: list(credit, 1_000),
  summary: words(),
  links: list(
    v.object({
      label: words(500),
      url: v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/)),
      on: v.optional(day),
    }),
    1,
  ),
  rights: v.object({ credit: words(1_000) }),
  acceptedOn: day,
  publishedOn: day,
  changedAt: instant,
  tombstone: v.nullable(v.object({ words: words() })),
  files: list(file, 1_000),
});

/** Whatever an answer can be; the questions of the call say how it is read. */
const answer = v.union([
  words(),
  v.number(),
  list(words(2_000), 500),
  list(v.object({ venue: words(), url: words(), date: words(), kind: words() }), 200),
  v.object({
    roles: list(words(200), 50),
    sources: list(words(200), 50),
    share: words(),
    prompts: words(),
    promptsFor: words(40),
    promptWriter: words(300),
    likeness: words(),
    systems: list(
      v.object({ name: words(), version: words(), provider: words(), runs: words(40), use: words() }),
      200,
    ),
  }),
]);

export const recordShape = v.object({
  record,
  said: v.object({
    topics: list(words(500), 200),
    kinds: list(words(500), 200),
    answers: v.record(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)), answer),
  }),
  originals: list(
    v.object({
      path: v.pipe(v.string(), v.regex(/^originals\/(papers|works)\/[a-z0-9-]{1,80}\/[a-z0-9.-]{1,60}$/)),
      role: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
      mime: v.pipe(v.string(), v.regex(/^[\w.+-]+\/[\w.+-]+$/), v.maxLength(200)),
      sha256,
      bytes: whole,
    }),
    1_000,
  ),
});

export const rightsShape = v.object({
  rights: list(
    v.object({
      kind,
      slug,
      grants: list(
        v.object({
          at: instant,
          text: v.object({ key: words(100), sha256 }),
          uses: v.pipe(
            list(
              v.object({
                scope: v.picklist(['website', 'archive', 'recognition']),
                until: v.nullable(instant),
              }),
              3,
            ),
            v.minLength(1),
          ),
        }),
        1_000,
      ),
      licence: v.picklist(licences.map(({ key }) => key)),
      credit: words(1_000),
      preference: v.picklist(preferences),
      maxPixels: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(320), v.maxValue(10_000))),
      takedown: v.nullable(v.object({ at: instant, words: words() })),
    }),
    10_000,
  ),
});

/** All of it together, as it is brought back. */
export const archiveShape = v.object({
  edition: editionShape,
  calls: callsShape,
  records: v.array(recordShape),
  rights: rightsShape,
});

export type ReadArchive = v.InferOutput<typeof archiveShape>;
export type ReadRecord = v.InferOutput<typeof recordShape>;
