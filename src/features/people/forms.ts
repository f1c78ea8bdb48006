/** What people type about themselves, as the forms and the operations both read it. */
import * as v from 'valibot';
import { mailAddress } from '#app/platform/mail-address.ts';
import { localPath, orcidFrom } from './person.ts';

/** One line: line breaks, control and direction-changing characters become spaces. */
const line = (most: number, sentence: string) =>
  v.pipe(
    v.string(),
    v.transform((text) =>
      text
        // eslint-disable-next-line no-control-regex
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim()
        .normalize('NFC'),
    ),
    v.maxLength(most, sentence),
  );

export const nameField = v.pipe(
  line(200, 'Please keep the name under 200 characters.'),
  v.minLength(1, 'Please give the name you go by. A single name or a pseudonym is fine.'),
);

export const addressField = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const address = mailAddress(dataset.value);
    if (address) return address;
    addIssue({
      message: 'That is not a mail address we can write to. It should look like name@example.org.',
    });
    return NEVER;
  }),
);

export const orcidField = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    if (dataset.value.trim() === '') return null;
    const orcid = orcidFrom(dataset.value);
    if (orcid) return orcid;
    addIssue({
      message: 'That ORCID iD has a slip in it: 16 characters such as 0000-0002-1825-0097, please.',
    });
    return NEVER;
  }),
);

export const nextField = v.optional(
  v.pipe(
    v.nullable(v.string()),
    v.transform((text) => localPath(text)),
  ),
  '/my',
);

export const secretField = v.pipe(v.string(), v.regex(/^[\w-]{20,100}$/, 'This link is not complete.'));
export const deviceField = v.optional(line(100, 'That is too long.'), '');

export const askForm = v.object({ address: addressField, next: nextField });

export const openForm = v.object({
  secret: secretField,
  /** Asked for on the first visit only. */
  name: v.optional(line(200, 'Please keep the name under 200 characters.'), ''),
  device: deviceField,
  /** The secret of a finished visit to ORCID in this browser, when its iD is to be connected. */
  orcidState: v.optional(v.nullable(v.string()), null),
});

export const aboutForm = v.object({
  name: nameField,
  affiliation: line(300, 'Please keep the affiliation under 300 characters.'),
  pronouns: line(60, 'Please keep the pronouns under 60 characters.'),
  orcid: orcidField,
});

export const passkeyLabel = v.pipe(
  line(80, 'Please keep the name of the passkey under 80 characters.'),
  v.transform((text) => text || 'Passkey'),
);
