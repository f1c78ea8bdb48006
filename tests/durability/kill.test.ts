import { expect, it } from 'vitest';
import { killInRounds } from './rounds.ts';

it(
  'keeps whatever it acknowledged when everything is killed, 20 times in a row',
  { timeout: 600_000 },
  async () => {
    const { rounds, acknowledged, lost } = await killInRounds(20);
    expect({ rounds, lost }).toEqual({ rounds: 20, lost: [] });
    // Killing a Salon to which nobody wrote would prove nothing.
    expect(Math.min(...Object.values(acknowledged))).toBeGreaterThan(20);
  },
);
