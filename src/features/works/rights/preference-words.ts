/** What a creator chooses for machines, in words for people: on the form, beside the work, inside of its files. */
import type { Preference } from '../preference.ts';

export const preferenceWords: Record<Preference, { label: string; words: string }> = {
  'reserve-all': {
    label: 'Reserve everything',
    words:
      'Search engines may list it. No AI training, no answers made from it by AI, no text or data mining.',
  },
  'no-training': {
    label: 'Search and assistants, no training',
    words:
      'Search engines may list it and AI assistants may answer from it. No AI training, no text or data mining.',
  },
  allow: {
    label: 'Allow everything',
    words: 'Search, AI assistants, text and data mining, and AI training are all allowed.',
  },
};

/** Stands wherever the choice stands, so that nobody believes more than is true. */
export const notWalls =
  'These are notices, not walls. We state them on the page, with every file and inside of the pictures, in the forms that machines are asked to read, and they matter in law. They do not stop a machine that ignores them.';
