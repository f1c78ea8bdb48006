/** The form of a section: what the workshop is, when, and how to reach it. */
import type { FormField } from '../form.ts';
import { links, type FormOf } from './parts.ts';

export const about: FormOf = (_settings, zones) => ({
  lead: 'What the workshop is, when, and how to reach you.',
  fields: [
    { kind: 'line', name: 'name', label: 'Name', required: true },
    { kind: 'line', name: 'tagline', label: 'In one line' },
    { kind: 'line', name: 'host', label: 'Part of, or hosted by' },
    { kind: 'text', name: 'summary', label: 'What it is about', rows: 8, help: 'Markdown.' },
    { kind: 'lines', name: 'includes', label: 'What there will be', help: 'One thing a line.' },
    { kind: 'lines', name: 'days', label: 'Days', help: 'One day a line, as 2025-12-13.' },
    { kind: 'pick', name: 'zone', label: 'Time zone of the place', options: zones, required: true },
    { kind: 'email', name: 'contactEmail', label: 'Address to write to', required: true },
    { ...links, name: 'follow', label: 'Follow the workshop' } as FormField,
    { kind: 'line', name: 'language', label: 'Language of the site', help: 'A code such as en, de, ar.' },
    {
      kind: 'colour',
      name: 'accent',
      label: 'Accent colour',
      help: 'Made lighter or darker where text needs it.',
    },
    { kind: 'line', name: 'notice', label: 'A notice on every page' },
  ],
});
