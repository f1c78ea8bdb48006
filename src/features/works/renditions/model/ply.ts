/** PLY: corners with their colours, and faces, in words or packed. Source: Turk, "The PLY polygon file format" (1994). */
import { floats, shorts, wholes } from './growing.ts';
import { linear } from './light.ts';
import { damaged, modelLimits, plainSurface, tooLarge, type Model } from './model.ts';
import { WordReader } from './word-reader.ts';

interface Property {
  name: string;
  type: string;
  /** Of a list: how its length is written. */
  length: string | null;
}
interface Element {
  name: string;
  count: number;
  properties: Property[];
}

const mostCorners = 4096;

export function readPly(bytes: Uint8Array): Model {
  const words = new WordReader(bytes);
  const { format, elements } = headOf(words);
  const read =
    format === 'ascii' ? inWords(words) : packed(bytes, words.next, format === 'binary_little_endian');
  const corners = floats(modelLimits.corners * 3);
  const normals = floats(modelLimits.corners * 3);
  const tints = shorts(modelLimits.corners * 3);
  const triangles = wholes(modelLimits.triangles * 3);
  let points = 0;
  if (elements.reduce((sum, { count }) => sum + count, 0) > modelLimits.corners) throw tooLarge();
  for (const { name, count, properties } of elements) {
    const has = (wanted: string) => properties.some((one) => one.name === wanted);
    for (let at = 0; at < count; at++) {
      read.begin();
      const said: Record<string, number> = {};
      let face: number[] = [];
      for (const { name: what, type, length } of properties) {
        if (length === null) said[what] = read.number(type);
        else {
          const many = read.number(length);
          if (!Number.isInteger(many) || many < 0 || many > mostCorners) throw damaged();
          const all = Array.from({ length: many }, () => read.number(type));
          if (/^vertex_ind(ex|ices)$/.test(what)) face = all;
        }
      }
      if (name === 'vertex') {
        points += 1;
        for (const axis of ['x', 'y', 'z']) corners.push(said[axis] ?? NaN);
        if (has('nx')) for (const axis of ['nx', 'ny', 'nz']) normals.push(said[axis] ?? 0);
        if (has('red'))
          for (const hue of ['red', 'green', 'blue'])
            tints.push(linear(Math.min(255, said[hue] ?? 0) / 255) * 65535);
      } else if (name === 'face') {
        if (face.some((corner) => !Number.isInteger(corner) || corner < 0 || corner >= points))
          throw damaged();
        for (let third = 2; third < face.length; third++)
          for (const corner of [0, third - 1, third]) triangles.push(face[corner]!);
      }
    }
  }
  const whole = (numbers: { length: number }) => numbers.length === corners.length;
  return {
    pieces: [
      {
        corners: corners.whole(),
        normals: whole(normals) ? normals.whole() : null,
        spots: null,
        tints: whole(tints) ? tints.whole() : null,
        triangles: triangles.whole(),
        surface: whole(tints) ? { ...plainSurface, colour: [1, 1, 1, 1] } : plainSurface,
      },
    ],
    pictures: [],
  };
}

function headOf(words: WordReader): { format: string; elements: Element[] } {
  let format = '';
  const elements: Element[] = [];
  for (let line = 0; words.nextLine() && line < 500; line++) {
    const what = words.word();
    if (line === 0 && what !== 'ply') break;
    if (what === 'end_header') {
      if (!['ascii', 'binary_little_endian', 'binary_big_endian'].includes(format)) break;
      return { format, elements };
    }
    if (what === 'format') format = words.word();
    if (what === 'element') {
      const [name, count] = [words.word(), words.number()];
      if (!Number.isInteger(count) || count < 0) break;
      if (count > modelLimits.corners) throw tooLarge();
      elements.push({ name, count, properties: [] });
    }
    if (what === 'property') {
      const type = words.word();
      const length = type === 'list' ? words.word() : null;
      const property = { type: length === null ? type : words.word(), length, name: words.word() };
      elements.at(-1)?.properties.push(property);
    }
  }
  throw damaged();
}

/** One element a line. */
const inWords = (words: WordReader) => ({
  begin() {
    if (!words.nextLine()) throw damaged();
  },
  number: (_type: string) => words.number(),
});

function packed(bytes: Uint8Array, from: number, little: boolean) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  const next = (size: number) => {
    at += size;
    if (at > bytes.length) throw damaged();
    return at - size;
  };
  const readers: Record<string, () => number> = {
    char: () => view.getInt8(next(1)),
    uchar: () => view.getUint8(next(1)),
    short: () => view.getInt16(next(2), little),
    ushort: () => view.getUint16(next(2), little),
    int: () => view.getInt32(next(4), little),
    uint: () => view.getUint32(next(4), little),
    float: () => view.getFloat32(next(4), little),
    double: () => view.getFloat64(next(8), little),
  };
  const sames = {
    int8: 'char',
    uint8: 'uchar',
    int16: 'short',
    uint16: 'ushort',
    int32: 'int',
    uint32: 'uint',
  };
  for (const [name, same] of Object.entries({ ...sames, float32: 'float', float64: 'double' }))
    readers[name] = readers[same]!;
  return {
    begin() {},
    number(type: string) {
      const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
      if (!read) throw damaged();
      return read();
    },
  };
}
