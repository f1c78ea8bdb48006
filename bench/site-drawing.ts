/** Draws an edition with 1,000 works, then with another colour, then with one other title; prints seconds and weights. */
import { brotliCompressSync } from 'node:zlib';
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
import { weightOf } from '../tests/weight.ts';
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
  weights.push({ page, ...(await weighed(address)) });

process.stdout.write(
  `${JSON.stringify({ first, files, theme, title, scripts: await scripts(), weights } satisfies Drawing)}\n`,
);
await salon.close();

async function weighed(address: string) {
  const [file] = await findFiles(db, [address]);
  const { bytes, requests, fonts } = await weightOf(file!.plain!.toString(), packed(file!), sizeOf);
  return { kilobytes: bytes / 1000, requests, fonts: fonts / 1000 };
}

function packed({ brotli, bytes }: { brotli: Buffer | null; bytes: number }): number {
  return brotli?.length ?? bytes;
}

/** Of a style, a script or a slice of a face, by its name with or without its hash. */
async function sizeOf(name: string): Promise<number> {
  const [stem, ending] = [name.slice(0, name.indexOf('.')), name.slice(name.lastIndexOf('.'))];
  const addresses = [...(await keptMakings(db)).keys()];
  const address = addresses.find((one) => one.startsWith(`assets/${stem}.`) && one.endsWith(ending))!;
  return packed((await findFiles(db, [address]))[0]!);
}

async function scripts(): Promise<number> {
  const all = [...(await keptMakings(db)).keys()].filter((one) => /^assets\/(?!search)[^/]*\.js$/.test(one));
  const found = await findFiles(db, all);
  return found.reduce((sum, one) => sum + brotliCompressSync(one.plain!).length, 0) / 1000;
}
