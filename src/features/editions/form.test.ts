import { describe, expect, it } from 'vitest';
import { actOn, readForm, shortName, type FormField } from './form.ts';

const fields: FormField[] = [
  {
    kind: 'list',
    name: 'items',
    label: 'Places',
    item: 'place',
    fields: [
      { kind: 'key', name: 'key', from: 'name' },
      { kind: 'line', name: 'name', label: 'Name' },
      { kind: 'number', name: 'minutes', label: 'Minutes' },
      {
        kind: 'list',
        name: 'rooms',
        label: 'Rooms',
        item: 'room',
        fields: [
          { kind: 'key', name: 'key', from: 'name' },
          { kind: 'line', name: 'name', label: 'Name' },
        ],
      },
    ],
  },
  {
    kind: 'group',
    name: 'opens',
    label: 'Opens',
    mark: ['date'],
    fields: [
      { kind: 'day', name: 'date', label: 'Day' },
      { kind: 'pick', name: 'zone', label: 'Zone', options: [] },
    ],
  },
];

const posted: [string, string][] = [
  ['items.0.key', 'hall'],
  ['items.0.name', 'The Hall'],
  ['items.0.minutes', 'six or so'],
  ['items.0.rooms.0.key', ''],
  ['items.0.rooms.0.name', 'غرفة'],
  ['items.2.key', ''],
  ['items.2.name', 'The Hall'],
  ['items.2.minutes', '7'],
  ['opens.date', ''],
  ['opens.zone', 'AoE'],
];

describe('a form over settings', () => {
  it('reads lists within lists, keeps what is no number as typed, and gives new things a name of their own', () => {
    expect(readForm(fields, posted)).toEqual({
      items: [
        { key: 'hall', name: 'The Hall', minutes: 'six or so', rooms: [{ key: 'item-1', name: 'غرفة' }] },
        { key: 'the-hall', name: 'The Hall', minutes: 7, rooms: [] },
      ],
    });
  });

  it('adds, removes and moves by one button each, losing nothing else', () => {
    const value = readForm(fields, posted);
    const names = (act: string) =>
      (actOn(value, act).items as { name?: string; rooms?: unknown[] }[]).map(({ name, rooms }) => [
        name,
        rooms?.length,
      ]);
    expect([
      names('add:items'),
      names('add:items.1.rooms'),
      names('remove:items.0'),
      names('down:items.0'),
      names('up:items.0'),
      names('add:nowhere.5.rooms'),
      names('add:__proto__.polluted'),
    ]).toEqual([
      [
        ['The Hall', 1],
        ['The Hall', 0],
        [undefined, undefined],
      ],
      [
        ['The Hall', 1],
        ['The Hall', 1],
      ],
      [['The Hall', 0]],
      [
        ['The Hall', 0],
        ['The Hall', 1],
      ],
      [
        ['The Hall', 1],
        ['The Hall', 0],
      ],
      [
        ['The Hall', 1],
        ['The Hall', 0],
      ],
      [
        ['The Hall', 1],
        ['The Hall', 0],
      ],
    ]);
    expect('polluted' in {}).toEqual(false);
  });

  it('makes short names from any script it can', () => {
    expect(['Der große Saal', '  Ž & Ø!  ', '大厅'].map(shortName)).toEqual(['der-grosse-saal', 'z-o', '']);
  });
});
