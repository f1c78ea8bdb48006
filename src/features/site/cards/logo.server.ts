/** An edition's logo as it stands on its cards: small, on their ground, of few colours. Made once for all of them. */
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { resources } from '#app/platform/resources.server.ts';

export interface Logo {
  points: Uint8Array;
  width: number;
  height: number;
}

const made = new Map<string, Promise<Logo>>();

export function logoOn(ground: string, sha256: string): Promise<Logo> {
  const key = `${ground} ${sha256}`;
  if (!made.has(key)) {
    if (made.size >= 50) made.clear();
    const making = make(ground, sha256);
    making.catch(() => made.delete(key));
    made.set(key, making);
  }
  return made.get(key)!;
}

async function make(ground: string, sha256: string): Promise<Logo> {
  const bytes = await buffer(resources().files.read(sha256));
  const few = await sharp(bytes)
    .resize({ width: 260, height: 64, fit: 'inside' })
    .flatten({ background: ground })
    .png({ palette: true, colours: 128, dither: 0 })
    .toBuffer();
  const { data, info } = await sharp(few)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { points: data, width: info.width, height: info.height };
}
