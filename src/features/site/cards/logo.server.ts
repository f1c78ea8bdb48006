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
  const { data, info } = await sharp(bytes)
    .resize({ width: 260, height: 64, fit: 'inside' })
    .flatten({ background: ground })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { points: ofFewColours(data), width: info.width, height: info.height };
}

/** A palette holds 256, of which letters have some. */
const most = 128;

/** The most frequent stay, every other becomes the nearest of them. The ground is among them. */
function ofFewColours(rgb: Uint8Array): Uint8Array {
  const keys = Array.from({ length: rgb.length / 3 }, (_, at) => keyAt(rgb, at));
  const often = new Map<number, number>();
  for (const key of keys) often.set(key, (often.get(key) ?? 0) + 1);
  const kept = [...often]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([key]) => channels(key));
  const becomes = new Map([...often.keys()].map((key) => [key, nearest(channels(key), kept)]));
  return Uint8Array.from(keys.flatMap((key) => becomes.get(key)!));
}

type Colour = readonly [red: number, green: number, blue: number];

const keyAt = (rgb: Uint8Array, at: number) =>
  (rgb[at * 3]! << 16) | (rgb[at * 3 + 1]! << 8) | rgb[at * 3 + 2]!;
const channels = (key: number): Colour => [key >> 16, (key >> 8) & 255, key & 255];

function nearest([red, green, blue]: Colour, kept: Colour[]): Colour {
  const far = (to: Colour) => (to[0] - red) ** 2 + (to[1] - green) ** 2 + (to[2] - blue) ** 2;
  let best = kept[0]!;
  for (const one of kept) if (far(one) < far(best)) best = one;
  return best;
}
