import { expect, test } from 'vitest';
import { localPath, orcidFrom } from './person.ts';

test('one goes on only to a page of this Salon', () => {
  expect(localPath('/my/submissions/abc?step=2#files')).toBe('/my/submissions/abc?step=2#files');
  expect(localPath('/a/../account')).toBe('/account');
  for (const text of [
    null,
    '',
    'my',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    '/a\\..\\..\\evil',
    '/.//evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '\n//evil.example',
    ' /my',
    'javascript:alert(1)',
    `/${'a'.repeat(600)}`,
  ])
    expect([text, localPath(text)]).toEqual([text, '/my']);
});

test('an ORCID iD is taken however it is written, and only when its checksum holds', () => {
  expect(orcidFrom('0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
  expect(orcidFrom(' https://orcid.org/0000-0002-1694-233x ')).toBe('0000-0002-1694-233X');
  expect(orcidFrom('0000000218250097')).toBe('0000-0002-1825-0097');
  for (const text of [
    '',
    '0000-0002-1825-0098',
    '0000-0002-1825-009',
    'https://evil.example/0000-0002-1825-0097',
  ])
    expect([text, orcidFrom(text)]).toEqual([text, null]);
});
