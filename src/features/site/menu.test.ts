import * as v from 'valibot';
import { expect, test } from 'vitest';
import { aboutSchema } from '#app/features/editions/settings.ts';
import { menuAsWished, type Entry } from './menu.ts';

const usual: Entry[] = [
  ['dates', 'Dates'],
  ['calls/papers', 'Call for Papers'],
  ['calls/works', 'Call for Works'],
  ['people', 'People'],
  ['contact', 'Contact'],
];
const wish = (key: string, label = '', hidden = false) => ({ key, label, hidden });

test('a menu that nobody ordered is as usual', () => {
  expect([menuAsWished(usual), menuAsWished(usual, [])]).toEqual([usual, usual]);
});

test('what organizers list comes first in their words and order, what they hide is gone, the rest follows', () => {
  expect(menuAsWished(usual, [wish('people', 'Who comes'), wish('calls'), wish('dates', '', true)])).toEqual([
    ['people', 'Who comes'],
    ['calls/papers', 'Call for Papers'],
    ['calls/works', 'Call for Works'],
    ['contact', 'Contact'],
  ]);
});

test('one call can be renamed, moved or hidden alone, and the others stay together', () => {
  expect(menuAsWished(usual, [wish('calls/works', 'Send art'), wish('people'), wish('calls')])).toEqual([
    ['calls/works', 'Send art'],
    ['people', 'People'],
    ['calls/papers', 'Call for Papers'],
    ['dates', 'Dates'],
    ['contact', 'Contact'],
  ]);
  expect(
    menuAsWished(usual, [wish('calls/papers', '', true), wish('calls')]).map(([place]) => place),
  ).toEqual(['calls/works', 'dates', 'people', 'contact']);
});

test('a listed page that vanished is passed over, and a new page stands at the end', () => {
  expect(menuAsWished([...usual, ['venue', 'Venue']], [wish('travel', 'Travel'), wish('contact')])).toEqual([
    ['contact', 'Contact'],
    ['dates', 'Dates'],
    ['calls/papers', 'Call for Papers'],
    ['calls/works', 'Call for Works'],
    ['people', 'People'],
    ['venue', 'Venue'],
  ]);
});

test('faces and menu that are as usual are not written down, so that nothing waits to be published for them', () => {
  const about = {
    slug: '2024',
    name: 'Small',
    zone: 'UTC',
    days: ['2024-12-14'],
    contactEmail: 'us@example.org',
  };
  const read = (more: object) => {
    const { faces, menu } = v.parse(aboutSchema, { ...about, ...more });
    return { faces, menu };
  };
  expect(read({ faces: { heading: 'newsreader' }, menu: [] })).toEqual({ faces: undefined, menu: undefined });
  expect(read({ faces: { heading: 'sans' }, menu: [{ key: 'calls' }] })).toEqual({
    faces: { heading: 'sans', text: 'source-sans' },
    menu: [{ key: 'calls', label: '', hidden: false }],
  });
  expect(v.safeParse(aboutSchema, { ...about, menu: [{ key: 'a' }, { key: 'a' }] }).success).toEqual(false);
});
