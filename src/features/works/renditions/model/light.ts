/** Between how bright a colour is written and how much light it is: the curve of sRGB (IEC 61966-2-1). */
export const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

export const written = (light: number): number =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

/** Light of each byte of a picture. */
export const lightOfByte = new Float32Array(256).map((_value, byte) => linear(byte / 255));

const steps = 4096;
const bytes = new Uint8Array(steps + 1).map((_value, at) => Math.round(written(at / steps) * 255));

/** The byte of so much light; more than all is all. */
export const byteOfLight = (light: number): number =>
  light >= 1 ? 255 : light > 0 ? bytes[(light * steps) | 0]! : 0;
