/** STL, binary and in words: triangles and nothing else. What prints things has z upwards; here it is y. */
import { WordReader } from './word-reader.ts';
import { damaged, modelLimits, plainSurface, tooLarge, type Model } from './model.ts';

const header = 84;
const each = 50;

export function readStl(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length >= header ? view.getUint32(80, true) : -1;
  // Some programs begin a binary file with the word of the other kind: only its length tells.
  const binary = count >= 0 && bytes.length >= header + count * each && !(count === 0 && isWords(bytes));
  const corners = binary ? fromBinary(view, count) : fromWords(bytes);
  const triangles = new Uint32Array(corners.length / 3);
  for (let at = 0; at < triangles.length; at++) triangles[at] = at;
  return {
    pieces: [{ corners, normals: null, spots: null, tints: null, triangles, surface: plainSurface }],
    pictures: [],
  };
}

const isWords = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 6)) === 'solid ';

function fromBinary(view: DataView, count: number): Float32Array {
  if (count > modelLimits.triangles) throw tooLarge();
  const corners = new Float32Array(count * 9);
  for (let triangle = 0; triangle < count; triangle++)
    for (let corner = 0; corner < 3; corner++) {
      const from = header + triangle * each + 12 + corner * 12;
      const to = triangle * 9 + corner * 3;
      corners[to] = view.getFloat32(from, true);
      corners[to + 1] = view.getFloat32(from + 8, true);
      corners[to + 2] = -view.getFloat32(from + 4, true);
    }
  return corners;
}

function fromWords(bytes: Uint8Array): Float32Array {
  if (!isWords(bytes)) throw damaged();
  const found: number[] = [];
  for (const words = new WordReader(bytes); words.nextLine(); ) {
    if (words.word() !== 'vertex') continue;
    const [x, y, z] = [words.number(), words.number(), words.number()];
    found.push(x, z, -y);
    if (found.length > modelLimits.triangles * 9) throw tooLarge();
  }
  return new Float32Array(found.slice(0, found.length - (found.length % 9)));
}
