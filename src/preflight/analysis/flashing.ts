/**
 * Owns the estimate of flashing light. Source of the rule: Recommendation ITU-R BT.1702 and WCAG 2.3.1: more than
 * three flashes within a second over a quarter of the picture. It sees a coarse grid of a picture whose screen and
 * room it does not know, and no regular patterns; so it can be wrong both ways, and says so.
 */

/** Frames are rows of red, green and blue, one byte each, `perSecond` of them a second. */
export const grid = { width: 32, height: 18, perSecond: 60 };

export interface Flashing {
  risk: 'none seen' | 'possible' | 'likely';
  /** The most flashes within any one second; a flash is a change and its opposite. */
  mostInASecond: number;
  /** Where that second begins, in seconds; null where nothing flashes. */
  at: number | null;
  red: boolean;
  limits: string;
}

export const limits =
  'An estimate from a coarse picture at 60 frames a second. It knows neither screen nor room, and sees no regular patterns. It does not replace a certified test.';

/** Takes frame after frame of `grid.width * grid.height * 3` bytes; `result` may be asked at the end. */
export function watchFlashing(): { frame(rgb: Uint8Array): void; result(): Flashing } {
  const [light, red] = [changes(0.1), changes(20 / 320)];
  let count = 0;
  return {
    frame(rgb) {
      const cells = grid.width * grid.height;
      const [luminances, rednesses] = [new Float32Array(cells), new Float32Array(cells)];
      for (let cell = 0; cell < cells; cell++) {
        const r = linear[rgb[cell * 3]!]!;
        const g = linear[rgb[cell * 3 + 1]!]!;
        const b = linear[rgb[cell * 3 + 2]!]!;
        luminances[cell] = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        rednesses[cell] = r / (r + g + b || 1) >= 0.8 ? Math.max(0, r - g - b) : 0;
      }
      light.take(luminances, count, (darker) => darker < 0.8);
      red.take(rednesses, count, () => true);
      count += 1;
    },
    result() {
      const [byLight, byRed] = [busiest(light.turns), busiest(red.turns)];
      const worst = byRed.flashes > byLight.flashes ? byRed : byLight;
      const { flashes, from } = worst;
      return {
        risk: flashes > 3 ? 'likely' : flashes === 3 ? 'possible' : 'none seen',
        mostInASecond: flashes,
        at: flashes === 0 ? null : Math.round((from / grid.perSecond) * 100) / 100,
        red: worst === byRed && flashes > 0,
        limits,
      };
    },
  };
}

/** sRGB to linear light. */
const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** A quarter of the picture has to change the same way within so few frames that an eye takes them for one. */
const together = 3;
const area = 0.25;

/**
 * Follows each cell from its last extreme. Where a cell has moved by `step` against its last move, it has turned;
 * where enough cells turn the same way together, the picture has.
 */
function changes(step: number) {
  const cells = grid.width * grid.height;
  const [lowest, highest] = [new Float32Array(cells), new Float32Array(cells)];
  const way = new Int8Array(cells);
  const turnedAt = new Int32Array(cells).fill(-together - 1);
  const turns: { frame: number; way: number }[] = [];
  return {
    turns,
    take(values: Float32Array, frame: number, counts: (darker: number) => boolean) {
      let [up, down] = [0, 0];
      for (let cell = 0; cell < cells; cell++) {
        const value = values[cell]!;
        if (frame === 0) lowest[cell] = highest[cell] = value;
        if (value < lowest[cell]!) lowest[cell] = value;
        if (value > highest[cell]!) highest[cell] = value;
        if (way[cell]! < 1 && value - lowest[cell]! >= step && counts(lowest[cell]!)) turn(cell, 1, value);
        else if (way[cell]! > -1 && highest[cell]! - value >= step && counts(value)) turn(cell, -1, value);
        if (frame - turnedAt[cell]! >= together) continue;
        if (way[cell] === 1) up++;
        else down++;
      }
      const last = turns.at(-1)?.way ?? 0;
      if (up >= cells * area && last !== 1) turns.push({ frame, way: 1 });
      else if (down >= cells * area && last !== -1) turns.push({ frame, way: -1 });

      function turn(cell: number, to: number, value: number) {
        way[cell] = to;
        turnedAt[cell] = frame;
        lowest[cell] = highest[cell] = value;
      }
    },
  };
}

/** The second with the most turns; two of them make a flash. */
function busiest(turns: readonly { frame: number }[]): { flashes: number; from: number } {
  let best = { flashes: 0, from: 0 };
  for (let first = 0, last = 0; first < turns.length; first++) {
    while (last < turns.length && turns[last]!.frame - turns[first]!.frame < grid.perSecond) last++;
    const flashes = Math.floor((last - first) / 2);
    if (flashes > best.flashes) best = { flashes, from: turns[first]!.frame };
  }
  return best;
}
