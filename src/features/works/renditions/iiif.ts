/**
 * What viewers of IIIF read of a record: a manifest of its pictures, films and sounds, and the description of each
 * picture in tiles. Pure functions of the record, made when it is published, since every `id` in them is absolute.
 * Sources: IIIF Presentation API 3.0, Image API 3.0 (level 0).
 */
import type { PublicFile, PublicRecord, Rendition } from '#app/features/works/record.ts';
import { levelSize, scaleFactors, tileSide, wholeOf } from './iiif-tiles.ts';
import { sideOf, viewNumber } from './model/views.ts';

/** The file beside the record's page under which its manifest stands. */
export const manifestName = 'manifest.json';

/** `base`: the absolute address of the record's folder, without a slash at its end; `page`: of its page. */
export interface Place {
  base: string;
  page: string;
}

type Json = Record<string, unknown>;

/** By name below the record's folder: `main/info.json` for each picture that is there in tiles. */
export function infosOf(files: readonly PublicFile[], base: string): Map<string, Json> {
  return new Map(
    tiled(files).map(({ stem, whole }) => {
      const factors = scaleFactors(whole);
      const smallest = levelSize(whole, factors.at(-1)!);
      return [
        `${stem}/info.json`,
        {
          '@context': 'http://iiif.io/api/image/3/context.json',
          id: `${base}/${stem}`,
          type: 'ImageService3',
          protocol: 'http://iiif.io/api/image',
          profile: 'level0',
          width: whole.width,
          height: whole.height,
          sizes: [{ type: 'Size', ...smallest }],
          tiles: [{ type: 'Tile', width: tileSide, height: tileSide, scaleFactors: factors }],
        },
      ];
    }),
  );
}

/** Null where there is nothing to look at or to hear: then there is no manifest either. */
export function manifestOf(record: PublicRecord, { base, page }: Place): Json | null {
  const { title, language, summary, people, rights, files } = record;
  const canvases = files.flatMap((file, at) => {
    const id = `${base}/canvas/${at + 1}`;
    return [
      ...canvasOf(file, { id, base, language, captions: captionsOf(file, files) }),
      ...viewsIn(file, { id, base }),
    ];
  });
  if (canvases.length === 0) return null;
  const cover = files.flatMap((file) => thumbnail(file, base))[0];
  const names = people.map(({ name }) => name);
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${base}/${manifestName}`,
    type: 'Manifest',
    label: { [language]: [title] },
    ...(summary !== '' && { summary: { [language]: [summary] } }),
    metadata: [
      ...(names.length > 0 ? [{ label: { en: ['By'] }, value: { none: names } }] : []),
      { label: { en: ['Licence'] }, value: { none: [rights.licence.label] } },
    ],
    ...(rights.licence.url !== '' && { rights: rightsAddress(rights.licence.url) }),
    requiredStatement: { label: { en: ['Rights'] }, value: { none: [rights.credit] } },
    ...(cover && { thumbnail: [cover] }),
    homepage: [
      { id: page, type: 'Text', label: { [language]: [title] }, format: 'text/html', language: [language] },
    ],
    items: canvases,
  };
}

/** Its own; else those that lie beside it as files of their own. */
function captionsOf({ renditions }: PublicFile, files: readonly PublicFile[]): Rendition[] {
  if (!renditions.some(({ use }) => use === 'film' || use === 'sound')) return [];
  const captionsAmong = (all: readonly Rendition[]) => all.filter(({ use }) => use === 'captions');
  const own = captionsAmong(renditions);
  return own.length > 0 ? own : files.flatMap((file) => captionsAmong(file.renditions));
}

interface Canvas {
  id: string;
  base: string;
  language: string;
  captions: Rendition[];
}

function canvasOf(file: PublicFile, { id, base, language, captions }: Canvas): Json[] {
  const found = bodyOf(file, base);
  if (!found) return [];
  const { body, measures } = found;
  const said = file.alt || file.label;
  const annotation = (part: string, motivation: string, of: Json): Json => ({
    id: `${id}/${part}`,
    type: 'Annotation',
    motivation,
    body: of,
    target: id,
  });
  return [
    {
      id,
      type: 'Canvas',
      label: { [language]: [said] },
      ...measures,
      ...(thumbnail(file, base).length > 0 && { thumbnail: thumbnail(file, base) }),
      items: [
        { id: `${id}/page`, type: 'AnnotationPage', items: [annotation('painting', 'painting', body)] },
      ],
      ...(captions.length > 0 && {
        annotations: [
          {
            id: `${id}/captions`,
            type: 'AnnotationPage',
            items: captions.map(({ name }, at) =>
              annotation(`captions/${at + 1}`, 'supplementing', {
                id: `${base}/${name}`,
                type: 'Text',
                format: 'text/vtt',
                language,
              }),
            ),
          },
        ],
      }),
    },
  ];
}

/** Further views of a 3D model, each on a canvas of its own after the first. */
const viewsIn = (file: PublicFile, { id, base }: Pick<Canvas, 'id' | 'base'>): Json[] =>
  jpegs(file.renditions, 'view').flatMap(({ name, mime, width, height }) => {
    const view = viewNumber(name) ?? 0;
    const own = `${id}/view/${view}`;
    const body = { id: `${base}/${name}`, type: 'Image', format: mime, width, height };
    const painting = { id: `${own}/painting`, type: 'Annotation', motivation: 'painting', body, target: own };
    const label = { en: [`${file.label}, seen from: ${sideOf(view).replace('-', ' ')} (${view})`] };
    const items = [{ id: `${own}/page`, type: 'AnnotationPage', items: [painting] }];
    return [{ id: own, type: 'Canvas', label, width, height, items }];
  });

/** The best that is there: a picture in its largest JPEG, with its tiles; else what can be played. */
function bodyOf(file: PublicFile, base: string): { body: Json; measures: Json } | null {
  const { renditions, seconds } = file;
  const address = ({ name }: Rendition) => `${base}/${name}`;
  const played = renditions.find(({ use }) => use === 'film' || use === 'sound');
  if (played) {
    // A canvas in time has a length, or nobody knows where it ends.
    if (!seconds) return null;
    const { width, height } = played;
    const measures = { ...(width && height && { width, height }), duration: seconds };
    const type = played.use === 'film' ? 'Video' : 'Sound';
    return { body: { id: address(played), type, format: played.mime, ...measures }, measures };
  }
  const picture = jpegs(renditions, 'picture').at(-1);
  if (!picture) return null;
  const { width, height, mime } = picture;
  const [tiles] = tiled([file]);
  const service = tiles && [{ id: `${base}/${tiles.stem}`, type: 'ImageService3', profile: 'level0' }];
  return {
    body: { id: address(picture), type: 'Image', format: mime, width, height, ...(service && { service }) },
    measures: { ...(tiles?.whole ?? { width, height }) },
  };
}

function thumbnail({ renditions }: PublicFile, base: string): Json[] {
  const [small] = [...jpegs(renditions, 'picture'), ...jpegs(renditions, 'still')];
  if (!small) return [];
  const { name, mime, width, height } = small;
  return [{ id: `${base}/${name}`, type: 'Image', format: mime, width, height }];
}

const jpegs = (renditions: readonly Rendition[], use: 'picture' | 'still' | 'view') =>
  renditions
    .filter((one) => one.use === use && one.mime === 'image/jpeg')
    .sort((a, b) => (a.width ?? 0) - (b.width ?? 0));

function tiled(files: readonly Pick<PublicFile, 'renditions'>[]) {
  return files.flatMap(({ renditions }) => {
    const tiles = renditions.filter(({ use }) => use === 'tile');
    const whole = wholeOf(tiles.map(({ name }) => name));
    const [first] = tiles;
    return whole && first ? [{ stem: first.name.split('/')[0]!, whole }] : [];
  });
}

/** The manifest wants the name of a licence, which for these is written without the s. */
const rightsAddress = (url: string) =>
  url.replace(/^https:\/\/(creativecommons|rightsstatements)\.org/, 'http://$1.org');
