/** Lists of numbers in a glTF, each checked against the bytes that it is cut from. */
import { entry, viewOf, whole, type Document, type Json } from './gltf-document.ts';
import { damaged, modelLimits, tooLarge } from './model.ts';

const sizes: Record<number, number> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const widths: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
const ofWhole: Record<number, number> = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535, 5125: 4294967295 };

interface Cut {
  view: DataView;
  type: number;
  width: number;
  count: number;
  stride: number;
  normalized: boolean;
}

/** As floating numbers, `width` for each element: too wide ones are cut, and narrow ones are no such list. */
export function floatsOf(document: Document, index: unknown, width: number): Float32Array {
  const cut = cutOf(document, entry(document, 'accessors', index));
  if (!cut) throw damaged();
  if (cut.width < width) throw damaged();
  const out = new Float32Array(cut.count * width);
  const most = cut.normalized ? (ofWhole[cut.type] ?? 1) : 1;
  const read = readerOf(cut);
  const size = sizes[cut.type]!;
  for (let at = 0; at < cut.count; at++)
    for (let i = 0; i < width; i++) out[at * width + i] = read(at * cut.stride + i * size) / most;
  return out;
}

/** How many numbers each element has. */
export const widthOf = (document: Document, index: unknown): number =>
  widths[String(entry(document, 'accessors', index).type)] ?? 0;

/** The corners of triangles; each has to be below `corners`. */
export function placesOf(document: Document, index: unknown, corners: number): Uint32Array {
  const cut = cutOf(document, entry(document, 'accessors', index));
  if (!cut || cut.width !== 1 || ![5121, 5123, 5125].includes(cut.type)) throw damaged();
  const out = new Uint32Array(cut.count);
  const read = readerOf(cut);
  for (let at = 0; at < cut.count; at++) {
    const place = read(at * cut.stride);
    if (place >= corners) throw damaged();
    out[at] = place;
  }
  return out;
}

function cutOf(document: Document, accessor: Json): Cut | null {
  const type = whole(accessor.componentType, 5126);
  const width = widths[String(accessor.type)];
  const size = sizes[type];
  const count = whole(accessor.count, Number.MAX_SAFE_INTEGER);
  if (count > modelLimits.corners) throw tooLarge();
  // Sparse lists are made for shapes that change; a model that stands still has none.
  if (!width || !size || accessor.bufferView === undefined || accessor.sparse !== undefined) return null;
  const { bytes, stride: apart } = viewOf(document, accessor.bufferView);
  const from = accessor.byteOffset === undefined ? 0 : whole(accessor.byteOffset, bytes.length);
  const element = size * width;
  const stride = apart ?? element;
  if (count > 0 && from + stride * (count - 1) + element > bytes.length) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, bytes.length - from);
  return { view, type, width, count, stride, normalized: accessor.normalized === true };
}

function readerOf({ view, type }: Cut): (at: number) => number {
  if (type === 5126) return (at) => view.getFloat32(at, true);
  if (type === 5125) return (at) => view.getUint32(at, true);
  if (type === 5123) return (at) => view.getUint16(at, true);
  if (type === 5122) return (at) => view.getInt16(at, true);
  return type === 5121 ? (at) => view.getUint8(at) : (at) => view.getInt8(at);
}
