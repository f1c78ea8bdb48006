/**
 * A piece that runs in a browser: its page and everything that the page loads. Code goes out as it came, because it
 * is the work; pictures and sounds are freed of what is embedded. None of it is ever answered by our own host name.
 */
import { readFile } from 'node:fs/promises';
import { resources } from '#app/platform/resources.server.ts';
import { baseName } from '#app/preflight/names.ts';
import type { Facts, WebPart } from './facts.ts';
import { keptRendition } from './kept.server.ts';
import type { Made, Source } from './making.server.ts';
import { barePicture } from './pictures.server.ts';
import type { MadeRendition } from './rendering.ts';
import { bareSoundOf } from './sound-tags.ts';
import { pieceLimits, webType } from './web-files.ts';

export async function webPiece({ facts, file, stem, xmp }: Source): Promise<Made> {
  const { sha256, bytes, kind, parts = [] } = file;
  const entry = { path: baseName(file.name), sha256, bytes, kind };
  const all = [entry, ...parts];
  if (webType(entry.path) === null)
    return { made: [], words: 'The name of its page cannot be an address, so it is not shown.' };
  if (bytes > pieceLimits.entryBytes || all.length > pieceLimits.files || sumOf(all) > pieceLimits.bytes)
    return {
      made: [],
      words: `It is more than ${pieceLimits.files} files or ${pieceLimits.bytes / 1024 / 1024} MiB, or its page is very long, so it is not shown. A piece of this size can be given as a link.`,
    };
  const made: MadeRendition[] = [];
  const left: string[] = [];
  for (const part of all) {
    const mime = webType(part.path);
    const content = mime && (await freed(part, mime, { facts, xmp }));
    const use = part === entry ? 'web' : 'part';
    if (content) made.push(await keptRendition(content, { use, name: `${stem}/${part.path}`, mime }));
    else left.push(part.path);
  }
  if (left.includes(entry.path))
    return { made: [], words: 'Its page could not be read, so it is not shown.' };
  const some = left.slice(0, 5).join(', ') + (left.length > 5 ? ` and ${left.length - 5} more` : '');
  return {
    made,
    words:
      left.length > 0
        ? `Left out of the piece, because nothing here can make them safe to show: ${some}.`
        : '',
  };
}

const sumOf = (parts: readonly WebPart[]) => parts.reduce((sum, { bytes }) => sum + bytes, 0);

/** Null where what is embedded cannot be taken out. */
async function freed(
  { sha256 }: WebPart,
  mime: string,
  { facts, xmp }: { facts: Facts; xmp: string },
): Promise<Uint8Array | null> {
  const path = resources().files.localPath(sha256);
  if (/^image\/(png|jpeg|webp|gif)$/.test(mime)) return barePicture({ path, xmp, mime });
  const bytes = new Uint8Array(await readFile(path));
  if (!mime.startsWith('audio/')) return bytes;
  const { title, creators, credit } = facts;
  return bareSoundOf(bytes, { title, artist: creators.join(', '), copyright: credit, xmp })?.bytes ?? null;
}
