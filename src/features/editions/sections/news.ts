/** The form of a section: what organizers say as time goes on. */
import { key, listName, type FormOf } from './parts.ts';

export const news: FormOf = () => ({
  lead: 'What you say as time goes on. The site shows the newest day first, each item on a page of its own, and whoever follows the feed gets it too.',
  fields: [
    {
      kind: 'list',
      name: listName,
      label: 'News',
      item: 'item',
      fields: [
        key('title', 'slug'),
        { kind: 'line', name: 'title', label: 'Title', required: true },
        { kind: 'day', name: 'on', label: 'Day', required: true },
        {
          kind: 'text',
          name: 'body',
          label: 'Text',
          rows: 10,
          help: 'Markdown. Each picture has its line under Pictures.',
          required: true,
        },
      ],
    },
  ],
});
