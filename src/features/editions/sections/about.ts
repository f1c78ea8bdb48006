/** The form of a section: what the workshop is, when, and how to reach it. */
import { accentOf } from '#app/ui/accent.ts';
import type { FormField } from '../form.ts';
import { links, type FormOf } from './parts.ts';

export const about: FormOf = ({ about: { accent } }, zones) => ({
  lead: 'What the workshop is, when, and how to reach you.',
  fields: [
    { kind: 'line', name: 'name', label: 'Name', required: true },
    { kind: 'line', name: 'tagline', label: 'In one line' },
    { kind: 'line', name: 'host', label: 'Part of, or hosted by' },
    {
      kind: 'text',
      name: 'summary',
      label: 'What it is about',
      rows: 8,
      help: 'Markdown. Each picture has its line under Pictures.',
    },
    { kind: 'lines', name: 'includes', label: 'What there will be', help: 'One thing a line.' },
    { kind: 'lines', name: 'days', label: 'Days', help: 'One day a line, as 2025-12-13.' },
    { kind: 'pick', name: 'zone', label: 'Time zone of the place', options: zones, required: true },
    { kind: 'email', name: 'contactEmail', label: 'Address to write to', required: true },
    { ...links, name: 'follow', label: 'Follow the workshop' } as FormField,
    { kind: 'line', name: 'language', label: 'Language of the site', help: 'A code such as en, de, ar.' },
    {
      kind: 'lines',
      name: 'otherLanguages',
      label: 'Other languages',
      help: 'One code a line. The whole site is then there in each; its texts are translated under Translations.',
    },
    {
      kind: 'colour',
      name: 'accent',
      label: 'Accent colour',
      help: `Made lighter or darker where text needs it. ${shown(accent)}`,
    },
    { kind: 'line', name: 'notice', label: 'A notice on every page' },
  ],
});

/** What becomes of the colour that is saved now. */
function shown(accent: string): string {
  const { day, night } = accentOf(accent);
  const on = (ground: string, colour: string) =>
    colour === accent.toLowerCase() ? `as it is on ${ground} ground` : `as ${colour} on ${ground} ground`;
  return `${accent} is shown ${on('light', day)} and ${on('dark', night)}.`;
}
