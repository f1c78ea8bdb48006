import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCalls } from '#app/features/calls/queries.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { resources } from '#app/platform/resources.server.ts';
import { loadExample } from '../../../../examples/creativity-2024/load.ts';
import { everyRecord } from '../../../../tests/every-page.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { drawSite } from '../drawing.server.ts';
import { gatherEdition } from '../gathering.server.ts';
import { findFiles, keptMakings, type FileRow } from '../kept.server.ts';
import { inOtherLanguages } from '../other-languages.ts';
import { isCard } from './card.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()), 120_000);
afterAll(() => world.close());

const now = new Date('2024-09-01T12:00:00Z');
const reference = loadExample().settings;

/** The still of the model has the name of another picture: one of them is enough to be served. */
const records = everyRecord().map((one) => ({
  ...one,
  files: one.files.filter(({ kind }) => kind !== 'model'),
}));

/** The reference edition in English and French, with records of every kind. */
const draw = (shown: PublicRecord[], more: Partial<typeof reference.about> = {}) =>
  drawSite(now, async (db) => {
    const about = { ...reference.about, slug: '2024', otherLanguages: ['fr'], ...more };
    const settings = { ...reference, about };
    const calls = await findCalls(db, { editionId: world.edition.id });
    const document = { settings, shown: [], pictures: [] };
    const { site, instants } = await gatherEdition(db, world.edition, document, now);
    const whole = { ...site, records: shown };
    return { instants, editions: [{ ...whole, others: inOtherLanguages(whole, { settings, calls, now }) }] };
  });

const drawn = async () => findFiles(world.db, [...(await keptMakings(world.db)).keys()]);
const isPage = ({ type, leadsTo }: FileRow) => type.startsWith('text/html') && leadsTo === null;
const pageAt = async (address: string) => (await findFiles(world.db, [address]))[0]!;

function told({ plain }: FileRow) {
  const [head = ''] = plain!.toString().split('</head>');
  const all = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
  const of = (name: string) => all.filter((one) => one[1] === name).map((one) => one[2]!);
  const [image = ''] = of('og:image');
  return { of, image, address: image.slice(resources().settings.url.length + 1) };
}

/** As the bytes of a PNG say. */
const measures = (bytes: Buffer) => [
  bytes.subarray(1, 4).toString(),
  bytes.readUInt32BE(16),
  bytes.readUInt32BE(20),
  bytes.length <= 25_000,
];

describe('every page of the drawn reference site', { timeout: 120_000 }, () => {
  it('names one picture that is there, as large as it says, and says what it shows', async () => {
    await draw(records);
    const files = await drawn();
    const names = new Map(files.map((file) => [file.address, file]));
    const wrong: string[] = [];
    let drawnByUs = 0;
    for (const page of files.filter(isPage)) {
      const { of, address } = told(page);
      const card = isCard(address);
      const size = [of('og:image:width').length, of('og:image:height').length];
      const said = [of('og:image').length, of('og:image:alt')[0] !== '', ...size, of('twitter:card')[0]];
      const bytes = names.get(address)?.plain;
      if (JSON.stringify(said) !== JSON.stringify([1, true, 1, 1, 'summary_large_image']))
        wrong.push(`${page.address} says ${JSON.stringify(said)}`);
      if (!names.has(address)) wrong.push(`${page.address} names ${address}, which is not there`);
      if (!card) continue;
      drawnByUs += 1;
      const found = JSON.stringify([of('og:image:width')[0], of('og:image:height')[0], ...measures(bytes!)]);
      if (found !== JSON.stringify(['1200', '630', 'PNG', 1200, 630, true]))
        wrong.push(`${page.address} is ${found}`);
    }
    expect({ wrong, many: drawnByUs > 100 }).toEqual({ wrong: [], many: true });
  });

  it('says in one sentence of its own what it holds', async () => {
    const pages = (await drawn()).filter(isPage);
    const said = pages.map((page) => ({ address: page.address, words: told(page).of('description') }));
    expect(said.filter(({ words }) => words.length !== 1 || words[0]!.length > 200)).toEqual([]);
    const of = (address: string) => said.find((one) => one.address === address)?.words[0];
    expect(
      ['2024/dates', '2024/papers', '2024/fr/papers', '2024/works', '2024/roundtables', '2024/fr/places'].map(
        of,
      ),
    ).toEqual([
      'Important dates of Workshop on Creativity &amp; Generative AI: Call for papers: opens, Call for creative work: opens, Call for papers: deadline and 2 others.',
      '7 accepted papers of Workshop on Creativity &amp; Generative AI, by Gwendolyn Samplewright and Иванна Образцова.',
      '7 articles retenus, Workshop on Creativity &amp; Generative AI\u202f; par Gwendolyn Samplewright et Иванна Образцова.',
      '3 accepted works of Workshop on Creativity &amp; Generative AI: Visual art.',
      '9 roundtables at Workshop on Creativity &amp; Generative AI, 7 in person and 2 online.',
      'Où cela se passe et comment venir, Workshop on Creativity &amp; Generative AI\u00a0: Vancouver Convention Centre (NeurIPS), Pinnacle Hotel Harbourfront, Indian…',
    ]);
  });

  it('shows a picture of the work itself only where the page shows it unasked', async () => {
    const named = async (slug: string) => told(await pageAt(`2024/works/${slug}`)).address;
    expect([
      await named('vertical-hold'),
      isCard(await named('everything')),
      isCard(await named('silent')),
    ]).toEqual(['2024/works/vertical-hold/main-960.jpg', true, true]);
  });

  it('has a picture of its own that is answered with what its creator wants of machines', async () => {
    const { address } = told(await pageAt('2024/works/silent'));
    const [card, other] = [await pageAt(address), await pageAt('2024/works/silent/cite.bib')];
    expect([address.startsWith('2024/works/silent/social.'), card.headers, card.headers.length > 0]).toEqual([
      true,
      other.headers,
      true,
    ]);
  });
});

describe('the picture of a page', { timeout: 120_000 }, () => {
  const cards = async () => [...(await keptMakings(world.db)).keys()].filter(isCard).sort();

  it('is made no second time when nothing changed', async () => {
    await draw(records);
    const before = await keptMakings(world.db);
    const made = await draw(records);
    const after = await keptMakings(world.db);
    expect([made, [...after].filter(([address, of]) => before.get(address) !== of)]).toEqual([0, []]);
  });

  it('has another address once a word on it changed, and the old one is gone; no other is touched', async () => {
    const before = await cards();
    const was = told(await pageAt('2024/works/silent')).address;
    const french = told(await pageAt('2024/fr/works/silent')).address;
    await draw(records.map((one) => (one.slug === 'silent' ? { ...one, title: 'Not silent' } : one)));
    const after = await cards();
    const is = told(await pageAt('2024/works/silent')).address;
    expect(before.filter((one) => !after.includes(one))).toEqual([...new Set([was, french])].sort());
    expect([after.includes(is), is === was, after.length]).toEqual([true, false, before.length]);
  });

  it('is gone with what it says when that is taken down or withdrawn', async () => {
    const was = told(await pageAt('2024/works/silent')).address;
    const tombstone = { on: '2024-12-01', words: 'Gone.' };
    await draw(records.map((one) => (one.slug === 'silent' ? { ...one, files: [], tombstone } : one)));
    const now_ = told(await pageAt('2024/works/silent'));
    expect([(await cards()).includes(was), now_.address.startsWith('assets/social/2024.')]).toEqual([
      false,
      true,
    ]);
    await draw(records.filter(({ slug }) => slug !== 'silent'));
    expect((await cards()).filter((one) => one.startsWith('2024/works/silent/'))).toEqual([]);
  });

  it('follows the colour of the edition', async () => {
    const before = await cards();
    await draw(records, { accent: '#1d4ed8' });
    const after = await cards();
    expect([after.length > 100, before.filter((one) => after.includes(one))]).toEqual([true, []]);
  });
});
