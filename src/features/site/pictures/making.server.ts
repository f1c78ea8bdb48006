/** From bytes that somebody brought to pictures that may be shown: read and drawn anew in a capped child only. */
import { largestOf } from '#app/features/works/renditions/picture-sizes.ts';
import { picturesOf, type Pictures } from '#app/features/works/renditions/pictures.server.ts';
import { xmpPacket } from '#app/features/works/renditions/xmp.ts';
import { resources } from '#app/platform/resources.server.ts';
import { kindOf } from '#app/preflight/inspect.ts';
import { fromPath } from '#app/preflight/sources.server.ts';
import type { PictureFile, PictureWords } from './picture.ts';

/** What browsers and cameras write, and drawings: those are drawn once, as pixels. */
const kinds = ['jpeg', 'png', 'webp', 'avif', 'gif', 'svg'];

/** By its bytes; what it is called does not count. */
export async function isPicture(path: string, name: string): Promise<boolean> {
  const source = await fromPath(path);
  try {
    return kinds.includes((await kindOf(name, source)).id);
  } finally {
    await source.close();
  }
}

type Drawn = { width: number; height: number; files: PictureFile[] };

/** Small, for the desk alone: nobody has said yet whose it is. Throws on what cannot be read. */
export const drawSmall = (path: string): Promise<Drawn> =>
  drawn(path, { alt: '', credit: '', licence: '', link: '' }, 480);

/** In every width and format, with its credit inside and nothing else of what the file held. */
export const drawWhole = (sha256: string, words: PictureWords): Promise<Drawn> =>
  drawn(resources().files.localPath(sha256), words, largestOf(null).width);

async function drawn(path: string, words: PictureWords, maxPixels: number): Promise<Drawn> {
  const asked = { path, stem: 'picture', xmp: packetOf(words), maxPixels };
  const { original, made } = await picturesOf(asked, { zoom: false });
  return { ...original, files: made.map(asFile) };
}

function asFile({ name, mime, width, height, bytes, sha256 }: Pictures['made'][number]): PictureFile {
  return { name, mime, width: width!, height: height!, bytes, sha256 };
}

const packetOf = ({ credit, licence, link }: PictureWords) =>
  xmpPacket({
    title: '',
    language: '',
    creators: [],
    credit,
    licence: { label: licence, url: '' },
    sourceType: '',
    page: link,
    alt: '',
    description: '',
    signals: [],
  });
