/** Writes the still pictures of the example: `node stills.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { fromPixels, grain, pixels } from './ink.ts';
import { foggyCity, forgettingRoom, gasket, latentWalk, lowTide } from './pictures.ts';
import { look, weights } from './solids.ts';

const works = join(import.meta.dirname, '..', 'files', 'works');

const draw = (svg: string) => sharp(Buffer.from(svg));
const jpeg = (picture: Buffer, width?: number) =>
  sharp(picture).resize({ width }).jpeg({ quality: 78, mozjpeg: true }).toBuffer();

function keep(key: string, name: string, data: Buffer | string) {
  mkdirSync(join(works, key), { recursive: true });
  writeFileSync(join(works, key, name), data);
}

keep(
  'low-tide',
  '24_main .png',
  await draw(lowTide()).png({ palette: true, colours: 96, dither: 0.4 }).toBuffer(),
);

const print = latentWalk(21, ['#1b2a49', '#1b2a49', '#c8553d', '#2f6f62'], '#f6f0e2');
keep(
  'latent-walk',
  'Latent Walk no. 7 FINAL final.jpg',
  await jpeg(await draw(print).png().toBuffer(), 1100),
);
const second = latentWalk(58, ['#3a2e39', '#b08d57', '#3a2e39'], '#efe6da');
keep('latent-walk', 'Latent Walk no. 12.jpg', await jpeg(await draw(second).png().toBuffer(), 800));

keep('integers', 'curvatures_main.svg', gasket());
keep(
  'integers',
  'curvatures_supplementary_1.png',
  await draw(gasket()).resize(900).png({ palette: true, colours: 48 }).toBuffer(),
);

const silver = ['#0b0d10', '#3c4247', '#9aa0a3', '#e8e6df'];
const frames = await Promise.all(
  Array.from({ length: 12 }, async (_, i) => ({
    input: await draw(foggyCity(100 + i * 17, 360, 240, silver))
      .png()
      .toBuffer(),
    left: 40 + (i % 3) * 380,
    top: 60 + Math.floor(i / 3) * 276,
  })),
);
const strip = await sharp({ create: { width: 1180, height: 1160, channels: 3, background: '#0a0a0b' } })
  .composite(frames)
  .png()
  .toBuffer();
keep('contact-sheet', 'DSC_0417 contact sheet.jpeg', await jpeg(await grain(strip, 26, 3), 1080));
for (const [i, seed] of [134, 219].entries()) {
  const frame = await draw(foggyCity(seed, 1000, 667, silver))
    .png()
    .toBuffer();
  keep('contact-sheet', `IMG_${2209 + i}.jpg`, await jpeg(await grain(frame, 30, seed), 760));
}

for (const [name, turn] of [
  ['Weights_front', 0],
  ['Weights_side', 0.85],
] as const) {
  const eye: [number, number, number] = [-4.3 * Math.sin(turn), 0.35, -4.3 * Math.cos(turn)];
  const paint = look(weights, eye, turn, -0.16, 0.8, [-2.6, 4.4, -3.2], 16);
  const [width, height] = [1280, 1600];
  const picture = await fromPixels(pixels(width, height, paint), width, height)
    .resize(800)
    .png()
    .toBuffer();
  keep('weights', `${name}.JPG`, await jpeg(picture));
}

keep(
  'room-that-forgets',
  'Screenshot 2024-09-10 at 23.41.07.png',
  await draw(forgettingRoom()).png({ palette: true, colours: 64 }).toBuffer(),
);
