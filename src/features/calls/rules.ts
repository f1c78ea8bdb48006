/**
 * The limits of a call as its organizers may set them, in the shape that the checks read. What a file leaves out
 * takes the ready-made value, so a call always has whole rules.
 */
import * as v from 'valibot';
import { paperRules2024 as paper, workRules2024 as work } from '#app/preflight/profiles.ts';
import { formatSchema } from './format.ts';

const whole = (most: number, least = 0) =>
  v.pipe(
    v.number(),
    v.integer('Write a whole number.'),
    v.minValue(least, `At least ${least}.`),
    v.maxValue(most, `At most ${most.toLocaleString('en')}.`),
  );
const bytes = whole(10 * 1024 ** 3, 1024);
const paperRules = v.strictObject({
  kind: v.literal('paper'),
  maxBodyPages: v.optional(whole(200, 1), paper.maxBodyPages),
  maxBytes: v.optional(bytes, paper.maxBytes),
  authorsVisible: v.optional(v.boolean(), paper.authorsVisible),
  format: v.optional(formatSchema, paper.format),
  supplement: v.optional(
    v.nullable(v.strictObject({ maxFiles: whole(1_000, 1), maxBytes: bytes })),
    paper.supplement,
  ),
});

const workRules = v.strictObject({
  kind: v.literal('work'),
  maxBytes: v.optional(bytes, work.maxBytes),
  requireOneOf: v.optional(
    v.pipe(v.array(v.picklist(['main', 'video'])), v.minLength(1, 'Ask for the work, a video, or either.')),
    work.requireOneOf,
  ),
  requireDescription: v.optional(v.boolean(), work.requireDescription),
  descriptionMaxPages: v.optional(whole(200, 1), work.descriptionMaxPages),
  maxVideoSeconds: v.optional(whole(36_000, 1), work.maxVideoSeconds),
  videoToleranceSeconds: v.optional(
    v.pipe(v.number(), v.minValue(0), v.maxValue(60)),
    work.videoToleranceSeconds,
  ),
  filmMayBeLonger: v.optional(v.boolean(), work.filmMayBeLonger),
  maxSupplementary: v.optional(whole(1_000), work.maxSupplementary),
});

export const rulesSchema = v.variant('kind', [paperRules, workRules]);
