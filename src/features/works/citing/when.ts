/** Years, days and lengths as citation formats write them. */
import type { PublicRecord } from '../record.ts';

/** A work is of the year its creator names; a paper is of the year it stood here first. */
export const yearOf = ({ work, publishedOn }: PublicRecord): string =>
  /\b\d{4}\b/.exec(work?.year ?? '')?.[0] ?? publishedOn.slice(0, 4);

/** 250 seconds: PT4M10S. */
export function isoLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(whole / 3600), 'H'],
    [Math.floor(whole / 60) % 60, 'M'],
    [whole % 60, 'S'],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return `PT${written.join('') || '0S'}`;
}

/** [2024, 12, 14]. */
export const datePartsOf = (day: string): number[] => day.slice(0, 10).split('-').map(Number);
