/** Owns the telling of a file's kind from its bytes alone, never from its name. */
import { headBytes } from './limits.ts';
import { kindNamed, type Kind } from './kinds.ts';
import { at, latin1, u16le, u32be, u32le } from './bytes.ts';
import { textOf } from './text.ts';

/** The kind that these first bytes (up to 64 KiB) belong to; 'unknown' rather than a guess. */
export function kindOfContent(head: Uint8Array, size = head.length): Kind {
  return kindNamed(
    bySignature(head) ??
      zipped(head) ??
      isobmff(head) ??
      latePdf(head) ??
      transport(head) ??
      mpegAudio(head) ??
      triangles(head, size) ??
      textual(head, size) ??
      'unknown',
  );
}

const signatures: [offset: number, bytes: string, id: string][] = [
  [0, '%PDF-', 'pdf'],
  [0, '\x89PNG\r\n\x1a\n', 'png'],
  [0, '\xff\xd8\xff', 'jpeg'],
  [0, 'GIF87a', 'gif'],
  [0, 'GIF89a', 'gif'],
  [0, 'II*\0', 'tiff'],
  [0, 'MM\0*', 'tiff'],
  [0, 'II+\0', 'tiff'],
  [0, 'MM\0+', 'tiff'],
  [0, '8BPS', 'psd'],
  [0, '\x76\x2f\x31\x01', 'exr'],
  [0, '#?RADIANCE', 'hdr'],
  [0, '\0\0\x01\0', 'ico'],
  [0, '\xff\x0a', 'jxl'],
  [0, '\0\0\0\x0cJXL ', 'jxl'],
  [0, '\0\0\0\x0cjP  ', 'jp2'],
  [0, '\xff\x4f\xff\x51', 'jp2'],
  [0, 'OggS', 'ogg'],
  [0, 'fLaC', 'flac'],
  [0, 'MThd', 'midi'],
  [0, 'FLV\x01', 'flv'],
  [0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'wmv'],
  [0, '\0\0\x01\xba', 'mpeg'],
  [0, '\0\0\x01\xb3', 'mpeg'],
  [0, '{\\rtf', 'rtf'],
  [0, '%!PS', 'ps'],
  [0, '\xc5\xd0\xd3\xc6', 'ps'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  [0, 'Rar!\x1a\x07', 'rar'],
  [0, '7z\xbc\xaf\x27\x1c', '7z'],
  [0, '\x1f\x8b\x08', 'gzip'],
  [0, 'BZh', 'bzip2'],
  [0, '\xfd7zXZ\0', 'xz'],
  [0, '\x28\xb5\x2f\xfd', 'zstd'],
  [257, 'ustar', 'tar'],
  [0, '\x7fELF', 'elf'],
  [0, '\xfe\xed\xfa\xce', 'macho'],
  [0, '\xfe\xed\xfa\xcf', 'macho'],
  [0, '\xce\xfa\xed\xfe', 'macho'],
  [0, '\xcf\xfa\xed\xfe', 'macho'],
  [0, '\xca\xfe\xba\xbe', 'macho'],
  [0, '\0asm', 'wasm'],
  [0, 'L\0\0\0\x01\x14\x02\0', 'shortcut'],
  [0, 'FWS', 'swf'],
  [0, 'CWS', 'swf'],
  [0, 'glTF', 'glb'],
  [0, 'ply\n', 'ply'],
  [0, 'ply\r\n', 'ply'],
  [0, 'BLENDER', 'blend'],
  [0, 'Kaydara FBX', 'fbx'],
  [0, '\0\x01\0\0\0', 'font'],
  [0, 'OTTO', 'font'],
  [0, 'wOFF', 'font'],
  [0, 'wOF2', 'font'],
  [0, 'SQLite format 3\0', 'sqlite'],
];

function bySignature(head: Uint8Array): string | null {
  for (const [offset, bytes, id] of signatures) if (at(head, offset, bytes)) return id;
  if (at(head, 0, 'RIFF') || at(head, 0, 'RF64')) {
    if (at(head, 8, 'WEBP')) return 'webp';
    if (at(head, 8, 'WAVE')) return 'wav';
    if (at(head, 8, 'AVI ')) return 'avi';
  }
  if (at(head, 0, 'FORM') && (at(head, 8, 'AIFF') || at(head, 8, 'AIFC'))) return 'aiff';
  if (at(head, 0, 'BM') && head.length > 26 && u32le(head, 14) <= 124 && u32le(head, 14) >= 12) return 'bmp';
  if (at(head, 0, 'MZ') && head.length > 64) return 'exe';
  if (at(head, 0, '\x1aE\xdf\xa3')) return latin1(head, 0, 4096).includes('webm') ? 'webm' : 'mkv';
  return null;
}

/** Readers look for the mark of a PDF anywhere in the first kilobyte (ISO 32000 implementation note). */
function latePdf(head: Uint8Array): string | null {
  return latin1(head, 0, 1024).includes('%PDF-') ? 'pdf' : null;
}

function zipped(head: Uint8Array): string | null {
  if (!at(head, 0, 'PK\x03\x04') && !at(head, 0, 'PK\x05\x06') && !at(head, 0, 'PK\x07\x08')) return null;
  const text = latin1(head, 0, headBytes);
  if (u32be(head, 26) >>> 16 === 0x0800 && at(head, 30, 'mimetype')) {
    if (text.includes('application/epub+zip')) return 'epub';
    if (text.includes('opendocument.text')) return 'odt';
    if (text.includes('opendocument')) return 'odp';
  }
  const names = namesInHead(head);
  const first = names[0] ?? '';
  if (first === 'mimetype' && names.includes('content.xml')) return 'odt';
  if (first === 'mimetype' && names.includes('META-INF/container.xml')) return 'epub';
  const within = (folder: string) => names.some((name) => name.startsWith(folder));
  // Some writers put the list of types last, far from the head; the folders give them away as well.
  // Where sizes come after the data, the entries of a document inside look like ours: the first one tells.
  if (
    !/^(\[Content_Types\]\.xml$|(_rels|docProps|customXml|word|ppt|xl|Index|Metadata|Data|META-INF|res|lib|assets)\/|preview|AndroidManifest|classes)/.test(
      first,
    )
  )
    return 'zip';
  if (
    names.some((name) => /^(\[Content_Types\]\.xml|_rels\/\.rels|(word|ppt|xl)\/[\w/]+\.xml)$/.test(name))
  ) {
    if (within('word/')) return 'docx';
    if (within('ppt/')) return 'pptx';
    if (within('xl/')) return 'xlsx';
  }
  if (names.includes('Index/Document.iwa')) return 'pages';
  if (names.includes('AndroidManifest.xml')) return 'apk';
  // The tool that makes these also packs pictures; a program has classes.
  if (at(head, 30, 'META-INF/') && names.some((name) => name.endsWith('.class'))) return 'jar';
  return 'zip';
}

/** From one entry to the next, so that a document inside an archive is not taken for the archive. */
function namesInHead(head: Uint8Array): string[] {
  const names: string[] = [];
  for (let start = 0; at(head, start, 'PK\x03\x04'); ) {
    const data = start + 30 + u16le(head, start + 26) + u16le(head, start + 28);
    names.push(latin1(head, start + 30, start + 30 + u16le(head, start + 26)));
    const streamed = (u16le(head, start + 6) & 8) !== 0;
    start = streamed ? nextEntry(head, data) : data + u32le(head, start + 18);
  }
  return names;
}

function nextEntry(head: Uint8Array, from: number): number {
  for (let i = head.indexOf(0x50, from); i >= 0; i = head.indexOf(0x50, i + 1))
    if (at(head, i, 'PK\x03\x04')) return i;
  return head.length;
}

function isobmff(head: Uint8Array): string | null {
  const first = latin1(head, 4, 8);
  if (['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].includes(first)) {
    return u32be(head, 0) >= 8 || u32be(head, 0) <= 1 ? 'mov' : null;
  }
  if (first !== 'ftyp') return null;
  const end = Math.min(Math.max(u32be(head, 0), 16), 256);
  const brands = [latin1(head, 8, 12)];
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(latin1(head, offset, offset + 4));
  const has = (...names: string[]) => brands.some((brand) => names.includes(brand.trim()));
  if (has('avif', 'avis')) return 'avif';
  if (has('heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1')) return 'heic';
  if (brands[0] === 'qt  ') return 'mov';
  if (brands[0]?.startsWith('M4A') || brands[0]?.startsWith('M4B')) return 'm4a';
  if (brands[0]?.startsWith('3g')) return '3gp';
  return 'mp4';
}

function transport(head: Uint8Array): string | null {
  const packets = [0, 188, 376, 564];
  if (head.length > 564 && packets.every((offset) => head[offset] === 0x47)) return 'mpegts';
  return null;
}

function mpegAudio(head: Uint8Array): string | null {
  if (at(head, 0, 'ID3')) return 'mp3';
  if (head.length < 4 || head[0] !== 0xff) return null;
  const second = head[1]!;
  if ((second & 0xf6) === 0xf0) return 'aac';
  const bitrate = head[2]! >> 4;
  const frame = (second & 0xe0) === 0xe0 && (second & 0x06) !== 0 && (second & 0x18) !== 0x08;
  return frame && bitrate !== 0 && bitrate !== 15 && (head[2]! & 0x0c) !== 0x0c ? 'mp3' : null;
}

/** A binary STL has no signature: its length follows from the number of its triangles. */
function triangles(head: Uint8Array, size: number): string | null {
  if (head.length < 134) return null;
  return size === 84 + 50 * u32le(head, 80) ? 'stl' : null;
}

function textual(head: Uint8Array, size: number): string | null {
  const text = textOf(head, size > head.length);
  if (text === null) return null;
  const start = text
    .replace(/^\uFEFF?\s+/, '')
    .replace(/^\uFEFF/, '')
    .slice(0, 8192);
  const lower = start.toLowerCase();
  if (/<svg[\s>]/.test(lower) && /^(<\?xml|<!doctype svg|<!--|<!doctype|<svg)/.test(lower)) return 'svg';
  // Older drawing programs give every element a prefix.
  if (
    /^(<\?xml|<!--|<[\w-]+:svg)/.test(lower) &&
    /<[\w-]+:svg\s[^>]*http:\/\/www\.w3\.org\/2000\/svg/.test(lower)
  )
    return 'svg';
  if (/^(<!doctype html|<html|<head|<body|<script|<iframe)/.test(lower)) return 'html';
  if (/^<\?xml/.test(lower) && /<html[\s>]/.test(lower)) return 'html';
  if (/^#extm3u|^\[playlist\]/.test(lower)) return 'm3u';
  if (/^\[internetshortcut\]|^\[desktop entry\]/.test(lower)) return 'link';
  if (/^solid /.test(lower) && /facet normal/.test(lower)) return 'stl';
  if (/^\s*\{/.test(lower) && /"asset"\s*:\s*\{[^}]*"version"/.test(lower)) return 'gltf';
  if (/^#!/.test(lower) || /^@echo off/.test(lower)) return 'script';
  return 'text';
}
