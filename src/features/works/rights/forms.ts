/** Shapes of what people send about rights, shared by the pages and the operations. */
import * as v from 'valibot';
import { idForm, line, sentence, words } from '#app/features/submissions/forms.ts';
import { preferences } from '../preference.ts';
import { capacities, scopes, takedownScopes } from './ledger.ts';
import { licences } from './licences.ts';

export const grantForm = v.object({
  ...idForm.entries,
  uses: v.pipe(
    v.array(v.picklist(scopes)),
    v.minLength(1, 'Tick at least one use, or leave things as they are.'),
  ),
  capacity: v.picklist(capacities, 'Say for whom you speak.'),
  /** The very text that was read. */
  text: v.pipe(line(200), v.minLength(1)),
  agreed: v.literal(true, 'Please say that you have read this and agree.'),
});

export const endForm = v.object({
  ...idForm.entries,
  uses: v.pipe(v.array(v.picklist(scopes)), v.minLength(1, 'Tick what you take back.')),
  reason: v.optional(words(2_000), ''),
});

/** Sizes of public pictures; null leaves it to the workshop. */
export const pixelSteps = [480, 960, 1200, 1600, 2400] as const;

export const choiceForm = v.object({
  ...idForm.entries,
  licence: v.picklist(
    licences.map(({ key }) => key),
    'Choose one of the licences.',
  ),
  preference: v.picklist(preferences, 'Choose one.'),
  maxPixels: v.nullable(v.picklist(pixelSteps, 'Choose one of the sizes.')),
  credit: v.optional(line(300), ''),
});

export const embargoForm = v.object({
  ...idForm.entries,
  until: v.date('Give the day and time.'),
  reason: v.optional(words(2_000), ''),
});

export const picturesForm = v.object({
  ...idForm.entries,
  pictures: v.pipe(
    v.array(
      v.object({
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        alt: v.optional(line(1_000), ''),
        decorative: v.optional(v.boolean(), false),
      }),
    ),
    v.maxLength(500),
  ),
});

export const takedownForm = v.object({
  ...idForm.entries,
  scopes: v.pipe(v.array(v.picklist(takedownScopes)), v.minLength(1, 'Say what shall be hidden.')),
  /** Only organizers must say why. */
  reason: v.optional(words(2_000), ''),
  words: v.optional(line(500), ''),
  titleStays: v.optional(v.boolean(), false),
  creditStays: v.optional(v.boolean(), false),
});

export const takedownEndForm = v.object({
  ...idForm.entries,
  takedown: line(64),
  reason: sentence('Say why it may be shown again; it is kept.'),
});
