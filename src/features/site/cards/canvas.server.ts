/** A sheet of few colours on which letters and bars are set, and its PNG. Each ink has its shades from the ground up. */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import type { Shape } from './coverage.ts';

const deflated = promisify(deflate);

export interface Canvas {
  bar(ink: number, x: number, y: number, width: number, height: number): void;
  letter(ink: number, shape: Shape, x: number, y: number): void;
  /** Points as they are, red, green and blue, on top of whatever is there. */
  picture(points: Uint8Array, width: number, x: number, y: number): void;
  png(): Promise<Buffer>;
}

type Colour = [red: number, green: number, blue: number];

export interface Ink {
  colour: string;
  /** From the ground to the colour itself. */
  shades: number;
}

/** Of the one canvas that is being drawn on: drawing never waits for anything. */
let scratch = new Uint8Array();

/** Whatever is drawn must lie within it. Until `png` is asked, no other may be begun. */
export function canvas(
  { width, height }: { width: number; height: number },
  ground: string,
  inks: Ink[],
): Canvas {
  if (scratch.length === width * height) scratch.fill(0);
  else scratch = new Uint8Array(width * height);
  const points = scratch;
  const from = colourOf(ground);
  const colours: Colour[] = [from];
  const ends = inks.map(({ colour, shades }) => {
    for (let at = 1; at <= shades; at++) colours.push(between(from, colourOf(colour), at / shades));
    return colours.length - 1;
  });
  return {
    bar(ink, x, y, wide, high) {
      for (let row = y; row < y + high; row++)
        points.fill(ends[ink]!, row * width + x, row * width + x + wide);
    },
    letter(ink, shape, x, y) {
      const { shades } = inks[ink]!;
      const below = ends[ink]! - shades;
      const last = Math.min(shape.width, width - x - shape.left);
      for (
        let row = Math.max(0, -y - shape.top);
        row < Math.min(shape.height, height - y - shape.top);
        row++
      ) {
        const there = (y + shape.top + row) * width + x + shape.left;
        const here = row * shape.width;
        for (let column = Math.max(0, -x - shape.left); column < last; column++) {
          const covers = shape.covers[here + column]!;
          if (covers === 0) continue;
          const shade = below + (((covers * shades + 127) / 255) | 0);
          if (shade > below && points[there + column]! < shade) points[there + column] = shade;
        }
      }
    },
    picture(rgb, wide, x, y) {
      const known = new Map<number, number>();
      for (let at = 0; at < rgb.length / 3; at++) {
        const colour = rgb.subarray(at * 3, at * 3 + 3);
        const key = (colour[0]! << 16) | (colour[1]! << 8) | colour[2]!;
        if (!known.has(key)) known.set(key, colours.push([...colour] as unknown as Colour) - 1);
        points[(y + Math.floor(at / wide)) * width + x + (at % wide)] = known.get(key)!;
      }
    },
    png() {
      const bits = colours.length <= 16 ? 4 : 8;
      return written(packed(points, width, bits), { width, height, bits, colours });
    },
  };
}

async function written(
  rows: Uint8Array,
  { width, height, bits, colours }: { width: number; height: number; bits: number; colours: Colour[] },
): Promise<Buffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // By palette, and nothing else of what there is to choose.
  head.set([bits, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', await deflated(rows, { level: 4, chunkSize: 65_536 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Row by row; one byte before each says that it is written as it is. */
function packed(points: Uint8Array, width: number, bits: 4 | 8): Uint8Array {
  const inRow = Math.ceil((width * bits) / 8);
  const rows = new Uint8Array((points.length / width) * (inRow + 1));
  // Two at a time; most are bare ground, which is there already.
  const pairs = new Uint16Array(points.buffer, points.byteOffset, points.length / 2);
  for (let from = 0, to = 1; from < points.length; from += width, to += inRow + 1)
    if (bits === 8) rows.set(points.subarray(from, from + width), to);
    else
      for (let at = 0, pair = from / 2; at < inRow; at++, pair++)
        if (pairs[pair] !== 0) rows[to + at] = (points[2 * pair]! << 4) | points[2 * pair + 1]!;
  return rows;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

const colourOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour;
const between = (from: Colour, to: Colour, t: number) =>
  from.map((one, at) => Math.round(one + (to[at]! - one) * t)) as Colour;
