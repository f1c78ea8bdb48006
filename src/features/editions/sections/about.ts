/** The form of a section: what the workshop is, when, and how to reach it. */
import { accentOf } from '#app/ui/accent.ts';
import { faceLabel, headingFaces, textFaces } from '#app/ui/faces.ts';
import type { FormField, Option } from '../form.ts';
import type { EditionSettings } from '../settings.ts';
import { links, type FormOf } from './parts.ts';

export const about: FormOf = (settings, zones, pictures, calls) => ({
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
      kind: 'pick',
      name: 'logo',
      label: 'Logo',
      options: pictures,
      help: 'Stands before the name on every page. Choose among your Pictures.',
    },
    {
      kind: 'pick',
      name: 'hero',
      label: 'Picture on the first page',
      options: pictures,
      help: 'Above everything else, in full width; nothing is written over it.',
    },
    {
      kind: 'colour',
      name: 'accent',
      label: 'Accent colour',
      help: `Made lighter or darker where text needs it. ${shown(settings.about.accent)}`,
    },
    {
      kind: 'group',
      name: 'faces',
      label: 'Faces',
      mark: ['heading', 'text'],
      help: 'What they look like stands under this form. Left open: Newsreader and Source Sans.',
      fields: [
        {
          kind: 'pick',
          name: 'heading',
          label: 'For headings',
          options: headingFaces.map((value) => ({ value, label: faceLabel.heading(value) })),
        },
        {
          kind: 'pick',
          name: 'text',
          label: 'For text',
          options: textFaces.map((value) => ({ value, label: faceLabel.text(value) })),
        },
      ],
    },
    {
      kind: 'list',
      name: 'menu',
      label: 'Menu',
      item: 'entry',
      help: 'What you list here comes first, in this order. Everything else follows as usual.',
      fields: [
        { kind: 'pick', name: 'key', label: 'Page', options: menuPages(settings, calls), required: true },
        { kind: 'line', name: 'label', label: 'Other words for it in the menu' },
        { kind: 'yes', name: 'hidden', label: 'Does not stand in the menu' },
      ],
    },
    { kind: 'line', name: 'notice', label: 'A notice on every page' },
  ],
});

/** All that can stand in the menu; a page that there is not at the moment is passed over. */
function menuPages({ pages, about: { menu = [] } }: EditionSettings, calls: Option[]): Option[] {
  const usual =
    'dates calls programme roundtables people places papers works awards news conduct access privacy';
  const known = [...usual.split(' '), 'contact'].flatMap((value) => [
    { value, label: value.charAt(0).toUpperCase() + value.slice(1) },
    ...(value === 'calls' ? calls : []),
  ]);
  const own = pages.map(({ slug, title }) => ({ value: slug, label: title }));
  const all = [...known.filter(({ value }) => !own.some((one) => one.value === value)), ...own];
  const gone = menu.filter(({ key }) => !all.some(({ value }) => value === key));
  return [...all, ...gone.map(({ key, label }) => ({ value: key, label: label || key }))];
}

/** What becomes of the colour that is saved now. */
function shown(accent: string): string {
  const { day, night } = accentOf(accent);
  const on = (ground: string, colour: string) =>
    colour === accent.toLowerCase() ? `as it is on ${ground} ground` : `as ${colour} on ${ground} ground`;
  return `${accent} is shown ${on('light', day)} and ${on('dark', night)}.`;
}
