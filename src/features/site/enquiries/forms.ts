/** What is typed into the forms of an enquiry, as pages and operations both read it. */
import * as v from 'valibot';
import { addressField, nameField, secretField } from '#app/features/people/forms.ts';
import { line, words } from '#app/features/submissions/forms.ts';
import { isTopic, type Topic } from './enquiry.ts';
import { mostWords } from './limits.ts';

export const wordsField = v.pipe(words(mostWords), v.trim(), v.minLength(1, 'Write a few words first.'));

export const askForm = v.object({
  edition: v.string(),
  name: nameField,
  email: addressField,
  topic: v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }): Topic => {
      if (isTopic(dataset.value)) return dataset.value;
      addIssue({ message: 'Choose what it is about.' });
      return NEVER;
    }),
  ),
  /** The address or the title of a public paper or work; empty is about none. */
  about: v.optional(line(500), ''),
  words: wordsField,
  /** A field that people do not see: whoever fills it in is most likely a machine. */
  website: v.optional(v.string(), ''),
});

export const linkForm = v.object({ edition: v.string(), secret: secretField });
