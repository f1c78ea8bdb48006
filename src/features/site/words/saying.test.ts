import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { french, say } from './saying.ts';

/** What a French page posts to, and what stands behind it. */
const files = [
  'features/submissions/attached.server.ts',
  'features/works/rights/attached.server.ts',
  'features/people/account-operations.server.ts',
  'features/people/forms.ts',
  'features/people/orcid-operations.server.ts',
  'features/people/passkey-operations.server.ts',
  'features/people/sign-in-operations.server.ts',
  'features/editions/freeze-queries.server.ts',
  'features/submissions/contributing.server.ts',
  'features/submissions/forms.ts',
  'features/submissions/drafting.server.ts',
  'features/submissions/phases.ts',
  'features/site/enquiries/forms.ts',
  'features/site/enquiries/operations.server.ts',
  'features/site/interest/operations.server.ts',
  'hooks.server.ts',
  'platform/full-disk.server.ts',
  'platform/operation.server.ts',
  'platform/rate.server.ts',
  'platform/refusal.ts',
];

/** A sentence begins with a capital, holds a space and ends as sentences do. */
const literal = /(['`])([A-Z](?:(?!\1)[^\n\\]){5,}? (?:(?!\1)[^\n\\])*?[.?!])\1/g;

const sentencesIn = (file: string) =>
  [...readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').matchAll(literal)].map(
    ([, , words]) => words!.replaceAll(/\$\{[^}]*\}/g, '12'),
  );

describe('a refusal', () => {
  it('has its French sentence wherever a French page can meet it', () => {
    const left = files.flatMap((file) =>
      sentencesIn(file)
        .filter((words) => say(words, 'fr') === undefined)
        .map((words) => `${file}: ${words}`),
    );
    expect(left).toEqual([]);
    expect(files.flatMap(sentencesIn).length).toBeGreaterThan(20);
  });

  it('keeps what varies in it, numbers as French writes them, and words as they were written', () => {
    expect(say('That was asked for too often. Please wait 15 minutes and try again.', 'fr')).toEqual(
      'Cela a été demandé trop souvent. Attendez 15 minutes, puis essayez à nouveau.',
    );
    expect(say('This is too long to keep: at most 4,000 characters.', 'fr')).toEqual(
      'C’est trop long à garder\u00a0: au plus 4\u202f000 caractères.',
    );
  });

  it('stays English for who reads English, and where nobody has said it', () => {
    expect([
      say('One thing is missing.', 'en'),
      say('No such sentence.', 'fr'),
      say('toString', 'fr'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  it('varies in as many places in French as in English', () => {
    const places = (words: string) => words.split('{}').length;
    expect(Object.entries(french).filter(([english, said]) => places(english) !== places(said))).toEqual([]);
  });
});
