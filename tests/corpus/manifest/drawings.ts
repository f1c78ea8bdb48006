/** Owns the SVG drawings of the manifest: as programs write them, and with what runs, loads or grows. */
import { gzipSync } from 'node:zlib';
import { text, work, type Case } from './case.ts';
import { alone, cut } from './images.ts';

const svg = (inner: string, head = '') =>
  text(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="20">${inner}</svg>`,
  );

const chain = (depth: number, times: number) =>
  `<defs><g id="g0"><rect width="1" height="1"/></g>${Array.from({ length: depth }, (_, i) => `<g id="g${i + 1}">${`<use xlink:href="#g${i}"/>`.repeat(times)}</g>`).join('')}</defs><use href="#g${depth}"/>`;

export const drawings: Case[] = [
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
