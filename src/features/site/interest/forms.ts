/** What is typed into the forms of the list, as pages and operations both read it. */
import * as v from 'valibot';
import { addressField, secretField } from '#app/features/people/forms.ts';
import { line, words } from '#app/features/submissions/forms.ts';
import { topicNames } from './interest.ts';

export const joinForm = v.object({
  edition: v.string(),
  email: addressField,
  name: v.optional(line(200), ''),
  topics: v.pipe(
    v.array(v.picklist(topicNames, 'Choose from these.')),
    v.minLength(1, 'Choose at least one.'),
    v.transform((chosen) => topicNames.filter((topic) => chosen.includes(topic))),
  ),
  /** A field that people do not see: whoever fills it in is most likely a machine. */
  website: v.optional(v.string(), ''),
});

export const linkForm = v.object({ edition: v.string(), secret: secretField });

export const letterForm = v.object({
  edition: v.string(),
  /** Made when the letter is looked at, so that the same one is never sent twice. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-z]{24}$/, 'Look at the letter first.')),
  topic: v.picklist(['', ...topicNames], 'Choose to whom.'),
  subject: v.pipe(line(300), v.minLength(1, 'Give the letter a subject.')),
  body: v.pipe(words(20_000), v.trim(), v.minLength(1, 'Write the letter.')),
});
