/**
 * Whether one picture is made from another. Owns a mark of 256 bits that survives other sizes, other compression,
 * grey and a little text over it; the same code marks pictures on the server and in a visitor's browser. Promises
 * that nothing of the picture can be read from its mark. Leaves out decoding, and pictures that were turned by a
 * few degrees, framed, or cut by more than a tenth at an edge.
 */

/** Eight bits of light for each point, row after row. */
export interface Light {
  data: Uint8Array;
  width: number;
  height: number;
}

/** More than this is wasted: a mark is taken from 32 by 32 means. */
export const largestSide = 512;

/** Bits that may differ of 256; pictures that have nothing to do with each other differ in about 128. */
export const nearEnough = 44;

/** What lies within a tenth of the edges is left out of a mark, so that a picture cut by less can still be found. */
const margin = 0.1;
const cells = 32;
const waves = 16;
/** Below this spread of the means (of 255) a picture is too plain to be told from others. */
const plainBelow = 4;

type Marking = Uint32Array;
/** Parts of the whole at its start and its end. */
type Span = readonly [from: number, to: number];

/** Red, green, blue and what covers (0 to 255), as canvases and decoders give them; what is clear counts as white. */
export function lightOf(rgba: ArrayLike<number>, width: number, height: number): Light {
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at += 1) {
    const [red, green, blue, cover] = [
      rgba[at * 4]!,
      rgba[at * 4 + 1]!,
      rgba[at * 4 + 2]!,
      rgba[at * 4 + 3]!,
    ];
    // Programs turn pictures grey by light as it is or as it is stored; this lies between the two.
    const light = Math.sqrt(0.25 * red * red + 0.65 * green * green + 0.1 * blue * blue);
    data[at] = Math.round((light * cover + 255 * (255 - cover)) / 255);
  }
  return { data, width, height };
}

/** 64 characters; empty where the picture is too plain. */
export function markOf(light: Light): string {
  const [mark] = [...marks(light, [[margin, 1 - margin]], false)];
  return mark ? [...mark].map((word) => word.toString(16).padStart(8, '0')).join('') : '';
}

/**
 * For each known mark the fewest bits in which this picture differs from it, over all ways in which it may have been
 * cut or mirrored. Null where the picture is too plain.
 */
export function distances(light: Light, known: readonly string[]): number[] | null {
  const wanted = known.map(markIn);
  const least = wanted.map(() => 256);
  let any = false;
  for (const mark of marks(light, cuts, true)) {
    any = true;
    for (let at = 0; at < wanted.length; at += 1) {
      const apart = differing(mark, wanted[at]!);
      if (apart < least[at]!) least[at] = apart;
    }
  }
  return any ? least : null;
}

const markIn = (hex: string): Marking =>
  Uint32Array.from({ length: 8 }, (_, at) => parseInt(hex.slice(at * 8, at * 8 + 8), 16));

/** Where the middle of the original lies in a picture that was cut by so much at either edge. */
const cuts: readonly Span[] = (() => {
  const steps = [0, 0.025, 0.05, 0.075, 0.1];
  return steps.flatMap((start) =>
    steps.map((end): Span => {
      const left = 1 - start - end;
      return [(margin - start) / left, (1 - margin - start) / left];
    }),
  );
})();

function* marks(light: Light, spans: readonly Span[], mirrored: boolean): Generator<Marking> {
  const sums = summed(light);
  for (const across of spans)
    for (const down of spans) {
      const means = meansIn(light, sums, across, down);
      const found = transformed(means);
      if (!found) continue;
      yield bitsOf(found);
      if (mirrored) yield bitsOf(found.map((value, at) => ((at % waves) % 2 ? -value : value)));
    }
}

/** The sum of everything above and before each point. */
function summed({ data, width, height }: Light): Float64Array {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0, line = 0; x < width; x += 1) {
      line += data[y * width + x]!;
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1]! + line;
    }
  return sums;
}

/** The mean light of 32 by 32 cells; an edge between two points counts in parts. */
function meansIn({ width, height }: Light, sums: Float64Array, across: Span, down: Span): Float64Array {
  const row = width + 1;
  const edges = ([from, to]: Span, size: number) =>
    Array.from({ length: cells + 1 }, (_, at) =>
      Math.max(0, Math.min(size, (from + ((to - from) * at) / cells) * size)),
    );
  const [xs, ys] = [edges(across, width), edges(down, height)];
  const corners = new Float64Array((cells + 1) ** 2);
  for (let v = 0; v <= cells; v += 1) {
    const top = Math.min(height - 1, Math.floor(ys[v]!));
    const below = ys[v]! - top;
    for (let u = 0; u <= cells; u += 1) {
      const left = Math.min(width - 1, Math.floor(xs[u]!));
      const beside = xs[u]! - left;
      const at = top * row + left;
      const upper = sums[at]! + beside * (sums[at + 1]! - sums[at]!);
      const lower = sums[at + row]! + beside * (sums[at + row + 1]! - sums[at + row]!);
      corners[v * (cells + 1) + u] = upper + below * (lower - upper);
    }
  }
  const means = new Float64Array(cells * cells);
  for (let v = 0; v < cells; v += 1)
    for (let u = 0; u < cells; u += 1) {
      const at = v * (cells + 1) + u;
      const sum = corners[at + cells + 2]! - corners[at + 1]! - corners[at + cells + 1]! + corners[at]!;
      means[v * cells + u] = sum / Math.max(1e-9, (xs[u + 1]! - xs[u]!) * (ys[v + 1]! - ys[v]!));
    }
  return means;
}

const cosines = Float64Array.from({ length: waves * cells }, (_, at) =>
  Math.cos((Math.PI * Math.floor(at / cells) * ((at % cells) + 0.5)) / cells),
);

/** The 16 by 16 slowest waves of the cosine transform (DCT-II); null where there is next to nothing but light. */
function transformed(means: Float64Array): Float64Array | null {
  let sum = 0;
  let squares = 0;
  for (const mean of means) {
    sum += mean;
    squares += mean * mean;
  }
  const count = means.length;
  if (Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) < plainBelow) return null;
  const rows = new Float64Array(cells * waves);
  for (let y = 0; y < cells; y += 1)
    for (let wave = 0; wave < waves; wave += 1) {
      let value = 0;
      for (let x = 0; x < cells; x += 1) value += means[y * cells + x]! * cosines[wave * cells + x]!;
      rows[y * waves + wave] = value;
    }
  const found = new Float64Array(waves * waves);
  for (let down = 0; down < waves; down += 1)
    for (let wave = 0; wave < waves; wave += 1) {
      let value = 0;
      for (let y = 0; y < cells; y += 1) value += rows[y * waves + wave]! * cosines[down * cells + y]!;
      found[down * waves + wave] = value;
    }
  return found;
}

/** Which waves are above the middle one; the first, which is light alone, says nothing. */
function bitsOf(found: Float64Array): Marking {
  const sorted = Float64Array.from(found.subarray(1)).sort();
  const middle = sorted[sorted.length >> 1]!;
  const mark = new Uint32Array(8);
  for (let at = 1; at < found.length; at += 1) if (found[at]! > middle) mark[at >> 5]! |= 1 << (at & 31);
  return mark;
}

function differing(one: Marking, other: Marking): number {
  let bits = 0;
  for (let at = 0; at < 8; at += 1) {
    let word = one[at]! ^ other[at]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    bits += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return bits;
}
