/** A sound as a line, drawn once from its peaks; the player stays the browser's own. */

/** Bars across the drawing: as many as a phone can tell apart. */
const bars = 120;
export const box = { width: bars * 4, height: 48 };

/** Peaks as somebody kept them: a list of numbers, or a document that holds one. */
export function peaksIn(json: string | undefined): number[] {
  if (!json) return [];
  try {
    const read: unknown = JSON.parse(json);
    const list = Array.isArray(read) ? read : ((read as Record<string, unknown> | null)?.peaks ?? []);
    return Array.isArray(list) ? list.filter((one): one is number => Number.isFinite(one)) : [];
  } catch {
    return [];
  }
}

/** One path of upright strokes around a middle at 0; silence is a dot, the loudest fills the height. */
export function waveform(peaks: readonly number[]): string {
  if (peaks.length === 0) return '';
  const each = peaks.length / bars;
  const loudest = Math.max(
    ...Array.from({ length: bars }, (_, at) => loudness(peaks, at * each, each)),
    1e-9,
  );
  // Each stroke goes back to the middle: strokes of one height are then the same words, which pack well.
  const strokes = Array.from({ length: bars }, (_, at) => {
    const half = Math.max(1, Math.round((loudness(peaks, at * each, each) / loudest) * (box.height / 2 - 1)));
    return `m4-${half}v${2 * half}m0-${half}`;
  });
  return `M-2 0${strokes.join('')}`;
}

function loudness(peaks: readonly number[], from: number, many: number): number {
  const start = Math.min(Math.floor(from), peaks.length - 1);
  const end = Math.max(start + 1, Math.floor(from + many));
  return peaks.slice(start, end).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}
