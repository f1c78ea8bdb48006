import { expect, test } from 'vitest';
import { mailAddress } from './mail-address.ts';

test('an address has one spelling', () => {
  expect(mailAddress(' Ada.Lovelace+salon@Example.ORG ')).toBe('ada.lovelace+salon@example.org');
  expect(mailAddress('ada@münchen.example')).toBe('ada@xn--mnchen-3ya.example');
  expect(mailAddress("o'hara@mail.example.org")).toBe("o'hara@mail.example.org");
});

test('what could mean two things is no address', () => {
  for (const text of [
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@@example.org',
    'a@b@example.org',
    '"ada"@example.org',
    '"ada@evil.example"@example.org',
    'ada..l@example.org',
    '.ada@example.org',
    'ada@example..org',
    'ada@-example.org',
    'ada@example.org, eve@example.org',
    'ada@example.org;eve@example.org',
    'Ada <ada@example.org>',
    'ada@example.org\r\nBcc: eve@example.org',
    'ada\u0000@example.org',
    'ada@exa mple.org',
    'ada@example.org/../x',
    'ada@example.org:25',
    'ada@user%40example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'abcdefgh.'.repeat(30)}org`,
  ])
    expect([text, mailAddress(text)]).toEqual([text, null]);
});
