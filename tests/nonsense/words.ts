/** The nonsense, as a fixed list: every run sends the same. */
import type { Pairs } from './fields.ts';

/** One at a time in each field, everything else as the page would send it. */
export const oddWords: Record<string, string> = {
  nothing: '',
  'a NUL': 'before\0after',
  'half a character': 'before\ud800after',
  'marks that turn text around': '\u202e\u2066\u200f\ufeff right to left',
  'a number without end': '1e308',
  'a negative number': '-1',
  'no number': 'NaN',
  'a number too large for any column': '99999999999999999999999999',
  'a date that is none': '2024-13-45T99:99',
  'a date before all calendars': '-999999-01-01T00:00:00Z',
  'a date after all calendars': '275761-01-01',
  'an inherited name': '__proto__',
  'a path': '../../../../etc/passwd',
  'a quotation': `'"; drop table person; -- \${7*7} {{7*7}} %s %n`,
  'a list in brackets': '[[[[]]]]',
};

/** In one field of the form, with and without the others. */
export const huge = 'ab é '.repeat(200_000);
export const long = 'ab é '.repeat(15_000);

/** Ids and other parts of an address. Written raw: not all of them can be decoded. */
export const oddParts = [
  '%00',
  '%ff%fe',
  '%',
  '%zz',
  '%ED%A0%80',
  '..',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%5c..%5c',
  '-1',
  '1e308',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  "'%22%3B--",
  '%F0%9F%A6%86',
  '%E2%80%AE',
  'a'.repeat(3000),
  '0'.repeat(24),
  '000000000000000000000000%00',
];

/** Values in a query, raw as well. */
export const oddQueries = [
  '',
  ...oddParts.map((part) => part.slice(0, 300)),
  'a&%00=%00',
  '[]',
  '[][][]=1',
  '%2B%2B',
  '275761-01-01',
];

/** Bodies that are no form, or half of one. */
export function brokenBodies(pairs: Pairs): { what: string; type: string | null; body: string | Buffer }[] {
  const [name = 'name'] = pairs[0] ?? [];
  const part = (text: string) => `content-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  return [
    { what: 'an empty form', type: form, body: '' },
    { what: 'nothing at all', type: null, body: '' },
    { what: 'text', type: 'text/plain', body: `${name}=1` },
    { what: 'JSON', type: 'application/json', body: '{"a":[1]}' },
    { what: 'JSON too deep', type: 'application/json', body: deep },
    { what: 'JSON cut short', type: 'application/json', body: '{"a":' },
    { what: 'a type that is none', type: ';;;=', body: 'a' },
    { what: 'a form that does not decode', type: form, body: `${name}=%zz%ff%00&%=%&&&==&${name}` },
    {
      what: 'bytes as a form',
      type: form,
      body: Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x3d, 0xed, 0xa0]),
    },
    {
      what: 'inherited names',
      type: form,
      body: '__proto__=1&constructor=2&toString=3&__proto__[a]=4&a.__proto__.b=5',
    },
    { what: 'multipart without a boundary', type: 'multipart/form-data', body: part('a') },
    { what: 'multipart with an empty boundary', type: 'multipart/form-data; boundary=', body: part('a') },
    { what: 'multipart cut in a boundary', type: multipart, body: `--salon\r\n${part('a')}--sal` },
    { what: 'multipart cut in a head', type: multipart, body: '--salon\r\ncontent-dispo' },
    { what: 'multipart that never ends', type: multipart, body: `--salon\r\n${part('a')}` },
    { what: 'multipart with nothing', type: multipart, body: '' },
    {
      what: 'a part without a name',
      type: multipart,
      body: '--salon\r\ncontent-disposition: form-data\r\n\r\na\r\n--salon--\r\n',
    },
    {
      what: 'a part with a huge head',
      type: multipart,
      body: `--salon\r\nx: ${'a'.repeat(100_000)}\r\n${part('a')}--salon--\r\n`,
    },
  ];
}

/** Every field as a file, as if `enctype` and `type="file"` had been swapped. */
export function asFiles(pairs: Pairs): { type: string; body: string } {
  const parts = pairs.map(
    ([name]) =>
      `--salon\r\ncontent-disposition: form-data; name="${name}"; filename="..\\..\0/\u202e.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-\0\r\n`,
  );
  return { type: multipart, body: `${parts.join('')}--salon--\r\n` };
}

export const form = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=salon';

/** Unlike URLSearchParams this keeps what it is given: half characters go out as the bytes they would be. */
export const encoded = (pairs: Pairs) =>
  pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');

const escaped = (value: string) =>
  value.isWellFormed()
    ? encodeURIComponent(value)
    : encodeURIComponent(value.toWellFormed()).replaceAll('%EF%BF%BD', '%ED%A0%80');
