/** Owns the pictures of the manifest: whole, cut, and growing beyond what they promise. */
import { joined } from '#app/preflight/bytes.ts';
import { chunk, gif, jpeg, png, pngSignature } from '#app/preflight/corpus/images.ts';
import { deflateSync, gzipSync } from 'node:zlib';
import { text, work, type Case, type File } from './case.ts';

const alone = (name: string, bytes: Uint8Array): File[] => [{ name, bytes }];
const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share));
const svg = (inner: string, head = '') =>
  text(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20">${inner}</svg>`,
  );

/** A header that promises more than anybody can show. */
export function vastPng(width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  return joined([
    pngSignature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(new Uint8Array(100))),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** One grey pixel, in either width of places and either order of bytes. */
export function tiff({ big = false, little = true, strip = 8 } = {}): Uint8Array {
  const out: number[] = [];
  const put = (value: number, size: number) => {
    const bytes = Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255);
    out.push(...(little ? bytes : bytes.reverse()));
  };
  out.push(...text(little ? 'II' : 'MM'));
  put(big ? 43 : 42, 2);
  for (const [value, size] of big
    ? [
        [8, 2],
        [0, 2],
        [16, 8],
      ]
    : [[8, 4]])
    put(value!, size!);
  const tags = [
    [256, 3, 1],
    [257, 3, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, strip],
    [279, 4, 1],
  ] as const;
  put(tags.length, big ? 8 : 2);
  for (const [tag, type, value] of tags) {
    put(tag, 2);
    put(type, 2);
    put(1, big ? 8 : 4);
    put(value, type === 3 ? 2 : 4);
    put(0, (big ? 8 : 4) - (type === 3 ? 2 : 4));
  }
  put(0, big ? 8 : 4);
  return Uint8Array.from(out);
}

const chain = (depth: number, times: number) =>
  `<defs><g id="g0"><rect width="1" height="1"/></g>${Array.from({ length: depth }, (_, i) => `<g id="g${i + 1}">${`<use xlink:href="#g${i}"/>`.repeat(times)}</g>`).join('')}</defs><use href="#g${depth}"/>`;

const honest: Case[] = [
  ...[1, 7, 20, 300].map((size) => work(`png of ${size}`, alone('Sea_main.png', png(size, size)), 'accept')),
  ...[1, 2, 100].map((frames) =>
    work(`gif of ${frames} frames`, alone('Sea_main.gif', gif(frames)), 'accept'),
  ),
  work('jpeg', alone('Sea_main.jpg', jpeg()), 'accept'),
  work('jpeg with the other ending', alone('Sea_main.jpeg', jpeg()), 'accept'),
  ...[false, true].flatMap((big) =>
    [false, true].map((little) =>
      work(
        `${big ? 'BigTIFF' : 'TIFF'}, ${little ? 'Intel' : 'Motorola'}`,
        alone('Sea_main.tif', tiff({ big, little })),
        'accept',
      ),
    ),
  ),
  work('svg', alone('Sea_main.svg', svg('<circle r="4"/>')), 'accept'),
  work(
    'svg with its declaration',
    alone('Sea_main.svg', svg('<circle r="4"/>', '<?xml version="1.0"?>\n')),
    'accept',
  ),
  work(
    'svg of an old editor',
    alone(
      'Sea_main.svg',
      svg(
        '<g/>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      ),
    ),
    'accept',
  ),
  work(
    'svg with a link',
    alone('Sea_main.svg', svg('<a href="https://example.org"><circle r="4"/></a>')),
    'accept',
  ),
  work(
    'svg that says "use" often, once each',
    alone('Sea_main.svg', svg(`<defs><circle id="c" r="1"/></defs>${'<use href="#c"/>'.repeat(400)}`)),
    'accept',
  ),
  work(
    'svg with a prefix for every element',
    alone(
      'Sea_main.svg',
      text(
        '<?xml version="1.0"?>\n<s:svg xmlns:s="http://www.w3.org/2000/svg" width="9" height="9"><s:g/></s:svg>',
      ),
    ),
    'accept',
  ),
  work(
    'svg with its picture, its font and its colours inside',
    alone(
      'Sea_main.svg',
      svg(
        '<style>@font-face{font-family:a;src:url(data:font/woff2;base64,AAAA)}</style><linearGradient id="b" xlink:href="#a"/><image xlink:href="data:image/png;base64,AAAA"/><rect style="fill:url(&quot;#b&quot;)"/>',
      ),
    ),
    'accept',
  ),
  work(
    'svg packed by gzip',
    alone('Sea_main.svgz', new Uint8Array(gzipSync(svg('<circle r="4"/>')))),
    'accept-with-warning',
    'type.no-preview',
  ),
  work('svg with three steps of ten', alone('Sea_main.svg', svg(chain(3, 10))), 'accept'),
  work(
    'svg that uses itself in a circle',
    alone('Sea_main.svg', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')),
    'accept',
  ),
  work(
    'svg with words about scripts',
    alone('Sea_main.svg', svg('<text>a script about onclick</text>')),
    'accept',
  ),
];

const hostile: Case[] = [
  ...[0.1, 0.5, 0.9].map((share) =>
    work(`png cut at ${share}`, alone('Sea_main.png', cut(png(60, 60), share)), 'reject', 'image.corrupt'),
  ),
  ...[0.4, 0.8].map((share) =>
    work(`jpeg cut at ${share}`, alone('Sea_main.jpg', cut(jpeg(), share)), 'reject', 'image.corrupt'),
  ),
  work(
    'TIFF whose picture lies beyond its end',
    alone('Sea_main.tif', tiff({ strip: 9_000 })),
    'reject',
    'image.corrupt',
  ),
  work(
    'BigTIFF whose picture lies beyond its end',
    alone('Sea_main.tif', tiff({ big: true, strip: 9_000 })),
    'reject',
    'image.corrupt',
  ),
  work('png of fewer rows than it says', alone('Sea_main.png', png(60, 60, 20)), 'reject', 'image.corrupt'),
  work(
    'png of 900 megapixels',
    alone('Sea_main.png', vastPng(30_000, 30_000)),
    'reject',
    'image.too-many-pixels',
  ),
  work('gif of 140 frames', alone('Sea_main.gif', gif(140)), 'accept-with-warning', 'image.too-many-frames'),
  work(
    'png with a tail',
    alone('Sea_main.png', joined([png(9, 9), text('more')])),
    'accept-with-warning',
    'image.trailing-bytes',
  ),
  work('jpeg called png', alone('Sea_main.png', jpeg()), 'accept-with-warning', 'type.extension'),
  work('png called jpg', alone('Sea_main.jpg', png(9, 9)), 'accept-with-warning', 'type.extension'),
  work(
    'a page called png',
    alone('Sea_main.png', text('<!DOCTYPE html><html><script>1</script></html>')),
    'reject',
    'type.mismatch',
  ),
  work(
    'nonsense called png',
    alone(
      'Sea_main.png',
      Uint8Array.from({ length: 300 }, (_, i) => (i * 73) & 255),
    ),
    'reject',
    'type.corrupt',
  ),
  work('nothing called png', alone('Sea_main.png', text('')), 'reject', 'file.empty'),
  ...[
    '<script>alert(1)</script>',
    '<circle onclick="x()" r="1"/>',
    '<a href="javascript:x()"><circle r="1"/></a>',
    '<a href="&#106;avascript:x()"><circle r="1"/></a>',
    '<foreignObject><p/></foreignObject>',
    '<set onbegin="x()"/>',
    '<set attributeName="onclick" to="x()"/>',
    '<a href="jav&#x09;ascript:x()"><circle r="1"/></a>',
    '<a href="data:text/html,x"><circle r="1"/></a>',
    '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
  ].map((inner) =>
    work(
      `svg that runs: ${inner}`,
      alone('Sea_main.svg', svg(inner)),
      'accept-with-warning',
      'type.active-content',
    ),
  ),
  ...[
    '<image href="https://example.org/a.png"/>',
    '<image xlink:href="//example.org/a.png"/>',
    '<style>@import "https://example.org/a.css";</style>',
    '<rect fill="url(https://example.org/a#b)"/>',
    '<use href="other.svg#a"/>',
    '<image width="4" xlink:href="linked.png"/>',
    '<style>@im\\70ort "//example.org/a.css";</style>',
  ].map((inner) =>
    work(
      `svg that loads: ${inner}`,
      alone('Sea_main.svg', svg(inner)),
      'accept-with-warning',
      'type.external-reference',
    ),
  ),
  work(
    'svg with entities',
    alone('Sea_main.svg', svg('&a;', '<!DOCTYPE svg [<!ENTITY a "b">]>')),
    'reject',
    'type.xml-entity',
  ),
  work(
    'svg with a style sheet that makes pages of it',
    alone('Sea_main.svg', svg('<circle r="4"/>', '<?xml-stylesheet href="#s" type="text/xsl"?>')),
    'accept-with-warning',
    'type.active-content',
  ),
  work(
    'svg with groups in groups without end',
    alone('Sea_main.svg', svg('<g>'.repeat(50_000) + '</g>'.repeat(50_000))),
    'reject',
    'image.bomb',
  ),
  work(
    'svg with a prefix that runs',
    alone(
      'Sea_main.svg',
      text('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>x()</s:script></s:svg>'),
    ),
    'accept-with-warning',
    'type.active-content',
  ),
  work('svg with ten steps of ten', alone('Sea_main.svg', svg(chain(10, 10))), 'reject', 'image.bomb'),
  work('svg with thirty steps of two', alone('Sea_main.svg', svg(chain(30, 2))), 'reject', 'image.bomb'),
  work(
    'svg with steps in links and plain groups',
    alone(
      'Sea_main.svg',
      svg(chain(9, 9).replaceAll('<g id', '<svg><a id').replaceAll('</g>', '</a></svg>')),
    ),
    'reject',
    'image.bomb',
  ),
  work('svg cut short', alone('Sea_main.svg', cut(svg('<circle r="4"/>'), 0.9)), 'reject', 'image.corrupt'),
];

export const images: Case[] = [...honest, ...hostile];
