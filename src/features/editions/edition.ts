/**
 * An edition: one year's event. Owns its settings, section by section, each with its history.
 * Promises that a section in force always fits its schema. Leaves out calls, people's standing, submissions.
 */
import type { EditionSettings, Section } from './settings.ts';

export interface Edition {
  id: string;
  slug: string;
  about: Section<'about'>;
}

/** Words that stand in addresses before an edition's slug could; no edition may be called so. */
export const reservedSlugs = [
  'my',
  'review',
  'desk',
  'api',
  'sign-in',
  'sign-out',
  'account',
  'inbox',
  'files',
  'uploads',
  'health',
  'demo',
  'set-up',
  'operator',
  'new',
  'assets',
  'editions',
  'oai',
  'oembed',
  'policies',
  '.well-known',
  'invitation',
  'robots.txt',
  'favicon.ico',
  '_app',
];

export interface EditionWithSettings extends Edition {
  settings: EditionSettings;
}
