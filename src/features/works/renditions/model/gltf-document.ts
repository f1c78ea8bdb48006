/** The outside of a glTF: its JSON, and the bytes that its parts are cut from. Source: glTF 2.0, chapters 3 and 4. */
import { damaged, modelLimits, tooLarge, Undrawable } from './model.ts';
import type { Beside } from './read-model.ts';

export type Json = Record<string, unknown>;

export interface Document {
  json: Json;
  /** The part of a .glb that is no JSON. */
  rest: Uint8Array;
  beside: Beside;
  buffers: Map<number, Uint8Array>;
}

export function documentIn(bytes: Uint8Array, beside: Beside): Document {
  const { text, rest } = isPacked(bytes) ? unpacked(bytes) : { text: bytes, rest: new Uint8Array() };
  if (text.length > modelLimits.jsonBytes) throw tooLarge();
  const json: unknown = JSON.parse(new TextDecoder().decode(text));
  if (!isObject(json)) throw damaged();
  if (!/^2(\.|$)/.test(String(part(json.asset).version)))
    throw new Undrawable('Only models of glTF version 2 can be drawn here; this one is of another version.');
  return { json, rest, beside, buffers: new Map() };
}

const isPacked = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 4)) === 'glTF';

/** Pieces of a .glb: four bytes of length, four of kind. The first is JSON, the second what it points into. */
function unpacked(bytes: Uint8Array): { text: Uint8Array; rest: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(12, true);
  if (view.getUint32(16, true) !== 0x4e4f534a || 20 + length > bytes.length) throw damaged();
  const text = bytes.subarray(20, 20 + length);
  const next = 20 + length + ((4 - (length % 4)) % 4);
  if (next + 8 > bytes.length || view.getUint32(next + 4, true) !== 0x004e4942)
    return { text, rest: new Uint8Array() };
  const size = view.getUint32(next, true);
  if (next + 8 + size > bytes.length) throw damaged();
  return { text, rest: bytes.subarray(next + 8, next + 8 + size) };
}

/** The bytes of a buffer view, and how far apart its elements are where it says so. */
export function viewOf(document: Document, index: unknown): { bytes: Uint8Array; stride: number | null } {
  const view = entry(document, 'bufferViews', index);
  if (hasPart(view, 'EXT_meshopt_compression') && !isWhole(view.buffer)) throw packedTightly('meshopt');
  const buffer = bufferOf(document, view.buffer);
  const from = view.byteOffset === undefined ? 0 : whole(view.byteOffset, buffer.length);
  const length = whole(view.byteLength, buffer.length - from);
  const stride = view.byteStride === undefined ? null : whole(view.byteStride, 1024);
  return { bytes: buffer.subarray(from, from + length), stride };
}

function bufferOf(document: Document, index: unknown): Uint8Array {
  const at = whole(index, 10_000);
  const known = document.buffers.get(at);
  if (known) return known;
  const { uri } = entry(document, 'buffers', at);
  const bytes = uri === undefined && at === 0 ? document.rest : bytesAt(document, uri);
  if (!bytes)
    throw new Undrawable(
      'The 3D model calls for a file that did not come with it, so no views of it could be drawn. A GLB holds everything in one file.',
    );
  document.buffers.set(at, bytes);
  return bytes;
}

/** Within the address itself, or by its name among the files that came with it; nothing is ever opened or fetched. */
export function bytesAt({ beside }: Document, uri: unknown): Uint8Array | null {
  if (typeof uri !== 'string') return null;
  const data = /^data:[^,]{0,200};base64,/.exec(uri);
  if (data) return Uint8Array.from(atob(uri.slice(data[0].length)), (sign) => sign.charCodeAt(0));
  return beside.get(uri) ?? beside.get(decoded(uri)) ?? null;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

export const packedTightly = (how: string) =>
  new Undrawable(
    `The 3D model is compressed (${how}), which cannot be drawn here. Exported without that compression it can.`,
  );

/** One of a list of the document; damage where there is none of that number. */
export function entry({ json }: Document, list: string, index: unknown): Json {
  const all = json[list];
  if (!Array.isArray(all) || !isWhole(index)) throw damaged();
  const found: unknown = all[index];
  if (!isObject(found)) throw damaged();
  return found;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing where there is no such part. */
export const part = (value: unknown): Json => (isObject(value) ? value : {});
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const extension = (of: Json, name: string): Json => part(part(of.extensions)[name]);
export const hasPart = (of: Json, name: string): boolean => isObject(part(of.extensions)[name]);

export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export function whole(value: unknown, most: number): number {
  if (!isWhole(value) || value > most) throw damaged();
  return value;
}

/** So many numbers, or what stands for them. */
export function numbers(value: unknown, otherwise: readonly number[]): number[] {
  const given = list(value);
  const right = given.length === otherwise.length && given.every((one) => Number.isFinite(one));
  return right ? (given as number[]) : [...otherwise];
}

export const share = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise;
