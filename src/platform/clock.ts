/**
 * The only place that reads the wall clock. Everywhere else `now` is an argument.
 * The demo's time machine shifts what this hands out; nothing else may.
 */

export interface Clock {
  /** The moment that rules are judged by. */
  now(): Date;
  /** Moves the clock so that it shows `moment` now and runs on from there; `null` returns to the present. */
  shiftTo(moment: Date | null): void;
  /** How far the clock is shifted, in milliseconds; 0 on a clock that tells the truth. */
  readonly shift: number;
}

/** A clock that runs with the machine's, shifted by `shift` milliseconds. */
export function wallClock(shift = 0): Clock {
  let current = shift;
  return {
    now: () => new Date(Date.now() + current),
    shiftTo: (moment) => {
      current = moment === null ? 0 : moment.getTime() - Date.now();
    },
    get shift() {
      return current;
    },
  };
}

/** Monotonic milliseconds, for measuring how long something took; never for rules. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
