/** Any of the models that we can read, by what its bytes were found to be. */
import { readGltf } from './gltf.ts';
import { countOf, damaged, modelLimits, tooLarge, Undrawable, type Model } from './model.ts';
import { readObj } from './obj.ts';
import { readPly } from './ply.ts';
import { readStl } from './stl.ts';

/** What lies beside a model, by the name that the model calls it. */
export type Beside = ReadonlyMap<string, Uint8Array>;

const readers: Record<string, (bytes: Uint8Array, beside: Beside) => Model> = {
  glb: readGltf,
  gltf: readGltf,
  stl: readStl,
  obj: readObj,
  ply: readPly,
};

export const readable = (kind: string): boolean => Object.hasOwn(readers, kind);

/** Throws `Undrawable` where there is nothing to draw, and nothing else. */
export function readModel(kind: string, bytes: Uint8Array, beside: Beside = new Map()): Model {
  const read = readable(kind) ? readers[kind] : undefined;
  if (!read) throw new Undrawable('3D models of this kind cannot be drawn here. A GLB can.');
  if (bytes.length > modelLimits.bytes) throw tooLarge();
  const model = carefully(() => read(bytes, beside));
  const triangles = countOf(model);
  if (triangles > modelLimits.triangles) throw tooLarge();
  if (triangles === 0)
    throw new Undrawable('The 3D model holds no surfaces, so no views of it could be drawn.');
  return model;
}

/** A file may be wrong in ways that nobody thought of: whatever its reader stumbles over is damage. */
function carefully<T>(read: () => T): T {
  try {
    return read();
  } catch (problem) {
    throw problem instanceof Undrawable ? problem : damaged();
  }
}
