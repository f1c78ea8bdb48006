/** Owns how an analysis is told to people: measures first, and how far they can be trusted. */
import type { Flashing } from './flashing.ts';
import type { Loudness } from './loudness.ts';
import type { Analysis, Measured } from './analysis.ts';

/** What a page says of a file of this family; nothing of those that neither sound nor move. */
export function sayAnalysis(family: string, found: Analysis | undefined): string[] {
  if (family !== 'video' && family !== 'audio') return [];
  if (!found) return [`${family === 'video' ? 'Loudness and flashing light' : 'Loudness'} not measured.`];
  return family === 'video'
    ? [sayLoudness(found.loudness), sayFlashing(found.flashing)]
    : [sayLoudness(found.loudness)];
}

/** One sentence: LUFS (ITU-R BS.1770) and the highest true peak in dBFS. */
export function sayLoudness(found: Measured<Loudness>): string {
  if ('notMeasured' in found) return `Loudness not measured: ${found.notMeasured}.`;
  const { integrated, truePeak } = found.measured;
  if (integrated === null) return 'Loudness: it is silent.';
  const peak = truePeak === null ? '' : `, highest peak ${truePeak} dBFS`;
  return `Loudness: ${integrated} LUFS${peak}${truePeak !== null && truePeak > 0 ? ', which may clip' : ''}.`;
}

/** Counts flashes in one second (WCAG 2.3.1), and says what the measure cannot tell. */
export function sayFlashing(found: Measured<Flashing>): string {
  if ('notMeasured' in found) return `Flashing light not measured: ${found.notMeasured}.`;
  const { risk, mostInASecond, at, red, limits } = found.measured;
  const counted = `${mostInASecond} ${red ? 'red ' : ''}flashes in the second from ${at ?? 0} s on`;
  const said = {
    'none seen': 'Flashing light: none seen that could harm',
    possible: `Flashing light: at the limit, ${counted}`,
    likely: `Flashing light: likely to harm, ${counted}`,
  }[risk];
  return `${said}. ${limits}`;
}
