/** The form of a section: further pages of the site. */
import { key, listName, type FormOf } from './parts.ts';

export const pages: FormOf = () => ({
  lead: 'Further pages of the site, in the order of its menu. Text is Markdown; look at it before you save.',
  fields: [
    {
      kind: 'list',
      name: listName,
      label: 'Pages',
      item: 'page',
      fields: [
        key('title', 'slug'),
        { kind: 'line', name: 'title', label: 'Title', required: true },
        {
          kind: 'text',
          name: 'body',
          label: 'Text',
          rows: 14,
          help: 'Markdown. Each picture has its line under Pictures.',
        },
        { kind: 'yes', name: 'menu', label: 'Stands in the menu' },
      ],
    },
  ],
});
