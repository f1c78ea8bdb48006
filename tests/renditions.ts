/** For tests: facts of an invented work, and real pictures with things in them that nobody may see. */
import { Readable } from 'node:stream';
import sharp, { type Sharp } from 'sharp';
import type { Facts, SourceFile } from '#app/features/works/renditions/facts.ts';
import { resources } from '#app/platform/resources.server.ts';

export const credit = '© 2024 Mina Okafor (invented)';

export function facts(change: Partial<Facts> = {}): Facts {
  return {
    submissionId: 'invented',
    kind: 'work',
    title: 'Tide Tables for a Dry Sea',
    language: 'en',
    creators: ['Mina Okafor'],
    credit,
    licence: { label: 'All rights reserved', url: '' },
    preference: 'reserve-all',
    sourceType: 'digitalCapture',
    maxPixels: null,
    page: 'https://workshop.example.org/2024/works/tide-tables',
    files: [],
    ...change,
  };
}

export const source: SourceFile = {
  role: 'main',
  name: 'tide.jpg',
  mime: 'image/jpeg',
  sha256: '',
  bytes: 0,
  kind: 'jpeg',
  width: null,
  height: null,
  seconds: null,
  pages: null,
  alt: 'A grey sea at dusk, with a measuring pole',
  description: '',
};

/** Kept in the store, as a file that was handed in. */
export async function blob(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> {
  return resources().files.keep(Readable.from([bytes]));
}

/** Bands of colour with a little noise: it compresses like a photograph, and is the same every time. */
export function photograph({ width, height }: { width: number; height: number }): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  let noise = 7;
  for (let at = 0; at < pixels.length; at += 1) {
    noise = (noise * 1_103_515_245 + 12_345) & 0x7fffffff;
    pixels[at] = ((at / (width * 3)) * 0.1 + (at % (width * 3)) * 0.02 + (noise >> 27)) & 255;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Words that a camera or a program might leave inside of a file. */
export const secrets = ['SN-4711-SECRET', 'Legal Name Secret', 'GPS-51-28-SECRET', 'prompt: secret sea'];

/** A photograph that says who took it, where, and with which camera. */
export async function tellingPhotograph(size: { width: number; height: number }): Promise<Buffer> {
  const [serial, name, place, prompt] = secrets as [string, string, string, string];
  return photograph(size)
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Artist: name, ImageDescription: prompt, Make: 'Invented' },
      IFD2: { BodySerialNumber: serial },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 28/1 38/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 0/1 5/1',
        GPSMapDatum: place,
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>${serial}</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .withIccProfile('p3')
    .toBuffer();
}
