/** From one file to what may be shown of it: which maker takes it, and what is said where nothing can be made. */
import { createReadStream } from 'node:fs';
import { credentialIn } from '#app/preflight/credential.ts';
import { signals } from '#app/features/works/rights/signals.ts';
import { roleWords, type FileRole } from '#app/features/submissions/files/file.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Facts, SourceFile } from './facts.ts';
import { pdf } from './documents.server.ts';
import { film, sound } from './moving.server.ts';
import { turntable } from './models.server.ts';
import { picturesOf } from './pictures.server.ts';
import type { FileWords, MadeRendition } from './rendering.ts';
import { text } from './texts.server.ts';
import { publicKind, publicRole } from './stems.ts';
import { webPiece } from './web-piece.server.ts';
import { xmpPacket } from './xmp.ts';

export interface Source {
  facts: Facts;
  file: SourceFile;
  stem: string;
  path: string;
  xmp: string;
}

export interface Made {
  made: MadeRendition[];
  /** What was found while making it. */
  found?: Partial<
    Pick<FileWords, 'width' | 'height' | 'seconds' | 'pages' | 'triangles' | 'likeness' | 'credential'>
  >;
  /** What was left out, in words; empty where nothing was. */
  words: string;
}

/** Throws where the file cannot be read within the caps. */
export async function made(facts: Facts, file: SourceFile, stem: string): Promise<Made> {
  const path = resources().files.localPath(file.sha256);
  const result = await makers[publicKind(file)]({ facts, file, stem, path, xmp: packetOf(facts, file) });
  const credential = result.made.length > 0 ? credentialIn(await headOf(path)) : null;
  return credential ? { ...result, found: { ...result.found, credential } } : result;
}

/** A credential stands near the beginning of a file. */
async function headOf(path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of createReadStream(path, {
    end: 32 * 1024 * 1024 - 1,
  }) as AsyncIterable<Uint8Array>)
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What pages say of it before anything was made. */
export function wordsOf(file: SourceFile): FileWords {
  const { alt, description, width, height, seconds, pages } = file;
  const role = publicRole(file);
  const label = labels[role] ?? roleWords[role as FileRole] ?? 'File';
  return { role, label, kind: publicKind(file), alt, description, width, height, seconds, pages };
}

const labels: Record<string, string> = {
  captions: 'Captions',
  transcript: 'Transcript',
  poster: 'Poster',
  slides: 'Slides',
  recording: 'Recording',
};

const makers: Record<FileWords['kind'], (source: Source) => Promise<Made>> = {
  image: picture,
  video: film,
  audio: sound,
  pdf,
  text,
  web: webPiece,
  model: turntable,
  other: unmade('Files of this kind are not shown.'),
};

async function picture({ facts, path, stem, xmp }: Source): Promise<Made> {
  const { original, likeness, made, words } = await picturesOf({
    path,
    stem,
    xmp,
    maxPixels: facts.maxPixels,
  });
  return { made, found: { ...original, ...(likeness && { likeness }) }, words };
}

function unmade(words: string): (source: Source) => Promise<Made> {
  return async () => ({ made: [], words });
}

function packetOf(facts: Facts, { alt, description }: SourceFile): string {
  return xmpPacket({ ...facts, alt, description, signals: signals(facts.preference).xmp });
}
