/** Owns the facts of pictures, read from their structure and never by decoding them. */
import { finding } from '../findings.ts';
import type { Inspection, Subject } from '../inspect.ts';
import { imageLimits } from '../limits.ts';
import type { FileFacts, Finding } from '../report.ts';
import { allOf } from '../sources.ts';
import { seenGif } from './gif.ts';
import { seenHeif } from './heif.ts';
import { seenIco } from './ico.ts';
import { seenJpeg } from './jpeg.ts';
import { seenPng } from './png.ts';
import { seenBmp, seenWebp } from './riff.ts';
import type { Seen } from './seen.ts';
import { inspectSvg } from './svg.ts';
import { seenTiff } from './tiff.ts';

const readers: Record<string, (bytes: Uint8Array) => Seen | Promise<Seen>> = {
  png: seenPng,
  jpeg: seenJpeg,
  gif: seenGif,
  webp: seenWebp,
  bmp: seenBmp,
  ico: seenIco,
  tiff: seenTiff,
  avif: seenHeif,
  heic: seenHeif,
};

/** Facts in pixels, none where the size is unknown. Damage to a picture rejects, but warns only beside the work. */
export async function inspectImage({ name, role, kind, source }: Subject): Promise<Inspection> {
  const where = { where: { file: name } };
  if (kind.id === 'svg') return inspectSvg(name, await allOf(source));
  const read = readers[kind.id];
  if (!read)
    return {
      facts: {},
      findings: kind.preview ? [] : [finding('type.no-preview', { name, kind: kind.label }, where)],
    };
  const seen = await read(await allOf(source));
  return { facts: factsOf(seen), findings: findingsOf(name, seen, role !== 'supplementary') };
}

function factsOf({ width, height, frames }: Seen): FileFacts {
  return width > 0 && height > 0 ? { width, height, ...(frames && frames > 1 ? { frames } : {}) } : {};
}

function findingsOf(name: string, seen: Seen, main: boolean): Finding[] {
  const where = { where: { file: name } };
  const found: Finding[] = [];
  const { width, height, frames = 1 } = seen;
  if (width * height > imageLimits.pixels)
    found.push(finding('image.too-many-pixels', { name, width, height }, where));
  if (seen.bomb) found.push(finding('image.bomb', { name, detail: seen.bomb }, where));
  if (seen.fault) {
    const severity = main ? 'reject' : 'warning';
    found.push(finding('image.corrupt', { name, detail: seen.fault, main }, { ...where, severity }));
  } else if (seen.flaw) {
    found.push(
      finding('image.corrupt', { name, detail: seen.flaw, main: false }, { ...where, severity: 'warning' }),
    );
  }
  if (seen.metadata) found.push(finding('image.metadata-bomb', { name, detail: seen.metadata }, where));
  if (frames > imageLimits.frames) found.push(finding('image.too-many-frames', { name, frames }, where));
  if (seen.trailing) found.push(finding('image.trailing-bytes', { name, bytes: seen.trailing }, where));
  return found;
}
