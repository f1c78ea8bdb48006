import { expect, test } from 'vitest';
import { loudnessIn } from './loudness.ts';

const summary = (integrated: string, peak: string) => `[Parsed_ebur128_0 @ 0x1] Summary:

  Integrated loudness:
    I:         ${integrated} LUFS
    Threshold: -31.8 LUFS

  Loudness range:
    LRA:         4.5 LU
    Threshold: -41.8 LUFS

  True peak:
    Peak:      ${peak} dBFS
`;

test('loudness, its range and its highest peak are read from the summary', () => {
  expect(loudnessIn(summary('-21.8', '-17.7'))).toEqual({ integrated: -21.8, range: 4.5, truePeak: -17.7 });
});

test('silence has no loudness, and a text without a summary tells nothing', () => {
  expect([
    loudnessIn(summary('-70.0', '-inf')),
    loudnessIn('Output #0, null'),
    loudnessIn('Summary:'),
  ]).toEqual([{ integrated: null, range: 4.5, truePeak: null }, null, null]);
});
