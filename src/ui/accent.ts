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
  const night = towards(colour, 1, (c) => readable(c, grounds.night, 6));
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

/** By night a colour that only just passes glows unpleasantly, so it is asked for more. */
const readable = (colour: string, on: readonly string[], least = 4.5) =>
  on.every((ground) => contrast(colour, ground) >= least);

const inkOn = (colour: string) =>
  contrast(colour, '#ffffff') >= contrast(colour, '#131416') ? '#ffffff' : '#131416';

/** Moves the lightness one hundredth at a time: hue and saturation stay, so the edition is still recognised. */
function towards(colour: string, end: 0 | 1, enough: (c: string) => boolean): string {
  const [hue, saturation, lightness] = hslOf(colour);
  if (enough(colour.toLowerCase())) return colour.toLowerCase();
  for (let step = 1; step <= 100; step++) {
    const moved = hexOf(hue, saturation, lightness + ((end - lightness) * step) / 100);
    if (enough(moved)) return moved;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function hslOf(colour: string): [hue: number, saturation: number, lightness: number] {
  const [r, g, b] = channels(colour).map((c) => c / 255) as [number, number, number];
  const most = Math.max(r, g, b);
  const chroma = most - Math.min(r, g, b);
  const lightness = most - chroma / 2;
  if (chroma === 0) return [0, 0, lightness];
  const hue = most === r ? (g - b) / chroma : most === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma;
  return [(hue * 60 + 360) % 360, chroma / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function hexOf(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const c = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(c * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
