/**
 * Owns the inside of the child process that draws one picture anew: a path comes in, WebP goes out. A decoder that
 * a hostile picture brings down takes nobody else with it; the fence around it is `preflight/caps.server.ts`.
 */
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { imageLimits } from '#app/preflight/limits.ts';

const longest = 1600;

/** Only decoders for what browsers and cameras write; whatever a file claims to be. */
const decoders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff', 'Svg'].map(
  (name) => `VipsForeignLoad${name}`,
);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: decoders });
sharp.cache(false);

const picture = await sharp(await text(process.stdin), {
  limitInputPixels: imageLimits.pixels,
  failOn: 'error',
})
  .timeout({ seconds: 20 })
  .autoOrient()
  .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
  .webp({ quality: 82 })
  .toBuffer();
process.stdout.end(picture);
