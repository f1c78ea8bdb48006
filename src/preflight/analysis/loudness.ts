/** Owns the reading of a loudness summary as `ffmpeg` prints it. Source of the measures: ITU-R BS.1770, EBU R 128. */

export interface Loudness {
  /** Integrated, in LUFS; null where the sound is too quiet to have any. */
  integrated: number | null;
  /** In LU: how far loud and quiet passages lie apart. */
  range: number | null;
  /** In dBFS; above 0 it may clip. */
  truePeak: number | null;
}

/** Null where the text holds no summary. */
export function loudnessIn(text: string): Loudness | null {
  const summary = text.split('Summary:').at(-1)!;
  if (!text.includes('Summary:') || !summary.includes('Integrated loudness:')) return null;
  return {
    integrated: above(-70, numberAfter(summary, /\bI:\s*(\S+) LUFS/)),
    range: numberAfter(summary, /\bLRA:\s*(\S+) LU/),
    truePeak: numberAfter(summary, /\bPeak:\s*(\S+) dBFS/),
  };
}

function numberAfter(text: string, pattern: RegExp): number | null {
  const found = Number(pattern.exec(text)?.[1] ?? Number.NaN);
  return Number.isFinite(found) ? found : null;
}

/** The measure gates what lies below: such a figure means silence. */
const above = (gate: number, value: number | null) => (value !== null && value > gate ? value : null);
