/** How public pictures are written, and which decoders a child may use on strangers' files. */
import sharp, { type Sharp } from 'sharp';

/** Measured on a photograph of 12 megapixels: AVIF takes two thirds of the time, and higher efforts double it. */
export const encoders = [
  ['avif', 'image/avif', (picture: Sharp) => picture.avif({ quality: 55, effort: 3 })],
  ['webp', 'image/webp', (picture: Sharp) => picture.webp({ quality: 80 })],
  ['jpg', 'image/jpeg', (picture: Sharp) => opaque(picture).jpeg({ quality: 80, mozjpeg: true })],
] as const;

export const opaque = (picture: Sharp): Sharp => picture.flatten({ background: '#ffffff' });

/** Only decoders for what browsers and cameras write; whatever a file claims to be. */
export function onlyKnownDecoders(): void {
  const decoders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff', 'Svg'];
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: decoders.map((name) => `VipsForeignLoad${name}`) });
  sharp.cache(false);
  sharp.concurrency(1);
}
