/** For tests: pictures that are never the same twice, and what happens to pictures that people pass on. */
import sharp from 'sharp';
import { largestSide, lightOf, type Light } from '#app/features/works/likeness.ts';

/** The same for the same number: fields of colour as in a photograph, shapes as in a print, lines as in a drawing. */
export const kinds = { field, shapes, lines };

async function field(number: number): Promise<Buffer> {
  const [next, width, height] = [chance(number * 7919 + 13), 640, 450];
  const sum = new Float64Array(width * height * 3);
  for (const [at, across] of [3, 5, 9, 17, 33, 65].entries()) {
    const down = Math.max(2, Math.round((across * height) / width));
    const coarse = Buffer.from(Array.from({ length: across * down * 3 }, () => next() * 255));
    const fine = await sharp(coarse, { raw: { width: across, height: down, channels: 3 } })
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer();
    for (let point = 0; point < sum.length; point += 1) sum[point]! += 0.55 ** at * (fine[point]! - 128);
  }
  const pixels = Uint8ClampedArray.from(sum, (value) => 128 + value * 0.8);
  return sharp(Buffer.from(pixels), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

function shapes(number: number): Promise<Buffer> {
  const next = chance(number * 104_729 + 7);
  const some = (most: number) => Math.round(next() * most);
  const colour = () => `rgb(${some(255)},${some(255)},${some(255)})`;
  const one = () =>
    next() < 0.5
      ? `<circle cx="${some(600)}" cy="${some(600)}" r="${20 + some(150)}" fill="${colour()}"/>`
      : `<rect x="${some(600)}" y="${some(600)}" width="${20 + some(260)}" height="${20 + some(260)}" fill="${colour()}"/>`;
  const ground = `<rect width="600" height="600" fill="${colour()}"/>`;
  return drawn(600, 600, ground + Array.from({ length: 14 }, one).join(''));
}

function lines(number: number): Promise<Buffer> {
  const next = chance(number * 31_337 + 3);
  const place = () => `${Math.round(next() * 500)} ${Math.round(next() * 700)}`;
  const one = () =>
    `<path d="M${place()} C ${place()} ${place()} ${place()}" stroke="#222" stroke-width="${1 + Math.round(next() * 4)}" fill="none"/>`;
  const ground = '<rect width="500" height="700" fill="#f6f2e8"/>';
  return drawn(500, 700, ground + Array.from({ length: 25 }, one).join(''));
}

export const passedOn: Record<string, (picture: Buffer) => Promise<Buffer>> = {
  'as it was': async (picture) => picture,
  'as a thumbnail': (picture) => sharp(picture).resize(160).jpeg({ quality: 70 }).toBuffer(),
  'much compressed': (picture) => sharp(picture).jpeg({ quality: 20 }).toBuffer(),
  'in another format': (picture) => sharp(picture).webp({ quality: 40 }).toBuffer(),
  grey: (picture) => sharp(picture).greyscale().jpeg({ quality: 80 }).toBuffer(),
  'grey as a browser turns it': async (picture) =>
    sharp(picture)
      .removeAlpha()
      .recomb([0, 1, 2].map(() => [0.2126, 0.7152, 0.0722]) as never)
      .png()
      .toBuffer(),
  mirrored: (picture) => sharp(picture).flop().png().toBuffer(),
  'cut all around': cut(0.05, 0.05, 0.05, 0.05),
  'cut at one side': cut(0.09, 0, 0, 0),
  'cut unevenly, small and grey': async (picture) =>
    sharp(await cut(0.03, 0.07, 0.01, 0.06)(picture))
      .resize(300)
      .greyscale()
      .jpeg({ quality: 60 })
      .toBuffer(),
  'pressed flat': async (picture) => {
    const { width, height } = await sharp(picture).metadata();
    return sharp(picture)
      .resize(width, Math.round(height * 0.85), { fit: 'fill' })
      .png()
      .toBuffer();
  },
};

function cut(left: number, right: number, top: number, below: number) {
  return async (picture: Buffer): Promise<Buffer> => {
    const { width, height } = await sharp(picture).metadata();
    const area = {
      left: Math.round(width * left),
      top: Math.round(height * top),
      width: Math.round(width * (1 - left - right)),
      height: Math.round(height * (1 - top - below)),
    };
    return sharp(picture).extract(area).png().toBuffer();
  };
}

export async function lightIn(picture: Buffer): Promise<Light> {
  const { data, info } = await sharp(picture)
    .resize(largestSide, largestSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return lightOf(data, info.width, info.height);
}

const drawn = (width: number, height: number, inside: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`,
    ),
  )
    .png()
    .toBuffer();

function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32;
}
