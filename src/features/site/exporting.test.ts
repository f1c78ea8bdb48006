import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { told } from '../../../tests/refusal.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { exportSite } from './exporting.server.ts';
import { findFiles } from './kept.server.ts';
import { draft, publish } from './operations.server.ts';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'salon-export-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

const write = () => exportSite(world.as('system'), { folder });
const names = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('the site as a folder', () => {
  it('holds the very bytes that are served', async () => {
    await write();
    const [file] = await findFiles(world.db, ['2024/dates']);
    expect((await readFile(join(folder, '2024/dates.html'))).equals(file!.plain!)).toEqual(true);
  });

  it('leads from every page only to what lies in it, to other hosts by links alone, and asks them for nothing', async () => {
    const there = await names();
    const wrong: string[] = [];
    for (const name of there.filter((one) => one.endsWith('.html'))) {
      const text = await readFile(join(folder, name), 'utf8');
      const page = new URL(`file:///site/${name}`);
      const [, picture] = /property="og:image" content="http:\/\/[^/"]+\/([^"]+)"/.exec(text) ?? [];
      if (/property="og:title"/.test(text) && !there.includes(picture ?? '')) wrong.push(`${name}: og:image`);
      for (const [, tag, attribute, value] of text.matchAll(
        /<(\w+)\b[^>]*?\s(href|src|action|poster)="([^"]*)"/g,
      )) {
        const url = new URL(value!.replaceAll('&amp;', '&'), page);
        const own = url.protocol === 'file:';
        const path = decodeURIComponent(url.pathname).slice('/site/'.length);
        if (own && !there.includes(path)) wrong.push(`${name}: ${attribute}="${value}"`);
        if (
          !own &&
          tag !== 'a' &&
          !(tag === 'link' && /rel="(canonical|alternate|license|cite-as)"/.test(text))
        )
          wrong.push(`${name}: ${tag} from ${value}`);
      }
    }
    const shown = there.filter((name) => /\/2024\.[0-9a-f]{10}\.png$/.test(name)).length;
    expect({
      shown: shown > 10,
      pages: there.filter((one) => one.endsWith('.html')).length > 12,
      wrong,
    }).toEqual({
      shown: true,
      pages: true,
      wrong: [],
    });
  });

  it('leaves nothing behind of what is not public any more, and nothing unpublished in it', async () => {
    const { settings, revisions } = await edit(world.as('olga'), { slug: '2024' });
    const page = { slug: 'getting-here', title: 'Getting here', body: 'By boat (invented).', menu: true };
    await changeSection(world.as('olga'), {
      slug: '2024',
      section: 'pages',
      revision: revisions.pages,
      body: [...settings.pages, page],
    });
    await write();
    expect((await names()).includes('2024/getting-here.html')).toEqual(false);
    await publish(world.as('olga'), {
      slug: '2024',
      basis: (await draft(world.as('olga'), { slug: '2024' })).basis,
    });
    await write();
    expect((await names()).includes('2024/getting-here.html')).toEqual(true);
    const later = await edit(world.as('olga'), { slug: '2024' });
    await changeSection(world.as('olga'), {
      slug: '2024',
      section: 'pages',
      revision: later.revisions.pages,
      body: settings.pages,
    });
    await publish(world.as('olga'), {
      slug: '2024',
      basis: (await draft(world.as('olga'), { slug: '2024' })).basis,
    });
    await write();
    expect((await names()).includes('2024/getting-here.html')).toEqual(false);
  });

  it('is not written over anything else, nor for anybody but whoever runs Salon', async () => {
    const other = await mkdtemp(join(tmpdir(), 'salon-export-'));
    await writeFile(join(other, 'thesis.txt'), 'Ten years of work');
    expect(await told(exportSite(world.as('system'), { folder: other }))).toEqual({
      kind: 'invalid',
      message: `The folder ${other} holds something else. Name an empty one, or an earlier export.`,
      fields: {},
    });
    expect(await readdir(other)).toEqual(['thesis.txt']);
    await rm(other, { recursive: true });
    expect((await told(exportSite(world.as('olga'), { folder }))) as { kind: string }).toMatchObject({
      kind: 'missing',
    });
  });
});
