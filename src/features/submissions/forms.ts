/** Shapes of what people send. Built from the call's data; a draft accepts whatever has the right shape and length. */
import * as v from 'valibot';
import type { CallSettings, Question } from '#app/features/calls/settings.ts';
import { appearanceKinds, aiRoles, materialSources, promptReaders } from './draft.ts';
import type { CreditKind } from './submission.ts';
import { readOrcid } from './orcid.ts';

/** Far above any call's limit: a draft keeps a long paste whole, and submitting says what to shorten. */
const hardLimit = 40_000;

/** Words as typed, without what a database cannot hold; line ends as one sign, so that counts agree everywhere. */
export const words = (max = hardLimit) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed()),
    v.maxLength(max, `This is too long to keep: at most ${max.toLocaleString('en')} characters.`),
  );

export const line = (max = 1_000) =>
  v.pipe(
    words(max),
    v.transform((text) => text.replace(/\s+/g, ' ').trim()),
  );

export const idForm = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

const chosen = v.pipe(v.array(line()), v.maxLength(200));
const oneOf = (options: readonly { key: string }[]) => v.picklist(['', ...options.map(({ key }) => key)]);
const several = (options: readonly { key: string }[]) => v.array(v.picklist(options.map(({ key }) => key)));

const appearance = v.object({
  venue: v.optional(line(), ''),
  url: v.optional(line(2_000), ''),
  date: v.optional(line(100), ''),
  kind: v.optional(oneOf(appearanceKinds), ''),
});

const system = v.object({
  name: v.optional(line(), ''),
  version: v.optional(line(), ''),
  provider: v.optional(line(), ''),
  runs: v.optional(v.picklist(['', 'hosted', 'local']), ''),
  use: v.optional(line(), ''),
});

const disclosure = v.object({
  roles: v.optional(several(aiRoles), []),
  systems: v.optional(v.pipe(v.array(system), v.maxLength(50)), []),
  sources: v.optional(several(materialSources), []),
  share: v.optional(words(), ''),
  prompts: v.optional(words(), ''),
  promptsFor: v.optional(oneOf(promptReaders), ''),
  promptWriter: v.optional(line(), ''),
  likeness: v.optional(words(), ''),
});

const answerShapes = {
  line: line(),
  text: words(),
  size: line(),
  rider: words(),
  choice: line(),
  'yes-no': v.picklist(['', 'yes', 'no'], 'Answer yes or no.'),
  choices: chosen,
  year: v.union(
    [v.pipe(v.number(), v.integer(), v.minValue(-10_000), v.maxValue(10_000)), v.literal('')],
    'Write the year in digits.',
  ),
  appearances: v.pipe(v.array(appearance), v.maxLength(100)),
  disclosure,
} satisfies Record<Question['type'], v.GenericSchema<any, any>>;

/** What a save of this call's form may hold. Answers to questions the call does not ask are left out. */
export function draftForm({ questions }: CallSettings) {
  return v.object({
    title: line(2_000),
    abstract: v.optional(words(), ''),
    topics: v.optional(chosen, []),
    kinds: v.optional(chosen, []),
    link: v.optional(
      v.nullable(
        v.object({
          url: v.optional(line(2_000), ''),
          purpose: v.optional(line(), ''),
          needs: v.optional(words(), ''),
        }),
      ),
      null,
    ),
    answers: v.optional(
      v.object(Object.fromEntries(questions.map(({ key, type }) => [key, v.optional(answerShapes[type])]))),
      {},
    ),
  });
}

/** The envelope of a save; what is inside is read with the call at hand. */
export const saveForm = v.object({
  ...idForm.entries,
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  draft: v.record(v.string(), v.unknown()),
});

export const emailForm = v.pipe(
  line(254),
  v.toLowerCase(),
  v.check(
    (text) =>
      text === '' || /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/u.test(text),
    'This does not look like an e-mail address; leave it empty if there is none.',
  ),
);

export const creditForm = v.object({
  kind: v.optional(
    v.pipe(
      line(20),
      v.transform((text): CreditKind => (text === 'collective' ? text : 'person')),
    ),
    'person',
  ),
  name: v.pipe(line(300), v.minLength(1, 'Give the name as it should be printed.')),
  email: v.optional(emailForm, ''),
  affiliation: v.optional(line(500), ''),
  orcid: v.optional(
    v.pipe(
      line(100),
      v.check(
        (text) => text === '' || readOrcid(text) !== null,
        'This is not an ORCID iD: the last of its 16 digits checks the others. Copy it from orcid.org.',
      ),
      v.transform((text) => readOrcid(text)),
    ),
    '',
  ),
  pronouns: v.optional(line(60), ''),
  role: v.optional(line(200), ''),
});

/** Which contributor of which submission. */
export const contributorForm = v.object({
  ...idForm.entries,
  contributor: v.pipe(v.string(), v.maxLength(64)),
});

export const agreedForm = v.object({
  ...idForm.entries,
  /** `key:sha256` of each text that was in front of the person. */
  agreed: v.optional(v.array(v.pipe(v.string(), v.maxLength(200))), []),
});

export const sentence = (ask: string) => v.pipe(words(5_000), v.trim(), v.minLength(1, ask));
