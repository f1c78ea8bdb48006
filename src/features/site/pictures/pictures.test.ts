import sharp from 'sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe as about, expect, it } from 'vitest';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { serve } from '#app/platform/serve.server.ts';
import { told } from '../../../../tests/refusal.ts';
import { photograph, secrets, tellingPhotograph } from '../../../../tests/renditions.ts';
import { openWorld, type CastName, type World } from '../../../../tests/world.ts';
import { drawSite } from '../drawing.server.ts';
import { invariants } from '../invariants.server.ts';
import { keptMakings } from '../kept.server.ts';
import { draft, publish } from '../operations.server.ts';
import { preview } from '../previewing.server.ts';
import { describe, library, look, remove } from './operations.server.ts';
import { statement } from './picture.ts';
import { pictureEndpoint } from './uploading.server.ts';

let world: World;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  world = await openWorld();
  server = await serve(0, [pictureEndpoint], null);
  await drawSite(olga().now);
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

const patience = { timeout: 120_000 };
const slug = '2024';
const olga = () => world.as('olga');
const nothingHere = {
  kind: 'missing',
  message: 'There is nothing here, or it is not yours to see.',
  fields: {},
};

/** As a browser without JavaScript sends the form; resolves to where it is sent back to. */
async function send(
  files: [name: string, bytes: Uint8Array][],
  { who = 'olga' as CastName, stated = true } = {},
): Promise<string> {
  const form = new FormData();
  if (stated) form.set('stated', 'yes');
  for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`http://localhost:${server.port}/desk/${slug}/pictures`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'http://salon.test', cookie: `salon_session=${world.people[who].secret}` },
    body: form,
  });
  return answer.status === 303 ? answer.headers.get('location')! : `${answer.status}`;
}

const words = {
  alt: 'The hall before the doors open',
  credit: 'Olga Organizer',
  licence: 'CC BY 4.0',
  link: '',
};
const say = (key: string, change = {}) => describe(olga(), { slug, key, revision: 0, ...words, ...change });

async function write(body: string): Promise<void> {
  const { settings, revisions } = await edit(olga(), { slug });
  const page = { slug: 'getting-here', title: 'Getting here', body, menu: true };
  await changeSection(olga(), {
    slug,
    section: 'pages',
    revision: revisions.pages,
    body: [...settings.pages.filter((one) => one.slug !== page.slug), page],
  });
}

async function publishAll(): Promise<void> {
  const { basis } = await draft(olga(), { slug });
  await publish(olga(), { slug, basis });
  await drawSite(olga().now);
}

const publicPictures = async () => {
  await drawSite(olga().now);
  return [...(await keptMakings(world.db)).keys()].filter((one) => one.startsWith('assets/pictures/')).sort();
};

about('a picture of the organizers', () => {
  it(
    'comes from a plain form, several at once, with what was stated, by whom and when',
    patience,
    async () => {
      const hall = await tellingPhotograph({ width: 1200, height: 800 });
      const plan = Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30"/></svg>',
      );
      expect(
        await send([
          ['The Hall.JPG', hall],
          ['plan.svg', plan],
        ]),
      ).toEqual('/desk/2024/pictures?added=2');
      expect((await library(olga(), { slug })).map(({ id: _id, ...one }) => one)).toEqual(
        [
          { key: 'plan', width: 1600, height: 800 },
          { key: 'the-hall', width: 1200, height: 800 },
        ].map((one) => ({
          ...one,
          addedAt: expect.any(Date),
          by: 'Olga Organizer',
          statement,
          words: null,
          line: null,
          uses: [],
        })),
      );
      const { rows } =
        await sql`select operation from audit_entry where operation = 'pictures.bring'`.execute(world.db);
      expect(rows.length).toEqual(2);
    },
  );

  it('is refused in words where nothing was stated, or it is no picture', patience, async () => {
    const png = await photograph({ width: 30, height: 20 }).png().toBuffer();
    expect([
      await send([['a.png', png]], { stated: false }),
      await send([['a.png', Buffer.from('%PDF-1.4 no picture')]]),
      await send([['half.png', png.subarray(0, png.length / 2)]]),
      await send([]),
      await send([['a.png', png]], { who: 'ada' }),
    ]).toEqual([
      '/desk/2024/pictures?problem=statement',
      '/desk/2024/pictures?problem=no-picture',
      '/desk/2024/pictures?problem=unreadable',
      '/desk/2024/pictures?problem=nothing',
      '404',
    ]);
    expect((await library(olga(), { slug })).length).toEqual(2);
  });

  it('is told in the draft while nobody has said what it shows, and is not shown', patience, async () => {
    await write('![](picture:the-hall)\n\n![](picture:no-such)\n\n![](https://elsewhere.example/a.png)');
    const where = 'Pages › Getting here';
    expect((await draft(olga(), { slug })).problems).toEqual([
      {
        where,
        words:
          'The picture at https://elsewhere.example/a.png is not shown: pages load nothing from elsewhere. Bring it to Pictures first.',
      },
      { where, words: 'Nobody has said yet what the picture “the-hall” shows, so it is not shown.' },
      { where, words: 'There is no picture called “no-such”, so nothing is shown there.' },
    ]);
    const { bytes } = await preview(olga(), { slug, address: `${slug}/getting-here` });
    expect(bytes.toString()).not.toMatch(/<img|elsewhere\.example\/a\.png"/);
  });

  it(
    'is described with an alternative text or said to be decorative, and with who made it',
    patience,
    async () => {
      const form = 'Something in the form needs your attention.';
      expect([
        await told(say('the-hall', { alt: '', credit: '' })),
        await told(say('the-hall', { alt: 'IMG_0815.jpg' })),
        await told(say('the-hall', { decorative: true })),
      ]).toEqual([
        { kind: 'invalid', message: form, fields: { credit: 'Say who made it.' } },
        {
          kind: 'invalid',
          message: form,
          fields: { alt: 'This is the name of a file. Say what the picture shows.' },
        },
        {
          kind: 'invalid',
          message: form,
          fields: { alt: 'Say what it shows, or tick that it is decorative: one of the two.' },
        },
      ]);
      expect(await say('the-hall')).toEqual({ revision: 1 });
      expect(await told(say('the-hall', { alt: 'Another hall' }))).toEqual({
        kind: 'stale',
        message: 'Somebody else described this picture since you opened it. Compare, then save again.',
        fields: {},
      });
      expect(await say('plan', { alt: '', decorative: true })).toEqual({ revision: 1 });
      expect((await library(olga(), { slug })).map(({ line }) => line)).toEqual([
        '![](picture:plan)',
        '![The hall before the doors open](picture:the-hall)',
      ]);
    },
  );

  it('of a draft is seen by organizers in its place, and reached by nobody else', patience, async () => {
    await write('![](picture:the-hall)');
    const page = await preview(olga(), { slug, address: `${slug}/getting-here` });
    const [address] = /assets\/pictures\/[^" ]+\.avif/.exec(page.bytes.toString())!;
    const seen = await preview(olga(), { slug, address });
    expect([seen.type, (await sharp(seen.bytes).metadata()).format]).toEqual(['image/avif', 'heif']);
    for (const who of ['ada', 'visitor'] as const)
      expect([
        await told(preview(world.as(who), { slug, address })),
        await told(look(world.as(who), { slug, key: 'the-hall' })),
        await told(library(world.as(who), { slug })),
      ]).toEqual([nothingHere, nothingHere, nothingHere]);
    expect(await publicPictures()).toEqual([]);
  });

  it(
    'is public with the page that uses it, in every width, with its words and nothing of the camera',
    patience,
    async () => {
      await publishAll();
      const addresses = await publicPictures();
      expect(addresses.map((one) => one.replace(/\.\w{10}\./, '.#.')).sort()).toEqual(
        ['1200', '480', '960'].flatMap((width) =>
          ['avif', 'jpg', 'webp'].map((ending) => `assets/pictures/2024/the-hall-${width}.#.${ending}`),
        ),
      );
      const page = (await preview(olga(), { slug, address: `${slug}/getting-here` })).bytes.toString();
      const figure = /<figure[^]*?<\/figure>/.exec(page)![0].replaceAll(/\.\w{10}\./g, '.#.');
      const set = (ending: string) =>
        ['480', '960', '1200']
          .map((width) => `../assets/pictures/2024/the-hall-${width}.#.${ending} ${width}w`)
          .join(', ');
      expect(figure).toEqual(
        '<figure class="picture"><picture>' +
          `<source type="image/avif" srcset="${set('avif')}" sizes="min(100vw, 40rem)">` +
          `<source type="image/webp" srcset="${set('webp')}" sizes="min(100vw, 40rem)">` +
          `<img src="../assets/pictures/2024/the-hall-960.#.jpg" srcset="${set('jpg')}" sizes="min(100vw, 40rem)" width="1200" height="800" alt="The hall before the doors open" loading="lazy" decoding="async"></picture>` +
          '<figcaption>Picture: <bdi>Olga Organizer</bdi>, CC BY 4.0</figcaption></figure>',
      );
      const { rows } = await sql<{
        sha256: string;
      }>`select sha256 from site_file where address like 'assets/pictures/%'`.execute(world.db);
      for (const { sha256 } of rows) {
        const bytes = Buffer.concat(await Array.fromAsync(resources().files.read(sha256)));
        expect([bytes.includes('Olga Organizer'), secrets.filter((one) => bytes.includes(one))]).toEqual([
          true,
          [],
        ]);
        expect((await sharp(bytes).metadata()).exif).toEqual(undefined);
      }
    },
  );

  it('keeps what is public until other words for it are published', patience, async () => {
    const before = await publicPictures();
    await describe(olga(), {
      slug,
      key: 'the-hall',
      revision: 1,
      ...words,
      credit: 'Oscar Second-Organizer',
    });
    const { changes } = await draft(olga(), { slug });
    expect([changes, (await publicPictures()).join() === before.join()]).toEqual([
      [{ where: 'Pictures › the-hall › Credit', before: 'Olga Organizer', after: 'Oscar Second-Organizer' }],
      true,
    ]);
    await publishAll();
    const after = await publicPictures();
    expect([after.length, after.filter((one) => before.includes(one))]).toEqual([9, []]);
  });

  it('is told by doctor where it is public and nobody stated that it may be', patience, async () => {
    const { files, settings } = resources();
    const broken = async () => {
      const asked = { db: world.db, files, settings, now: olga().now, hashes: false };
      return (await Promise.all(invariants.map((one) => one.broken(asked)))).flat();
    };
    expect(await broken()).toEqual([]);
    await sql`update site_picture set statement = '' where key = 'the-hall'`.execute(world.db);
    expect(await broken()).toEqual(
      (await publicPictures()).map((address) => `${address} is stated by nobody to be free to publish`),
    );
    await sql`update site_picture set statement = ${statement} where key = 'the-hall'`.execute(world.db);
  });

  it('is not removed while a page uses it, in the draft or in public', patience, async () => {
    const refused = (uses: string) => ({
      kind: 'invalid',
      message: `This picture is in use: ${uses}. Take it out there, publish that, then remove it.`,
      fields: {},
    });
    const gone = () => told(remove(olga(), { slug, key: 'the-hall' }));
    expect(await gone()).toEqual(refused('Pages › Getting here'));
    await write('No picture.');
    expect(await gone()).toEqual(refused('Pages › Getting here (as published)'));
    await publishAll();
    expect(await publicPictures()).toEqual([]);
    await remove(olga(), { slug, key: 'the-hall' });
    expect((await library(olga(), { slug })).map(({ key }) => key)).toEqual(['plan']);
  });

  it('that was removed leaves its short name to nobody', patience, async () => {
    const png = await photograph({ width: 30, height: 20 }).png().toBuffer();
    await send([['The Hall.png', png]]);
    expect((await library(olga(), { slug })).map(({ key }) => key)).toEqual(['plan', 'the-hall-2']);
  });
});
