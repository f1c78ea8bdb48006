import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accentOf, contrast, grounds, themeCss } from './accent.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const token = (name: string) => {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  if (!found) throw new Error(`tokens.css has no --${name} for day and night`);
  return { day: found[1]!, night: found[2]! };
};

test('whatever colour an edition chooses, it reads on paper by day and by night', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const { day, night, onDay, onNight } = accentOf(chosen);
      const ratios = [
        ...grounds.day.map((g) => contrast(day, g)),
        ...grounds.night.map((g) => contrast(night, g)),
        contrast(onDay, day),
        contrast(onNight, night),
      ];
      expect(ratios.filter((r) => r < 4.5)).toEqual([]);
    }),
  );
});

test('a colour that already reads is left as the edition chose it', () => {
  expect(accentOf('#9a3412')).toEqual({
    day: '#9a3412',
    night: '#ec7d59',
    onDay: '#ffffff',
    onNight: '#131416',
  });
});

test('the theme of an edition is one rule, the same bytes each time', () => {
  expect(themeCss('#9A3412')).toEqual(
    ':root:root{--accent:light-dark(#9a3412,#ec7d59);--on-accent:light-dark(#ffffff,#131416)}\n',
  );
});

test('the grounds the accent is measured on are those of the page', () => {
  expect([token('paper'), token('inset')]).toEqual([
    { day: grounds.day[0], night: grounds.night[0] },
    { day: grounds.day[1], night: grounds.night[1] },
  ]);
});

test('every colour of words and controls reads on both grounds, day and night', () => {
  const weak = ['ink', 'muted', 'edge', 'accent', 'positive', 'caution', 'danger'].flatMap((name) =>
    (['day', 'night'] as const).flatMap((when) =>
      grounds[when]
        .map((ground) => ({ name, when, ground, ratio: contrast(token(name)[when], ground) }))
        .filter(({ ratio }) => ratio < 4.5),
    ),
  );
  expect(weak).toEqual([]);
});
