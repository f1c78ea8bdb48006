/**
 * Which files of a work are a piece that runs in a browser, and under which names and types they may be answered.
 * Owns the table of types: what is not in it is left out. Promises that a name is compared and never opened: bytes
 * lie under their hash. Leaves out where the piece runs (decision 16).
 */
import { baseName } from '#app/preflight/names.ts';
import { kindNamed } from '#app/preflight/kinds.ts';
import type { SourceFile, WebPart } from './facts.ts';
import { publicKind, publicRole } from './stems.ts';

/** More is an application, and its place is a link. */
export const pieceLimits = { files: 400, bytes: 60 * 1024 * 1024, entryBytes: 4 * 1024 * 1024 };

/** Never what the hand-in or its program claimed. Films are not in it: nothing here frees one without a decoder. */
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/plain; charset=utf-8',
  glsl: 'text/plain; charset=utf-8',
  vert: 'text/plain; charset=utf-8',
  frag: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  woff: 'font/woff',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  glb: 'model/gltf-binary',
  gltf: 'model/gltf+json',
  bin: 'application/octet-stream',
};

/** Null where it is no name or no type that we answer. */
export function webType(path: string): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return isSafePath(path) && Object.hasOwn(types, ending) ? types[ending]! : null;
}

/** Steps downwards only, written as people and browsers write the same. */
export const isSafePath = (path: string): boolean =>
  path.length <= 200 &&
  path === path.normalize('NFC') &&
  !/[\p{C}\\%?#:*"<>|]/u.test(path) &&
  path.split('/').every((step) => step.trim() !== '' && step === step.trim() && !step.startsWith('.'));

/** The files as they are to be made: those of a piece hang on the page that opens it. */
export function withParts(files: readonly SourceFile[]): SourceFile[] {
  const entry = files.find((file) => file.role === 'main' && publicKind(file) === 'web');
  if (!entry) return [...files];
  const folder = entry.name.slice(0, entry.name.length - baseName(entry.name).length);
  const parts = files.filter((file) => file !== entry && isPart(file, entry, folder));
  const alone = files.filter(
    (file) => !parts.includes(file) || ['poster', 'captions', 'transcript'].includes(publicRole(file)),
  );
  const partOf = ({ name, sha256, bytes, kind }: SourceFile): WebPart => ({
    path: name.slice(folder.length),
    sha256,
    bytes,
    kind,
  });
  return alone.map((file) => (file === entry ? { ...file, parts: parts.map(partOf) } : file));
}

/** What came in the same archive below its page; of what came one by one only what no visitor looks at. */
function isPart(file: SourceFile, entry: SourceFile, folder: string): boolean {
  if (file.role !== 'supplementary' || file.from !== entry.from || !file.name.startsWith(folder))
    return false;
  const { family } = kindNamed(file.kind);
  return Boolean(entry.from) || !['image', 'video', 'audio', 'pdf', 'document', 'model'].includes(family);
}
