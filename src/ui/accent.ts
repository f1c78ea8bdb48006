/**
 * An edition's one colour, made readable. Owns the accent as day and night see it and the small
 * stylesheet /{edition}/theme.css; promises 4.5:1 on both grounds of each, and for what stands on it.
 * Leaves out every other colour: those are tokens.css.
 */

/** The grounds of tokens.css: paper and inset, by day and by night (accent.test.ts holds them equal). */
export const grounds = {
  day: ['#fdfdfb', '#f3f3ef'],
  night: ['#131416', '#1d1f22'],
} as const;

export type Accent = { day: string; night: string; onDay: string; onNight: string };

/** The accent, darkened for day and lightened for night only as far as reading needs. */
export function accentOf(colour: string): Accent {
  const day = towards(colour, 0, (c) => readable(c, grounds.day));
  const night = towards(colour, 255, (c) => readable(c, grounds.night));
  return { day, night, onDay: inkOn(day), onNight: inkOn(night) };
}

/** The root twice: it wins over tokens.css wherever the page links it. */
export function themeCss(colour: string): string {
  const a = accentOf(colour);
  return `:root:root{--accent:light-dark(${a.day},${a.night});--on-accent:light-dark(${a.onDay},${a.onNight})}\n`;
}

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const readable = (colour: string, on: readonly string[]) => on.every((g) => contrast(colour, g) >= 4.5);

const inkOn = (colour: string) =>
  contrast(colour, '#ffffff') >= contrast(colour, '#131416') ? '#ffffff' : '#131416';

/** Mixes in black or white, one hundredth at a time: hue stays, so the edition is still recognised. */
function towards(colour: string, end: 0 | 255, enough: (c: string) => boolean): string {
  const from = channels(colour);
  for (let step = 0; step <= 100; step++) {
    const mixed = hex(from.map((c) => Math.round(c + ((end - c) * step) / 100)));
    if (enough(mixed)) return mixed;
  }
  return hex([end, end, end]);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const hex = (rgb: number[]) => `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
