import { expect, test } from 'vitest';
import { readSettings } from './settings.server.ts';
import { invalid } from './refusal.ts';

const url = 'https://workshop.example.org';

test('what strangers hand in is never served from the host of the pages, whatever the port', () => {
  const here = { SALON_URL: url, SALON_USERCONTENT_URL: 'https://workshop.example.org:8443' };
  expect(() => readSettings(here)).toThrow(
    invalid(
      'SALON_USERCONTENT_URL is "https://workshop.example.org:8443"; it must name another host than SALON_URL.',
    ),
  );
  const dotted = { SALON_URL: url, SALON_USERCONTENT_URL: 'https://workshop.example.org.' };
  expect(() => readSettings(dotted)).toThrow('it must name another host than SALON_URL.');
  const there = { SALON_URL: url, SALON_USERCONTENT_URL: 'https://works.example.net/' };
  expect(readSettings(there).userContentUrl).toEqual('https://works.example.net');
});

test('a port or an address that makes no sense is refused in a sentence that names it', () => {
  expect(() => readSettings({ PORT: 'eighty' })).toThrow(
    invalid('PORT is "eighty"; give a whole number up to 65535.'),
  );
  expect(() => readSettings({ SALON_URL: 'workshop' })).toThrow(
    invalid('SALON_URL is "workshop"; give a full address such as https://workshop.example.org.'),
  );
});
