/** Owns the comparison of what a name promises with what the bytes are. */
import { finding } from './findings.ts';
import { kindOfExtension, type Kind } from './kinds.ts';
import { baseName, stemAndExtension } from './names.ts';
import type { Finding } from './report.ts';

/** The findings of a name against its content; nothing where the two agree. */
export function agreementOf(name: string, kind: Kind): Finding[] {
  const { stem, extension } = stemAndExtension(name);
  const where = { where: { file: name } };
  if (extension === '') {
    const silent = kind.family === 'other' || kind.family === 'text';
    return silent ? [] : [finding('layout.no-extension', { name, kind: kind.label }, where)];
  }
  const found: Finding[] = [];
  const inner = kindOfExtension(stemAndExtension(stem).extension);
  if (inner && inner.id !== kindOfExtension(extension)?.id && !isSplitArchive(name) && hidesKind(inner)) {
    found.push(finding('layout.double-extension', { name }, where));
  }
  if (kind.extensions.includes(extension)) return found;
  const promised = kindOfExtension(extension);
  const facts = { name, kind: kind.label, extension };
  if (kind.id === 'unknown') return [...found, ...unknownContent(name, promised)];
  if (!promised) {
    return kind.family === 'text' || kind.id === 'project'
      ? found
      : [...found, finding('type.extension', facts, where)];
  }
  if (sameSort(promised, kind))
    return isTextual(promised) && isTextual(kind)
      ? found
      : [...found, finding('type.extension', facts, where)];
  return [...found, finding('type.mismatch', facts, where)];
}

function unknownContent(name: string, promised: Kind | null): Finding[] {
  const where = { where: { file: name } };
  if (!promised || !recognised.has(promised.id)) {
    return [
      finding('type.no-preview', { name, kind: promised?.label ?? 'data of a kind we do not know' }, where),
    ];
  }
  return [finding('type.corrupt', { name, kind: promised.label }, where)];
}

/** Kinds whose bytes always say what they are: unknown content under their ending is damage. */
const recognised = new Set(
  'png jpeg gif webp avif bmp heic tiff svg psd mp4 mov webm mkv avi flac wav ogg m4a midi aiff docx pptx xlsx odt epub rar 7z glb html'.split(
    ' ',
  ),
);

const isTextual = (kind: Kind) => kind.family === 'text' || kind.id === 'script';

function sameSort(promised: Kind, kind: Kind): boolean {
  if (isTextual(promised) && (isTextual(kind) || kind.id === 'html' || kind.id === 'svg')) return true;
  if (promised.family === kind.family)
    return !['archive', 'program', 'document'].includes(kind.family) || kind.family === 'document';
  const media = ['video', 'audio'];
  if (media.includes(promised.family) && media.includes(kind.family)) return true;
  // Formats that are zip archives or text inside and whose head does not always show it.
  if (kind.id === 'zip') return zipBased.has(promised.id);
  if (kind.family === 'text')
    return (
      ['model', 'document', 'svg', 'html'].includes(promised.family) &&
      ['gltf', 'stl', 'obj', 'ply', 'fbx', 'ps'].includes(promised.id)
    );
  return false;
}

/** Kinds that are .zip archives inside. */
export const zipBased = new Set(['docx', 'pptx', 'xlsx', 'odt', 'odp', 'epub', 'pages', 'jar', 'apk', 'fbx']);
const hidesKind = (kind: Kind) =>
  ['image', 'video', 'audio', 'pdf', 'document', 'program', 'archive'].includes(kind.family);
const isSplitArchive = (name: string) => /\.tar\.(gz|bz2|xz|zst)$/i.test(baseName(name));
