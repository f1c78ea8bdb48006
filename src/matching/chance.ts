/** Numbers that look like chance and come back the same from the same seed. */

export interface Chance {
  /** A whole number from 0 up to but not `below`, each equally likely; `below` up to 2^32. */
  whole(below: number): number;
}

/** From any text (sfc32 by Chris Doty-Humphrey, on a 128-bit mix of the text). */
export function chanceFrom(seed: string): Chance {
  let [a, b, c, d] = mixed(seed);
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 20; round++) next();
  return {
    whole(below) {
      // What would make the first numbers likelier is drawn again.
      const fair = 2 ** 32 - (2 ** 32 % below);
      for (;;) {
        const number = next();
        if (number < fair) return number % below;
      }
    },
  };
}

function mixed(text: string): [number, number, number, number] {
  const state: [number, number, number, number] = [1779033703, 3144134277, 1013904242, 2773480762];
  const factors = [597399067, 2869860233, 951274213, 2716044179];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    for (let word = 0; word < 4; word++)
      state[word] = state[(word + 1) % 4]! ^ Math.imul(state[word]! ^ code, factors[word]!);
  }
  for (let word = 0; word < 4; word++) {
    const one = Math.imul(state[word]! ^ (state[word]! >>> 15), factors[word]!);
    state[word] = one ^ (one >>> 13);
  }
  return state;
}
