/** Texts, captions and transcripts: read as text and written anew as UTF-8, so that nothing but words gets through. */
import { readFile } from 'node:fs/promises';
import { textOf } from '#app/preflight/text.ts';
import { baseName, stemAndExtension } from '#app/preflight/names.ts';
import { captionsOf } from './captions.ts';
import { keptRendition } from './kept.server.ts';
import type { Made, Source } from './making.server.ts';
import { publicRole } from './stems.ts';

/** Longer than any story that a workshop would show, and than a browser shows with ease. */
const longest = 2 * 1024 * 1024;

export async function text({ file, path, stem }: Source): Promise<Made> {
  if (file.bytes > longest) return { made: [], words: 'It is too long to be shown as a text.' };
  const words = textOf(new Uint8Array(await readFile(path)));
  if (words === null) return { made: [], words: 'It could not be read as a text.' };
  const plain = words.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const role = publicRole(file);
  if (role === 'captions') {
    const captions = captionsOf(plain);
    if (!captions) return { made: [], words: 'It could not be read as captions.' };
    const named = { use: 'captions', name: `${stem}.vtt`, mime: 'text/vtt' } as const;
    return { made: [await keptRendition(Buffer.from(captions), named)], words: '' };
  }
  const markdown = /^(md|markdown)$/i.test(stemAndExtension(baseName(file.name)).extension);
  const use = role === 'transcript' ? 'transcript' : 'document';
  // A browser never runs plain text; Markdown is read as it was written.
  const named = {
    use,
    name: `${stem}.${markdown ? 'md' : 'txt'}`,
    mime: 'text/plain; charset=utf-8',
  } as const;
  return { made: [await keptRendition(Buffer.from(plain), named)], words: '' };
}
