/**
 * A call as its organizers set it: questions, limits, topics, agreements and dates are data here,
 * never constants in code. The public text, the form and the checks all read this one document.
 */
import * as v from 'valibot';
import { isDay } from '../editions/days.ts';
import { rulesSchema } from './rules.ts';

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
const option = v.strictObject({ key, label: required(), help: v.optional(line(500), '') });

/** A moment as a person sets it: the whole minute named belongs to it. `AoE` is UTC-12 without daylight saving. */
export const momentSchema = v.strictObject({
  date: day,
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM.')),
  zone: required(64),
});

export const questionSchema = v.strictObject({
  key,
  label: required(),
  help: v.optional(line(1_000), ''),
  /**
   * line, text: words · choice, choices: from `options` · yes-no · year: a number ·
   * appearances: entries {venue, url, date, kind} of prior appearance or concurrent review ·
   * disclosure: how AI was used (creative works) · size: dimensions or duration in words ·
   * rider: technical needs, line by line.
   */
  type: v.picklist([
    'line',
    'text',
    'choice',
    'choices',
    'yes-no',
    'year',
    'appearances',
    'disclosure',
    'size',
    'rider',
  ]),
  required: v.optional(v.boolean(), false),
  options: v.optional(v.array(option), []),
  /** Also offer "other" with words of one's own. */
  other: v.optional(v.boolean(), false),
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)), 2_000),
  /** Shown only when another question has this answer. */
  when: v.optional(v.strictObject({ question: key, is: line() })),
  /** Who may read the answer besides organizers: the jury or reviewers, and later the public. */
  audience: v.optional(v.picklist(['organizers', 'reviewers', 'public']), 'reviewers'),
  /** What the answer is on the public page of an accepted work, where its type alone does not say it. */
  means: v.optional(v.picklist(['', 'medium', 'edition', 'content-notes', 'access', 'language'])),
  /** The group of questions this stands under on the form. */
  group: v.optional(line(80), ''),
});

export const agreementSchema = v.strictObject({
  key,
  text: required(3_000),
  required: v.optional(v.boolean(), true),
});

export const callSchema = v.strictObject({
  key,
  kind: v.picklist(['paper', 'work']),
  title: required(),
  summary: v.optional(line(600), ''),
  /** Markdown; `{{limits}}` puts the limits that the checks use, in words, where it stands. */
  text: v.optional(prose(), ''),
  /** Shown as lists under the text. */
  looksFor: v.optional(v.array(line()), []),
  judgedOn: v.optional(v.array(line()), []),
  ifAccepted: v.optional(v.array(line(600)), []),
  opens: v.optional(momentSchema),
  /** The deadline as first set; extensions are rows of their own, with reasons. */
  deadline: momentSchema,
  /** Applied, said on the receipt, shown on no public page. */
  graceMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)), 15),
  decisionsOn: v.optional(day),
  /** Files withdrawn or not selected are deleted on this day, with notice. */
  filesDeletedOn: v.optional(day),
  topics: v.optional(v.strictObject({ options: v.array(option), other: v.optional(v.boolean(), true) })),
  /** What is accepted comes once more, as it will be shown: until when, and what differs from the rules below. */
  final: v.optional(
    v.strictObject({
      deadline: momentSchema,
      /** How to prepare it, such as the option of the template that makes it camera-ready. */
      text: v.optional(prose(4_000), ''),
      extraPages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)), 0),
      poster: v.optional(v.picklist(['no', 'welcome', 'needed']), 'no'),
      slides: v.optional(v.picklist(['no', 'welcome', 'needed']), 'no'),
    }),
  ),
  /** Kinds of contribution, e.g. technical contribution or perspective; for works, its forms (several allowed). */
  kinds: v.optional(
    v.strictObject({
      label: required(80),
      several: v.optional(v.boolean(), false),
      options: v.array(option),
      other: v.optional(v.boolean(), false),
    }),
  ),
  abstract: v.optional(
    v.strictObject({
      label: required(80),
      help: v.optional(line(500), ''),
      required: v.boolean(),
      maxLength: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(20_000)),
    }),
    { label: 'Abstract', help: '', required: true, maxLength: 3_000 },
  ),
  questions: v.optional(v.array(questionSchema), []),
  agreements: v.optional(v.array(agreementSchema), []),
  prize: v.optional(
    v.strictObject({ text: required(600), upTo: v.pipe(v.number(), v.minValue(0)), currency: line(8) }),
  ),
  registration: v.optional(line(600), ''),
  /** What the checks enforce; the public text says the same because it is made from this. */
  rules: rulesSchema,
});

export type CallSettings = v.InferOutput<typeof callSchema>;
export type Question = v.InferOutput<typeof questionSchema>;
export type Agreement = v.InferOutput<typeof agreementSchema>;
export type Moment = v.InferOutput<typeof momentSchema>;
