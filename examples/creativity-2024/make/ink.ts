/** What every drawing here is made with: repeatable chance, smooth noise, colour, and a sheet to draw on. */
import sharp from 'sharp';

export type Chance = () => number;

/** The same seed gives the same drawing, so that the files can be made again byte for byte. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Value noise in two dimensions, from 0 to 1, in three octaves. */
export function noise(seed: number): (x: number, y: number) => number {
  const lattice = (x: number, y: number) => {
    let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 974711);
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
  };
  const one = (x: number, y: number) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, w] = [smooth(x - i), smooth(y - j)];
    return mix(mix(lattice(i, j), lattice(i + 1, j), u), mix(lattice(i, j + 1), lattice(i + 1, j + 1), u), w);
  };
  return (x, y) => (one(x, y) * 4 + one(x * 2.1, y * 2.1) * 2 + one(x * 4.3, y * 4.3)) / 7;
}

export const mix = (a: number, b: number, t: number) => a + (b - a) * t;
export const clamp = (x: number, low = 0, high = 1) => Math.min(high, Math.max(low, x));
export const smooth = (t: number) => t * t * (3 - 2 * t);

export type Rgb = [number, number, number];

export function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** A colour along a row of colours. */
export function ramp(colours: string[], t: number): Rgb {
  const at = clamp(t) * (colours.length - 1);
  const i = Math.min(colours.length - 2, Math.floor(at));
  const [a, b] = [rgb(colours[i] ?? '#000000'), rgb(colours[i + 1] ?? '#000000')];
  return [0, 1, 2].map((k) => Math.round(mix(a[k] ?? 0, b[k] ?? 0, at - i))) as Rgb;
}

export const css = ([r, g, b]: Rgb) => `rgb(${r},${g},${b})`;

export function sheet(width: number, height: number, ground: string, marks: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...marks,
    '</svg>',
  ].join('\n');
}

export const line = (points: [number, number][]) =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** A picture computed point by point; `paint` gets coordinates from 0 to 1 and answers in 0 to 255. */
export function pixels(width: number, height: number, paint: (u: number, w: number) => Rgb): Buffer {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = paint((x + 0.5) / width, (y + 0.5) / height);
      for (let k = 0; k < 3; k++) data[(y * width + x) * 3 + k] = clamp(colour[k] ?? 0, 0, 255);
    }
  return data;
}

export const fromPixels = (data: Buffer, width: number, height: number) =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** Film grain over a picture. */
export async function grain(picture: Buffer, strength: number, seed: number): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const random = chance(seed);
  for (let i = 0; i < data.length; i += 3) {
    const shift = (random() + random() - 1) * strength;
    for (let k = 0; k < 3; k++) data[i + k] = clamp((data[i + k] ?? 0) + shift, 0, 255);
  }
  return fromPixels(data, info.width, info.height).png().toBuffer();
}
