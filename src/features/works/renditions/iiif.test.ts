import { describe, expect, it } from 'vitest';
import type { PublicFile, PublicRecord, Rendition } from '#app/features/works/record.ts';
import { turned } from '../../../../tests/records.ts';
import { infosOf, manifestOf } from './iiif.ts';
import { tilesOf, wholeOf } from './iiif-tiles.ts';

const base = 'https://workshop.example.org/2024/works/tide-tables';
const page = `${base}.html`;
const bytes = { sha256: 'a'.repeat(64), bytes: 1 };

const rendition = (
  name: string,
  use: Rendition['use'],
  mime: string,
  size: [number, number] | null,
): Rendition => ({
  name,
  use,
  mime,
  ...bytes,
  width: size?.[0] ?? null,
  height: size?.[1] ?? null,
});

const plain = { description: '', width: null, height: null, seconds: null, pages: null, alt: '' };

const photo: PublicFile = {
  ...plain,
  role: 'main',
  label: 'Main work',
  kind: 'image',
  alt: 'A grey sea',
  renditions: [
    rendition('main-480.jpg', 'picture', 'image/jpeg', [480, 160]),
    rendition('main-480.avif', 'picture', 'image/avif', [480, 160]),
    rendition('main-1600.jpg', 'picture', 'image/jpeg', [1600, 533]),
    ...tilesOf(
      {
        width: 3e3,
        height: 1e3,
      },
      'main',
    ).map(({ name, width, height }) => rendition(name, 'tile', 'image/jpeg', [width, height])),
  ],
};

const film: PublicFile = {
  ...plain,
  role: 'video',
  label: 'Video',
  kind: 'video',
  seconds: 12.5,
  renditions: [
    rendition('video-960.jpg', 'still', 'image/jpeg', [960, 540]),
    rendition('video.mp4', 'film', 'video/mp4', [1280, 720]),
  ],
};

const captions: PublicFile = {
  ...plain,
  role: 'captions',
  label: 'Captions',
  kind: 'text',
  renditions: [rendition('captions.vtt', 'captions', 'text/vtt', null)],
};

const text: PublicFile = {
  ...plain,
  role: 'supplementary',
  label: 'Supplement',
  kind: 'text',
  renditions: [rendition('supplementary.txt', 'document', 'text/plain', null)],
};

export const record: PublicRecord = {
  id: 'invented',
  kind: 'work',
  slug: 'tide-tables',
  formerSlugs: [],
  title: 'Tide Tables for a Dry Sea',
  language: 'en',
  call: { key: 'creative-work', title: 'Creative works' },
  people: [{ kind: 'person', name: 'Mina Okafor', affiliation: '', orcid: '', pronouns: '', role: 'Artist' }],
  summary: 'An invented statement.',
  topics: [],
  answers: [],
  work: null,
  session: null,
  award: null,
  files: [photo, film, captions, text],
  links: [],
  rights: {
    credit: '© 2024 Mina Okafor (invented)',
    licence: { key: 'cc-by', label: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    preference: 'reserve-all',
  },
  acceptedOn: '2024-09-10',
  publishedOn: '2024-10-01',
  changedAt: '2024-10-01T10:00:00Z',
  tombstone: null,
};

describe('tiles', () => {
  it('cover every scale of a picture without a gap, named by the part of the whole that they show', () => {
    const tiles = tilesOf({ width: 1100, height: 600 }, 'main');
    expect(tiles.map(({ name }) => name)).toEqual([
      'main/0,0,512,512/512,512/0/default.jpg',
      'main/512,0,512,512/512,512/0/default.jpg',
      'main/1024,0,76,512/76,512/0/default.jpg',
      'main/0,512,512,88/512,88/0/default.jpg',
      'main/512,512,512,88/512,88/0/default.jpg',
      'main/1024,512,76,88/76,88/0/default.jpg',
      'main/0,0,1024,600/512,300/0/default.jpg',
      'main/1024,0,76,600/38,300/0/default.jpg',
      'main/0,0,1100,600/275,150/0/default.jpg',
      'main/full/275,150/0/default.jpg',
    ]);
    for (const size of [
      [1, 1],
      [513, 1],
      [4096, 4096],
      [4095, 511],
    ] as const) {
      const [width, height] = size;
      const all = tilesOf({ width, height }, 'x');
      const area = all
        .filter(({ factor, name }) => factor === 1 && !name.includes('/full/'))
        .reduce((sum, one) => sum + one.width * one.height, 0);
      expect([area, wholeOf(all.map(({ name }) => name))]).toEqual([width * height, { width, height }]);
    }
  });

  it('are described for a viewer by absolute addresses, one description for each picture', () => {
    expect(infosOf([photo, film, text], base)).toEqual(
      new Map([
        [
          'main/info.json',
          {
            '@context': 'http://iiif.io/api/image/3/context.json',
            id: `${base}/main`,
            type: 'ImageService3',
            protocol: 'http://iiif.io/api/image',
            profile: 'level0',
            width: 3000,
            height: 1000,
            sizes: [{ type: 'Size', width: 375, height: 125 }],
            tiles: [{ type: 'Tile', width: 512, height: 512, scaleFactors: [1, 2, 4, 8] }],
          },
        ],
      ]),
    );
  });
});

describe('the manifest of a record', () => {
  it('has a canvas for each picture and film, with its rights and what they ask to be said', () => {
    const manifest = manifestOf(record, { base, page })!;
    const { items, ...head } = manifest as { items: Record<string, any>[] };
    const small = {
      id: `${base}/main-480.jpg`,
      type: 'Image',
      format: 'image/jpeg',
      width: 480,
      height: 160,
    };
    expect(head).toEqual({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: `${base}/manifest.json`,
      type: 'Manifest',
      label: { en: ['Tide Tables for a Dry Sea'] },
      summary: { en: ['An invented statement.'] },
      metadata: [
        { label: { en: ['By'] }, value: { none: ['Mina Okafor'] } },
        { label: { en: ['Licence'] }, value: { none: ['CC BY 4.0'] } },
      ],
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      requiredStatement: { label: { en: ['Rights'] }, value: { none: ['© 2024 Mina Okafor (invented)'] } },
      thumbnail: [small],
      homepage: [
        {
          id: page,
          type: 'Text',
          label: { en: ['Tide Tables for a Dry Sea'] },
          format: 'text/html',
          language: ['en'],
        },
      ],
    });
    expect(items.map(({ label, width, height, duration }) => ({ label, width, height, duration }))).toEqual([
      { label: { en: ['A grey sea'] }, width: 3000, height: 1000, duration: undefined },
      { label: { en: ['Video'] }, width: 1280, height: 720, duration: 12.5 },
    ]);
    expect(items.map((canvas) => canvas.items[0].items[0].body)).toEqual([
      {
        id: `${base}/main-1600.jpg`,
        type: 'Image',
        format: 'image/jpeg',
        width: 1600,
        height: 533,
        service: [
          {
            id: `${base}/main`,
            type: 'ImageService3',
            profile: 'level0',
          },
        ],
      },
      {
        id: `${base}/video.mp4`,
        type: 'Video',
        format: 'video/mp4',
        width: 1280,
        height: 720,
        duration: 12.5,
      },
    ]);
    expect(items[1]!.annotations[0].items[0].body).toEqual({
      id: `${base}/captions.vtt`,
      type: 'Text',
      format: 'text/vtt',
      language: 'en',
    });
  });

  it('is not there for what can only be read', () => {
    expect(manifestOf({ ...record, files: [text] }, { base, page })).toEqual(null);
  });
});

it('a 3D model is there from every side, each view on a canvas of its own', () => {
  const manifest = manifestOf({ ...record, files: [turned()] }, { base, page })!;
  const items = manifest.items as {
    id: string;
    label: Record<string, string[]>;
    width: number;
    height: number;
  }[];
  expect(items.map(({ id }) => id.slice(base.length))).toEqual([
    '/canvas/1',
    ...Array.from({ length: 25 }, (_view, at) => `/canvas/1/view/${at + 2}`),
  ]);
  expect([items[6]!.label, items[6]!.width, items[6]!.height]).toEqual([
    { en: ['Main work, seen from: right (7)'] },
    960,
    720,
  ]);
});
