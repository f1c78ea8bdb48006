/** The waveform of a sound: the lowest and highest sample of each of about 800 stretches, as whole numbers to 127. */

export interface Peaks {
  seconds: number;
  /** Lowest and highest, by turns. */
  peaks: number[];
}

const stretches = 800;

/** Takes samples from -1 to 1 as they come; how many there will be nobody knows before the end. */
export function gatherPeaks(perSecond: number) {
  const block = Math.max(1, Math.round(perSecond / 100));
  const low: number[] = [];
  const high: number[] = [];
  let least = 0;
  let most = 0;
  let count = 0;
  const close = () => {
    low.push(least);
    high.push(most);
    least = most = 0;
  };
  return {
    sample(value: number): void {
      if (value < least) least = value;
      if (value > most) most = value;
      count += 1;
      if (count % block === 0) close();
    },
    result(): Peaks {
      const seconds = Math.round((count / perSecond) * 1000) / 1000;
      if (count % block !== 0) close();
      const pairs = Math.min(stretches, low.length);
      const peaks: number[] = [];
      for (let at = 0; at < pairs; at += 1) {
        const from = Math.floor((at * low.length) / pairs);
        const to = Math.floor(((at + 1) * low.length) / pairs);
        peaks.push(whole(Math.min(...low.slice(from, to))), whole(Math.max(...high.slice(from, to))));
      }
      return { seconds, peaks };
    },
  };
}

/** Not a number counts as silence; zero has no sign. */
const whole = (value: number) => Math.round(Math.max(-1, Math.min(1, value || 0)) * 127) + 0;
