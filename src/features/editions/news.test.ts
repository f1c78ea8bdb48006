import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { diffSettings } from './diff.ts';
import { changeSection, settings } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const opened = { slug: 'opened', title: 'The calls are open (invented)', on: '2024-07-01', body: 'Come in.' };
const later = {
  slug: 'later',
  title: 'A later deadline (invented)',
  on: '2024-08-30',
  body: 'One week more.',
};
const change = (body: unknown, revision: number) =>
  changeSection(world.as('olga'), { slug: '2024', section: 'news', body, revision });

describe('the news of an edition', () => {
  it('are kept like every section: with revisions, and changes told item by item', async () => {
    await change([opened], 1);
    const { revision } = await change([later, { ...opened, body: 'Come in, all of you.' }], 2);
    const now = await settings(world.as('visitor'), { slug: '2024' });
    expect([revision, now.settings.news, diffSettings([opened], now.settings.news)]).toEqual([
      3,
      [later, { ...opened, body: 'Come in, all of you.' }],
      [
        {
          where: 'A later deadline (invented)',
          before: null,
          after: 'Slug: later\nTitle: A later deadline (invented)\nOn: 2024-08-30\nBody: One week more.',
        },
        {
          where: 'The calls are open (invented) › Body',
          before: 'Come in.',
          after: 'Come in, all of you.',
        },
      ],
    ]);
  });

  it('without a title, a text or a day that exists are refused beside the field, and so is one address for two', async () => {
    const problems = async (body: unknown) =>
      ((await told(change(body, 3))) as { fields: Record<string, string> }).fields;
    expect([
      await problems([{ ...opened, title: ' ', on: '2025-02-29', body: '  ' }]),
      await problems([opened, { ...later, slug: 'opened' }]),
    ]).toEqual([
      {
        '0.title': 'Please fill this in.',
        '0.on': 'There is no such day.',
        '0.body': 'Please fill this in.',
      },
      { '1.slug': '“opened” is used twice. Give each its own short name.' },
    ]);
  });
});
