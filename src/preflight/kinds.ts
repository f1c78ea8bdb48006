/** Owns the kinds of file the checker can name: their family, media type, endings, and words for people. */

export type Family =
  | 'image'
  | 'video'
  | 'audio'
  | 'pdf'
  | 'text'
  | 'web'
  | 'document'
  | 'archive'
  | 'program'
  | 'model'
  | 'other';

export type Kind = {
  id: string;
  family: Family;
  mime: string;
  /** With its article, for a sentence: "a PNG picture". */
  label: string;
  extensions: string[];
  /** Whether jurors can see it in a browser. */
  preview: boolean;
};

const table: [id: string, family: Family, mime: string, label: string, extensions: string, preview?: 1][] = [
  ['png', 'image', 'image/png', 'a PNG picture', 'png apng', 1],
  ['jpeg', 'image', 'image/jpeg', 'a JPEG picture', 'jpg jpeg jpe jfif', 1],
  ['gif', 'image', 'image/gif', 'a GIF picture', 'gif', 1],
  ['webp', 'image', 'image/webp', 'a WebP picture', 'webp', 1],
  ['avif', 'image', 'image/avif', 'an AVIF picture', 'avif', 1],
  ['bmp', 'image', 'image/bmp', 'a BMP picture', 'bmp dib', 1],
  ['ico', 'image', 'image/x-icon', 'an icon', 'ico', 1],
  ['heic', 'image', 'image/heic', 'a HEIC picture', 'heic heif', 1],
  ['tiff', 'image', 'image/tiff', 'a TIFF picture', 'tif tiff', 1],
  ['svg', 'image', 'image/svg+xml', 'an SVG drawing', 'svg', 1],
  ['jxl', 'image', 'image/jxl', 'a JPEG XL picture', 'jxl'],
  ['jp2', 'image', 'image/jp2', 'a JPEG 2000 picture', 'jp2 j2k jpx'],
  ['psd', 'image', 'image/vnd.adobe.photoshop', 'a Photoshop file', 'psd psb'],
  ['exr', 'image', 'image/x-exr', 'an OpenEXR picture', 'exr'],
  ['hdr', 'image', 'image/vnd.radiance', 'an HDR picture', 'hdr'],
  ['mp4', 'video', 'video/mp4', 'an MP4 video', 'mp4 m4v', 1],
  ['mov', 'video', 'video/quicktime', 'a QuickTime video', 'mov qt', 1],
  ['webm', 'video', 'video/webm', 'a WebM video', 'webm', 1],
  ['mkv', 'video', 'video/x-matroska', 'a Matroska video', 'mkv mka', 1],
  ['avi', 'video', 'video/x-msvideo', 'an AVI video', 'avi'],
  ['mpeg', 'video', 'video/mpeg', 'an MPEG video', 'mpg mpeg vob m2v'],
  ['mpegts', 'video', 'video/mp2t', 'an MPEG transport stream', 'ts m2ts mts'],
  ['flv', 'video', 'video/x-flv', 'a Flash video', 'flv'],
  ['wmv', 'video', 'video/x-ms-wmv', 'a Windows Media file', 'wmv asf wma'],
  ['3gp', 'video', 'video/3gpp', 'a 3GP video', '3gp 3g2'],
  ['ogg', 'audio', 'audio/ogg', 'an Ogg file', 'ogg oga opus ogv spx', 1],
  ['mp3', 'audio', 'audio/mpeg', 'an MP3 recording', 'mp3', 1],
  ['m4a', 'audio', 'audio/mp4', 'an M4A recording', 'm4a m4b mp4', 1],
  ['aac', 'audio', 'audio/aac', 'an AAC recording', 'aac', 1],
  ['wav', 'audio', 'audio/wav', 'a WAV recording', 'wav wave', 1],
  ['flac', 'audio', 'audio/flac', 'a FLAC recording', 'flac', 1],
  ['aiff', 'audio', 'audio/aiff', 'an AIFF recording', 'aif aiff aifc'],
  ['midi', 'audio', 'audio/midi', 'a MIDI file', 'mid midi'],
  ['pdf', 'pdf', 'application/pdf', 'a PDF', 'pdf ai', 1],
  ['m3u', 'text', 'application/vnd.apple.mpegurl', 'a playlist', 'm3u m3u8 pls'],
  ['text', 'text', 'text/plain', 'plain text', 'txt text log nfo srt vtt ass', 1],
  ['markdown', 'text', 'text/markdown', 'plain text', 'md markdown', 1],
  [
    'code',
    'text',
    'text/plain',
    'program text',
    'py js mjs ts css c h cpp cc rs go java rb lua pde ck scd csd tidal maxpat sh r jl hs glsl frag vert wgsl tex bib cls sty ipynb ino',
    1,
  ],
  [
    'data',
    'text',
    'text/plain',
    'a data file',
    'json csv tsv yaml yml toml ini xml abc ly musicxml tei fountain gpx kml geojson mtl dae',
    1,
  ],
  ['link', 'text', 'text/plain', 'a link', 'url webloc desktop'],
  ['rtf', 'document', 'application/rtf', 'an RTF document', 'rtf'],
  ['html', 'web', 'text/html', 'a web page', 'html htm xhtml'],
  [
    'docx',
    'document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'a Word document',
    'docx docm',
  ],
  [
    'pptx',
    'document',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'a PowerPoint file',
    'pptx ppsx pptm',
  ],
  [
    'xlsx',
    'document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'an Excel file',
    'xlsx xlsm',
  ],
  ['odt', 'document', 'application/vnd.oasis.opendocument.text', 'an OpenDocument text', 'odt'],
  [
    'odp',
    'document',
    'application/vnd.oasis.opendocument.presentation',
    'an OpenDocument file',
    'odp ods odg',
  ],
  ['epub', 'document', 'application/epub+zip', 'an EPUB book', 'epub'],
  ['pages', 'document', 'application/vnd.apple.pages', 'an Apple Pages document', 'pages key numbers'],
  ['ole', 'document', 'application/x-ole-storage', 'an old Office file', 'doc ppt xls msg'],
  ['ps', 'document', 'application/postscript', 'a PostScript file', 'ps eps'],
  ['zip', 'archive', 'application/zip', 'a .zip archive', 'zip'],
  ['rar', 'archive', 'application/vnd.rar', 'a RAR archive', 'rar'],
  ['7z', 'archive', 'application/x-7z-compressed', 'a 7z archive', '7z'],
  ['gzip', 'archive', 'application/gzip', 'a gzip archive', 'gz tgz'],
  ['bzip2', 'archive', 'application/x-bzip2', 'a bzip2 archive', 'bz2'],
  ['xz', 'archive', 'application/x-xz', 'an xz archive', 'xz'],
  ['zstd', 'archive', 'application/zstd', 'a zstd archive', 'zst'],
  ['tar', 'archive', 'application/x-tar', 'a tar archive', 'tar'],
  ['dmg', 'program', 'application/x-apple-diskimage', 'a disk image', 'dmg iso img'],
  [
    'exe',
    'program',
    'application/vnd.microsoft.portable-executable',
    'a Windows program',
    'exe dll scr com msi',
  ],
  ['elf', 'program', 'application/x-elf', 'a Linux program', 'so bin run x86_64 appimage elf'],
  ['macho', 'program', 'application/x-mach-binary', 'a macOS program', 'dylib bundle'],
  ['wasm', 'program', 'application/wasm', 'a WebAssembly program', 'wasm'],
  ['jar', 'program', 'application/java-archive', 'a Java program', 'jar war'],
  ['apk', 'program', 'application/vnd.android.package-archive', 'an Android app', 'apk'],
  ['script', 'program', 'text/x-shellscript', 'a script', 'bat cmd ps1 vbs command sh'],
  ['shortcut', 'program', 'application/x-ms-shortcut', 'a Windows shortcut', 'lnk'],
  ['swf', 'program', 'application/x-shockwave-flash', 'a Flash file', 'swf'],
  ['glb', 'model', 'model/gltf-binary', 'a 3D model', 'glb', 1],
  ['gltf', 'model', 'model/gltf+json', 'a 3D model', 'gltf'],
  ['stl', 'model', 'model/stl', 'a 3D model', 'stl'],
  ['obj', 'model', 'model/obj', 'a 3D model', 'obj'],
  ['ply', 'model', 'application/octet-stream', 'a 3D model', 'ply'],
  ['blend', 'model', 'application/x-blender', 'a Blender file', 'blend'],
  ['fbx', 'model', 'application/octet-stream', 'a 3D model', 'fbx usdz usd'],
  [
    'project',
    'other',
    'application/octet-stream',
    'a project file',
    'unitypackage als alp mscz mxl sketch 3mf procreate kra ora xd sb3 ggb fcstd logicx band flp rpp aup3 amxd love rbxl pck c4d mb toe hip indd afdesign afphoto afpub clip sai csp xcf mdp svgz',
  ],
  ['font', 'other', 'font/sfnt', 'a font', 'ttf otf woff woff2 ttc'],
  ['sqlite', 'other', 'application/vnd.sqlite3', 'a database', 'sqlite db'],
  ['unknown', 'other', 'application/octet-stream', 'data of a kind we do not know', ''],
];

const kinds = new Map<string, Kind>();
const byExtension = new Map<string, Kind>();
for (const [id, family, mime, label, endings, preview] of table) {
  const extensions = endings === '' ? [] : endings.split(' ');
  const kind = { id, family, mime, label, extensions, preview: preview === 1 };
  kinds.set(id, kind);
  for (const extension of extensions) if (!byExtension.has(extension)) byExtension.set(extension, kind);
}

/** Never fails: an id that nobody knows is `unknown`. */
export function kindNamed(id: string): Kind {
  return kinds.get(id) ?? kinds.get('unknown')!;
}

/** The kind that an ending promises, if it promises one; `extension` in any case, without its dot. */
export function kindOfExtension(extension: string): Kind | null {
  return byExtension.get(extension.toLowerCase()) ?? null;
}
