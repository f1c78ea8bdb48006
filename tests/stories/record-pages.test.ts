/** Every kind of page that shows papers and works, read by axe by day and by night, on a phone and wide. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#app/features/site/addresses.ts';
import { loadDrawer, stylesheetOf } from '#app/features/site/drawer.server.ts';
import { recordAddress } from '#app/features/site/record-address.ts';
import { usualFaces } from '#app/ui/faces.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { ai, file, paper, picture, rendition, tiles, turned, vertical, work } from '../records.ts';
import { partFor } from '../../src/rendering/parts.ts';
import { openChromium } from './chromium.ts';

const slug = '2024';
let folder: string;
let browser: Browser;

const zoomed = picture([1200, 1500]);
zoomed.renditions.push(...tiles('main', [1200, 1500]));
const film = vertical();
const captions = film.files[0]!.renditions.find(({ use }) => use === 'captions')!;
const [peaks, spoken, words, entry] = [
  rendition('peaks', 'main-peaks.json', 'application/json'),
  rendition('transcript', 'main.txt', 'text/plain; charset=utf-8'),
  rendition('document', 'main.txt', 'text/plain; charset=utf-8'),
  rendition('web', 'main/index.html', 'text/html; charset=utf-8'),
];
const sound = rendition('sound', 'main.mp3', 'audio/mpeg');
const pdf = picture([800, 1100], { kind: 'pdf', pages: 3, alt: 'The first page.' });
pdf.renditions.push(rendition('document', 'main.pdf', 'application/pdf'));
const contents = {
  [captions.sha256]: 'WEBVTT\n\n00:01.000 --> 00:04.000\nThe tide comes in.',
  [peaks.sha256]: '[0,0.5,1]',
  [spoken.sha256]: 'Somebody hums.',
  [words.sha256]: 'A story.\n\nIt ends.',
};
const noted = {
  contentNotes: [{ key: 'flashing', label: 'Flashing light' }],
  access: [{ key: 'captions', label: 'Captions' }],
};

const records: Record<string, PublicRecord> = {
  'a picture to be zoomed': work('zoomed', { files: [zoomed], work: { ai, ...noted } }),
  'a series of pictures': work('series', {
    files: ['a', 'b', 'c'].map((stem, at) =>
      picture([900, 600], { stem, role: at === 0 ? 'main' : 'supplementary' }),
    ),
    award: { name: 'Creative work prize', words: 'For its calm.' },
  }),
  'a film with captions': film,
  'a sound with its waveform and transcript': work('sound', {
    files: [file({ kind: 'audio', seconds: 194, renditions: [sound, peaks, spoken] })],
  }),
  'a PDF': work('document', { files: [pdf] }),
  'a text': work('text', { files: [file({ kind: 'text', renditions: [words] })] }),
  'a piece that runs elsewhere': work('runs', {
    files: [
      file({ kind: 'web', renditions: [entry] }),
      picture([900, 600], { role: 'poster', stem: 'poster' }),
    ],
  }),
  'a model that can be turned': work('turned', { files: [turned()] }),
  'a link': work('link', {
    files: [],
    links: [{ label: 'The piece', url: 'https://piece.example.org/', note: '', on: '2024-09-02' }],
  }),
  'what was taken down': work('gone', { tombstone: { on: '2024-12-20', words: 'Gone.' } }),
  'a paper': paper('margins-first', { award: { name: 'Best paper', words: 'For its care.' } }),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-records-'));
  const drawer = await loadDrawer();
  const style = stylesheetOf(drawer, slug, { accent: '#7a1f3d', faces: usualFaces });
  for (const { address, bytes } of [style, ...drawer.assets.values()]) await put(address, bytes);
  const frame = { slug, name: 'Invented', when: '', where: '', contact: 'us@example.org', language: 'en' };
  const page = async (address: string, title: string, component: string, data: object, ...own: string[]) => {
    const scripts = ['local-time.js', ...own].map((name) => drawer.assets.get(name)!.address);
    const drawn = { address, title, component, data: { title, ...data }, description: '' };
    const around = {
      ...frame,
      menu: [{ address: `${slug}/works`, label: 'Works' }],
      accent: '#7a1f3d',
      demo: false,
    };
    await put(
      fileOf(address),
      drawer.draw(
        { ...drawn, frame: around },
        { styles: [style.address, drawer.assets.get(`${partFor(component)}.css`)!.address], scripts },
      ),
    );
  };
  const all = Object.values(records);
  for (const record of all) {
    const places = { [entry.sha256]: 'about:blank' };
    const component = record.kind === 'paper' ? 'PaperPage' : 'WorkPage';
    const citation = [
      { label: 'BibTeX', text: '@misc{one}', file: `${recordAddress(slug, record)}/cite.bib` },
    ];
    await page(
      recordAddress(slug, record),
      record.title,
      component,
      { record, contents, places, citation },
      'viewer.js',
      ...(record.slug === 'turned' ? ['turn.js'] : []),
    );
  }
  const [works, papers] = (['work', 'paper'] as const).map((kind) => all.filter((one) => one.kind === kind));
  await page(
    `${slug}/works`,
    'Accepted works',
    'Gallery',
    { records: all, contents, index: 'x.js' },
    'gallery.js',
  );
  await page(`${slug}/papers`, 'Accepted papers', 'Papers', { records: papers, index: 'x.js' }, 'gallery.js');
  await page(`${slug}/awards`, 'Awards', 'Awards', { records: [...works!, ...papers!] }, 'gallery.js');
  const grey = await sharp({ create: { width: 48, height: 36, channels: 3, background: '#778899' } })
    .jpeg()
    .toBuffer();
  for (const record of all)
    for (const { renditions } of record.files)
      for (const { name, mime } of renditions)
        if (mime === 'image/jpeg') await put(`${recordAddress(slug, record)}/${name}`, grey);
  // Of a model every format is there: the script goes on in the one that the browser has chosen.
  for (const { name, mime } of records['a model that can be turned']!.files[0]!.renditions)
    await put(
      `${recordAddress(slug, records['a model that can be turned']!)}/${name}`,
      await sharp(grey)
        .toFormat(mime.slice('image/'.length) as 'avif')
        .toBuffer(),
    );
  browser = await openChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const lists = {
  'the gallery': `${slug}/works`,
  'the papers': `${slug}/papers`,
  'the awards': `${slug}/awards`,
};
const pages: Record<string, string> = {
  ...Object.fromEntries(Object.entries(records).map(([what, record]) => [what, recordAddress(slug, record)])),
  ...lists,
};

describe('a page of the record has nothing that axe finds, by day and by night', { timeout: 240_000 }, () => {
  it.each(Object.entries(pages))('of %s', async (what, address) => {
    const found: string[] = [];
    for (const [colorScheme, width] of [
      ['dark', 360],
      ['light', 1280],
    ] as const) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await page.goto(pathToFileURL(join(folder, fileOf(address))).href);
      // Shut or open, everything on the page is read.
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${colorScheme} ${width}: ${wide} pixels too wide`);
      for (const { id, nodes } of violations)
        found.push(
          `${colorScheme} ${width}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        );
      await context.close();
    }
    expect([what, found]).toEqual([what, []]);
  });

  it('is walked by keyboard alone: the series scrolls, the film and the sound have their controls', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(pathToFileURL(join(folder, fileOf(pages['a series of pictures']!))).href);
    const strip = page.getByRole('region', { name: '3 pictures, side by side' });
    await strip.focus();
    // Pictures snap into place: a short press may be taken back, one held down is not.
    const moved = async () => {
      await page.keyboard.press('ArrowRight');
      return strip.evaluate((one) => one.scrollLeft);
    };
    await expect.poll(moved, { timeout: 60_000, interval: 30 }).toBeGreaterThan(0);
    for (const [what, tag] of [
      ['a film with captions', 'video'],
      ['a sound with its waveform and transcript', 'audio'],
    ] as const) {
      await page.goto(pathToFileURL(join(folder, fileOf(pages[what]!))).href);
      const player = page.locator(tag);
      expect([await player.getAttribute('controls'), await player.getAttribute('autoplay')]).toEqual([
        '',
        null,
      ]);
      expect(await page.getByText(tag === 'video' ? 'The tide comes in.' : 'Somebody hums.').count()).toBe(1);
    }
    await page.close();
  });

  it('turns a 3D model by keyboard, by dragging and by its sides, and fetches no view before', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url().split('/').at(-1)!));
    await page.goto(pathToFileURL(join(folder, fileOf(pages['a model that can be turned']!))).href);
    const slider = page.getByRole('slider', { name: 'Turn it' });
    const image = page.locator('figure img').first();
    const seen = async () => [
      await slider.getAttribute('aria-valuetext'),
      /main-(view-)?(\w+)/.exec(await image.evaluate((one: HTMLImageElement) => one.currentSrc))?.[2],
    ];
    const sides = ['07', '13', '19', '25', '26'].map((view) => `main-view-${view}.avif`);
    const others = () => fetched.filter((name) => name.includes('-view-') && !sides.includes(name));
    await slider.waitFor();
    expect([await slider.getAttribute('aria-valuetext'), others()]).toEqual([
      'View 1 of 24, from the front',
      [],
    ]);
    const poll = { timeout: 60_000 };
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(seen, poll).toEqual(['View 2 of 24, from the front', '02']);
    await page.keyboard.press('End');
    await expect.poll(seen, poll).toEqual(['View 24 of 24, from the front', '24']);
    await page.keyboard.press('ArrowRight');
    await expect.poll(seen, poll).toEqual(['View 1 of 24, from the front', '960']);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(seen, poll).toEqual(['View 24 of 24, from the front', '24']);
    await page.getByRole('link', { name: 'from above' }).press('Enter');
    await expect.poll(seen, poll).toEqual(['from above', '25']);
    await page.getByRole('link', { name: 'from the right', exact: true }).click();
    await expect.poll(seen, poll).toEqual(['View 7 of 24, from the right', '07']);
    await image.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await image.boundingBox())!;
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + (width * 3) / 4, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(seen, poll).toEqual(['View 19 of 24, from the left', '19']);
    await page.close();
  });

  it('shows a 3D model from its sides without a script, each a link to its picture', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, fileOf(pages['a model that can be turned']!))).href);
    const links = page.locator('a[data-view]');
    expect([await page.getByRole('slider').count(), await links.allInnerTexts()]).toEqual([
      0,
      ['from the front', 'from the right', 'from behind', 'from the left', 'from above', 'from below'],
    ]);
    await links.nth(1).click();
    expect(page.url().endsWith('/works/turned/main-view-07.jpg')).toBe(true);
    await context.close();
  });
});

async function put(address: string, bytes: string | Uint8Array) {
  const path = join(folder, address);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
