import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedFilm,
  inventedPaper,
  inventedRecords,
  inventedTombstone,
  inventedWeb,
} from '../../../../tests/public-records.ts';
import { headerFinder, headersFile, nginxInclude, settled, type HeaderRule } from './headers.ts';
import { mediaHeaders } from './media-headers.ts';

const rules = inventedRecords.flatMap((record) => mediaHeaders(record, invented));
const headersFor = headerFinder(rules);
const reserved = {
  'Content-Usage': 'train-ai=n, search=y',
  'tdm-reservation': '1',
  'X-Robots-Tag': 'noai, noimageai',
  'tdm-policy': 'https://salon.example/policies/tdm.json',
};

describe('the headers of what is published', () => {
  it('say on each file what its creator wants, and keep it from being taken for something else', () => {
    expect(headersFor('/2024/works/four-minutes/main.mp4')).toEqual({
      ...reserved,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-site',
    });
  });

  it('lead from a paper to its page, and let tiles be opened elsewhere', () => {
    const tile = {
      use: 'info' as const,
      name: 'main/info.json',
      sha256: '',
      bytes: 1,
      mime: 'application/json',
      width: null,
      height: null,
    };
    const tiled = { ...inventedFilm, files: [{ ...inventedFilm.files[0]!, renditions: [tile] }] };
    const below = mediaHeaders(tiled, invented).find(({ path }) => path.endsWith('/*'))!.headers;
    expect([
      headersFor('/2024/papers/wit-costs-40.pdf').Link,
      headersFor('/2024/papers/wit-costs-40').Link?.includes('rel="cite-as"'),
      below['Cross-Origin-Resource-Policy'],
      below['Access-Control-Allow-Origin'],
    ]).toEqual([
      '<https://salon.example/2024/papers/wit-costs-40>; rel="collection"; type="text/html"',
      true,
      'cross-origin',
      '*',
    ]);
  });

  it('of what was taken down tell only where it is described', () => {
    expect(
      mediaHeaders(inventedTombstone, invented).map(({ path, headers }) => [path, Object.keys(headers)]),
    ).toEqual([
      ['/2024/works/gone', ['Link']],
      ['/2024/works/gone.html', ['Link']],
    ]);
  });

  it('are the same on every host of files: what is written can be read back from both', () => {
    const paths = [
      ...rules.map(({ path }) => path.replace('/*', '/x/y.jpg')),
      '/2024/works/press-here/piece/deep/in/a.js',
      '/2024/works/press-here.html',
      '/elsewhere',
    ];
    const fromFile = readHeadersFile(headersFile(rules));
    const fromNginx = readNginx(nginxInclude(rules));
    expect(fromFile).toEqual(settled(rules));
    for (const path of paths)
      expect([path, answerOfNginx(path, fromNginx)]).toEqual([path, headerFinder(fromFile)(path)]);
  });

  it('refuse to contradict themselves or to be broken out of', () => {
    const page = { path: '/a/b', headers: { Link: '<x>' } };
    const attempts: HeaderRule[][] = [
      [page, { path: '/a/*', headers: { link: '<y>' } }],
      [{ path: '/a', headers: { Link: 'x\r\nSet-Cookie: y' } }],
      [{ path: '/a', headers: { Link: 'x$host' } }],
    ];
    const said = attempts.map((rules) => {
      try {
        return headersFile(rules);
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(said).toEqual([
      '/a/b and /a/* both set link',
      'This cannot be a header rule: "x\\r\\nSet-Cookie: y"',
      'This cannot be a header rule: "x$host"',
    ]);
  });

  it('hold a link that other hosts still accept', () => {
    const longest = Math.max(
      ...headersFile(mediaHeaders(inventedPaper, invented).concat(mediaHeaders(inventedWeb, invented)))
        .split('\n')
        .map((line) => line.length),
    );
    expect(longest < 2_000).toBe(true);
  });
});

function readHeadersFile(text: string): HeaderRule[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [path, ...lines] = block.split('\n');
      const headers = Object.fromEntries(
        lines.map((line) => /^ {2}([\w-]+): (.*)$/.exec(line)!.slice(1, 3) as [string, string]),
      );
      return { path: path!, headers };
    });
}

interface Location {
  exact: boolean;
  path: string;
  headers: Record<string, string>;
}

const readNginx = (text: string): Location[] =>
  [...text.matchAll(/^location (=|\^~) ("(?:[^"\\]|\\.)*") \{\n((?: {2}.*\n)*)\}$/gm)].map((found) => ({
    exact: found[1] === '=',
    path: unquoted(found[2]!),
    headers: Object.fromEntries(
      [...found[3]!.matchAll(/^ {2}add_header ([\w-]+) ("(?:[^"\\]|\\.)*") always;$/gm)].map((line) => [
        line[1]!,
        unquoted(line[2]!),
      ]),
    ),
  }));

const unquoted = (text: string) => text.slice(1, -1).replace(/\\(.)/g, '$1');

/** One location answers: the exact one, or the longest beginning. */
function answerOfNginx(path: string, locations: Location[]): Record<string, string> {
  const exact = locations.find((one) => one.exact && one.path === path);
  const beginnings = locations.filter((one) => !one.exact && path.startsWith(one.path));
  return (exact ?? beginnings.sort((a, b) => b.path.length - a.path.length)[0])?.headers ?? {};
}
