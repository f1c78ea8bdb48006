import { expect, test } from 'vitest';
import { limits, type Flashing } from './flashing.ts';
import { sayFlashing, sayLoudness } from './words.ts';

const flashing = (some: Partial<Flashing>) =>
  sayFlashing({ measured: { risk: 'none seen', mostInASecond: 0, at: null, red: false, limits, ...some } });

test('loudness is told in its measure, silence and what was not measured in words', () => {
  expect([
    sayLoudness({ measured: { integrated: -14.2, range: 5, truePeak: 0.4 } }),
    sayLoudness({ measured: { integrated: -23, range: 5, truePeak: -3 } }),
    sayLoudness({ measured: { integrated: null, range: null, truePeak: null } }),
    sayLoudness({ notMeasured: 'ffmpeg is not installed on this server' }),
  ]).toEqual([
    'Loudness: -14.2 LUFS, highest peak 0.4 dBFS, which may clip.',
    'Loudness: -23 LUFS, highest peak -3 dBFS.',
    'Loudness: it is silent.',
    'Loudness not measured: ffmpeg is not installed on this server.',
  ]);
});

test('flashing light is told with its place and with the limits of the estimate', () => {
  expect([flashing({}), flashing({ risk: 'likely', mostInASecond: 5, at: 12.5, red: true })]).toEqual([
    `Flashing light: none seen that could harm. ${limits}`,
    `Flashing light: likely to harm, 5 red flashes in the second from 12.5 s on. ${limits}`,
  ]);
});
