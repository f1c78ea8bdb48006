/**
 * The shapes of what the example holds besides settings: its cast, the extension of its deadline, its invented
 * submissions. An answer is a string, a number (year), keys (choices; `other: …` in words of one's own), or entries.
 */
import * as v from 'valibot';
import { momentSchema } from '#app/features/calls/settings.ts';
import { preferences } from '#app/features/works/preference.ts';
import { licences } from '#app/features/works/rights/licences.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const email = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9.-]+@example\.org$/, 'Invented people write from example.org.'),
);
const inventedPlace = v.pipe(v.string(), v.endsWith('(invented)', 'Mark the affiliation as (invented).'));
const orcid = v.pipe(
  v.string(),
  v.regex(/^(\d{4}-){3}\d{3}[\dX]$/),
  v.check(checksumHolds, 'The last digit is wrong.'),
);

/** What the example brings for its pages, with the words that everybody reads of it. */
export const picturesSchema = v.strictObject({
  pictures: v.array(
    v.strictObject({
      file: v.string(),
      alt: v.string(),
      credit: v.string(),
      licence: v.string(),
      link: v.string(),
    }),
  ),
});
export type ExamplePicture = v.InferOutput<typeof picturesSchema>['pictures'][number];

export const castSchema = v.array(
  v.strictObject({
    key: text,
    name: text,
    email,
    roles: v.array(
      v.picklist(['organizer', 'author', 'co-author', 'creator', 'reviewer', 'juror', 'attendee']),
    ),
    affiliation: v.optional(inventedPlace),
    pronouns: v.optional(v.string(), ''),
    about: text,
  }),
);

export const extensionsSchema = v.array(
  v.strictObject({
    call: text,
    from: momentSchema,
    to: momentSchema,
    reason: text,
    on: v.pipe(v.string(), v.isoDate()),
  }),
);

const creditSchema = v.strictObject({
  name: text,
  affiliation: inventedPlace,
  email,
  orcid: v.optional(orcid),
  pronouns: v.optional(text),
  role: v.optional(text),
  bio: v.optional(text),
  /** A collective signs as one; a pseudonym stands for a person who is not named. */
  kind: v.optional(v.picklist(['person', 'pseudonym', 'collective']), 'person'),
  /** The member of the cast this is. */
  person: v.optional(text),
});

const appearanceSchema = v.strictObject({
  venue: text,
  url: v.optional(text),
  date: v.optional(text),
  kind: v.picklist(['exhibited', 'published', 'online', 'sold', 'prize', 'under-review']),
});

const systemSchema = v.strictObject({ name: text, provider: v.optional(text), use: text });

/** The disclosure: which parts AI played, with which systems, from whose material, and the creator's own sentence. */
const disclosureSchema = v.strictObject({
  roles: v.pipe(
    v.array(
      v.picklist([
        'none',
        'subject',
        'research',
        'drafting',
        'assistive',
        'generated',
        'live',
        'own-model',
        'voice-likeness',
      ]),
    ),
    v.minLength(1),
  ),
  systems: v.optional(v.array(systemSchema), []),
  sources: v.optional(
    v.array(v.picklist(['own', 'licensed', 'permission', 'public-domain', 'open-licence', 'unknown'])),
    [],
  ),
  share: text,
});

const answerSchema = v.union([text, v.number(), v.array(text), v.array(appearanceSchema), disclosureSchema]);

const fileSchema = v.strictObject({
  /** Under `files/`. */
  path: text,
  /** The name it was handed in with. */
  name: text,
  role: v.picklist([
    'paper',
    'main',
    'video',
    'description',
    'supplementary',
    'captions',
    'transcript',
    'capture',
  ]),
  /** What it shows, for those who cannot see it. */
  alt: v.optional(text),
});

export const submissionsSchema = v.array(
  v.strictObject({
    key: text,
    call: v.picklist(['papers', 'creative-work']),
    invented: v.literal(true),
    title: text,
    language: v.optional(text, 'en'),
    abstract: text,
    kinds: v.pipe(v.array(text), v.minLength(1)),
    topics: v.optional(v.array(text), []),
    credits: v.pipe(v.array(creditSchema), v.minLength(1)),
    answers: v.record(v.string(), answerSchema),
    /** By clearance: a piece that runs somewhere else. */
    link: v.optional(v.strictObject({ url: text, purpose: text, needs: v.optional(text) })),
    files: v.pipe(v.array(fileSchema), v.minLength(1)),
    submitted: v.pipe(v.string(), v.isoTimestamp()),
    /** Why this one is in the example, where it breaks a rule on purpose. */
    remark: v.optional(text),
  }),
);

const instant = v.pipe(v.string(), v.isoTimestamp());

export const selectionSchema = v.strictObject({
  acceptedAt: instant,
  grantedAt: instant,
  publishedAt: instant,
  notSelected: v.array(text),
  choices: v.array(
    v.strictObject({
      key: text,
      licence: v.picklist(licences.map(({ key }) => key)),
      preference: v.picklist(preferences),
      credit: v.optional(v.string(), ''),
    }),
  ),
});

export type CastMember = v.InferOutput<typeof castSchema>[number];
export type Extension = v.InferOutput<typeof extensionsSchema>[number];
export type ExampleSubmission = v.InferOutput<typeof submissionsSchema>[number];
export type Selection = v.InferOutput<typeof selectionSchema>;

/** ISO 7064 MOD 11-2, as ORCID defines it. */
export function checksumHolds(id: string): boolean {
  const digits = id.replaceAll('-', '');
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return digits[15] === (rest === 10 ? 'X' : String(rest));
}
