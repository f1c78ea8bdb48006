/** Draws an edition with 1,000 works, then with another colour, then with one other title; prints seconds and weights. */
import { brotliCompressSync } from 'node:zlib';
import { faceFiles, usualFaces } from '#app/ui/faces.ts';
import { openSalon } from '#app/cli/open.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { drawSite } from '#app/features/site/drawing.server.ts';
import { gather, type Gathered } from '#app/features/site/gathering.server.ts';
import { findFiles, keptMakings } from '#app/features/site/kept.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { stopwatch } from '#app/platform/clock.ts';
import { resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { seedOnce } from '../tests/durability/edition.ts';
import { credit, paper, picture, work } from '../tests/records.ts';
import type { Drawing } from './site.ts';

const salon = await openSalon(
  readSettings({ PORT: '0', SALON_DATA: `${process.argv[2]}/drawn` }, { demo: true }),
);
await seedOnce(1);
const { db } = resources().database;
const now = new Date('2024-12-14T12:00:00Z');
const records: PublicRecord[] = [
  ...Array.from({ length: 1000 }, (_, n) =>
    work(`work-${n}`, {
      title: `An invented work, number ${n}`,
      people: [credit(`Invented Maker ${n}`), credit('Somebody Imagined')],
      files: [picture([2400, 1600], { alt: 'An invented picture' })],
    }),
  ),
  ...Array.from({ length: 20 }, (_, n) => paper(`paper-${n}`, { title: `An invented paper, number ${n}` })),
];

/** Everything as it is in the database, with our records, name and colour in it. */
const gathering = (shown: PublicRecord[], accent: string) => async (): Promise<Gathered> => {
  const { editions, instants } = await gather(db, now);
  const changed = editions.map((site) => ({
    ...site,
    settings: { ...site.settings, about: { ...site.settings.about, accent } },
    records: shown,
  }));
  return { editions: changed, instants };
};

async function timed(shown: PublicRecord[], accent: string): Promise<[seconds: number, files: number]> {
  const passed = stopwatch();
  const files = await drawSite(now, gathering(shown, accent));
  return [passed() / 1000, files];
}

const [first, files] = await timed(records, '#9a3412');
const [theme] = await timed(records, '#1d4ed8');
const [title] = await timed([{ ...records[0]!, title: 'Another title' }, ...records.slice(1)], '#1d4ed8');

// A gallery as large as the reference edition's, for what a page weighs.
await drawSite(now, gathering([...records.slice(0, 15), ...records.slice(-20)], '#1d4ed8'));
const weights: Drawing['weights'] = [];
const { slug } = (await findEdition(db, { slug: '2024' }))!;
for (const [page, address] of Object.entries({
  home: `${slug}/`,
  dates: `${slug}/dates`,
  call: `${slug}/calls/papers`,
  people: `${slug}/people`,
  conduct: `${slug}/conduct`,
  programme: `${slug}/programme`,
  papers: `${slug}/papers`,
  gallery: `${slug}/works`,
  work: `${slug}/works/work-1`,
  paper: `${slug}/papers/paper-1`,
}))
  weights.push({ page, ...(await weightOf(address)) });

process.stdout.write(
  `${JSON.stringify({ first, files, theme, title, scripts: await scripts(), weights } satisfies Drawing)}\n`,
);
await salon.close();

/** The page with its styles, scripts and the slices of faces that its letters need, as a browser receives them. */
async function weightOf(address: string) {
  const [file] = await findFiles(db, [address]);
  const html = file!.plain!.toString();
  const linked = [...html.matchAll(/(?:href|src)="([^"]*assets\/[^"]+\.(?:css|js))"/g)].map(([, link]) =>
    link!.replace(/^(\.\.\/)+/, ''),
  );
  const beside = await findFiles(db, linked);
  const faces = await findFiles(
    db,
    [...(await keptMakings(db)).keys()].filter((one) =>
      slicesFor(html).includes(/^assets\/([a-z-]+)\.[^/]*woff2$/.exec(one)?.[1] ?? ''),
    ),
  );
  const fonts = faces.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const words = [file!, ...beside].reduce((sum, one) => sum + (one.brotli ?? one.plain!).length, 0) / 1000;
  return { kilobytes: words + fonts, requests: 1 + beside.length + faces.length + 1, fonts };
}

/** Strong words and slanted ones have files of their own; letters beyond those of English and French too. */
function slicesFor(html: string): string[] {
  const words = html.slice(html.indexOf('<body')).replaceAll(/<[^>]*>/g, '');
  return faceFiles(usualFaces)
    .filter(({ name, letters }) => !name.endsWith('-rest') || [...letters].some((one) => words.includes(one)))
    .filter(({ style }) => !style || /<(cite|em|i)\b/.test(html))
    .filter(({ name }) => !name.includes('strong') || /<div class="prose">[^]*<strong/.test(html))
    .map(({ name }) => name);
}

async function scripts(): Promise<number> {
  const all = [...(await keptMakings(db)).keys()].filter((one) => /^assets\/(?!search)[^/]*\.js$/.test(one));
  const found = await findFiles(db, all);
  return found.reduce((sum, one) => sum + brotliCompressSync(one.plain!).length, 0) / 1000;
}
