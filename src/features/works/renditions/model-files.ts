/**
 * What lies beside a 3D model that is more than one file. Promises that a name is compared and never opened: bytes lie
 * under their hash, and only files of the same hand-in are offered.
 */
import { baseName } from '#app/preflight/names.ts';
import { kindNamed } from '#app/preflight/kinds.ts';
import type { SourceFile } from './facts.ts';
import { modelLimits } from './model/model.ts';

/** Kinds that call for other files by name. */
const calling = ['gltf', 'obj'];
const called = ['image', 'text', 'other'];

export function withBeside(files: readonly SourceFile[]): SourceFile[] {
  return files.map((file) => {
    if (!calling.includes(file.kind)) return file;
    const folder = file.name.slice(0, file.name.length - baseName(file.name).length);
    let room: number = modelLimits.bytes - file.bytes;
    const parts = files
      .filter((one) => one !== file && one.from === file.from && one.name.startsWith(folder))
      .filter(({ kind }) => called.includes(kindNamed(kind).family))
      .filter(({ bytes }) => (room -= bytes) >= 0)
      .map(({ name, sha256, bytes, kind }) => ({ path: name.slice(folder.length), sha256, bytes, kind }));
    return parts.length > 0 ? { ...file, parts } : file;
  });
}
