/** What the forms of several sections are made of. */
import type { FormField, Option } from '../form.ts';
import type { EditionSettings } from '../settings.ts';

/** Zones come from the machine that serves. */
export type FormOf = (
  settings: EditionSettings,
  zones: Option[],
  /** Short names of the pictures that somebody has described. */
  pictures: Option[],
  /** By their address in the edition. */
  calls: Option[],
) => { lead: string; fields: FormField[] };

/** Sections that are lists stand in the form under this name. */
export const listName = 'items';

export const key = (from: string, name = 'key'): FormField => ({ kind: 'key', name, from });
export const asOption = (value: string): Option => ({ value, label: value.replaceAll('_', ' ') });
export const optionsOf = (items: { key: string; name: string }[]): Option[] =>
  items.map((item) => ({ value: item.key, label: item.name }));
export const options = (words: readonly string[]): Option[] =>
  words.map((value) => ({
    value,
    label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' '),
  }));

export const links: FormField = {
  kind: 'list',
  name: 'links',
  label: 'Links',
  item: 'link',
  fields: [
    { kind: 'line', name: 'label', label: 'What it says', required: true },
    { kind: 'line', name: 'url', label: 'Address', required: true },
  ],
};
