/** glTF 2.0 and GLB: every node of the scene that has a shape, in the pose in which it stands still. */
import { floatsOf, placesOf, widthOf } from './gltf-accessor.ts';
import {
  documentIn,
  entry,
  hasPart,
  isWhole,
  list,
  numbers,
  packedTightly,
  part,
  type Document,
  type Json,
} from './gltf-document.ts';
import { Dresses, turnedSpots } from './gltf-surface.ts';
import { modelLimits, tooLarge, type Model, type Piece } from './model.ts';
import type { Beside } from './read-model.ts';
import { movedNormals, movedPoints, placed, still, times, type Matrix } from './transform.ts';

export function readGltf(bytes: Uint8Array, beside: Beside): Model {
  const document = documentIn(bytes, beside);
  const dresses = new Dresses(document);
  const pieces: Piece[] = [];
  let triangles = 0;
  let corners = 0;
  for (const { mesh, place } of shapesOf(document))
    for (const primitive of list(entry(document, 'meshes', mesh).primitives)) {
      const piece = pieceOf(document, part(primitive), { place, dresses });
      if (!piece) continue;
      triangles += piece.triangles.length / 3;
      corners += piece.corners.length / 3;
      if (triangles > modelLimits.triangles || corners > modelLimits.corners) throw tooLarge();
      pieces.push(piece);
    }
  return { pieces, pictures: dresses.pictures };
}

/** A node that is its own forebear ends at the depth that no model needs; each is seen a bounded number of times. */
function shapesOf(document: Document): { mesh: unknown; place: Matrix }[] {
  const { scenes, scene, nodes } = document.json;
  const roots =
    list(scenes).length > 0
      ? list(entry(document, 'scenes', isWhole(scene) ? scene : 0).nodes)
      : rootsOf(nodes);
  const open = roots.map((node) => ({ node, place: still, depth: 0 }));
  const found: { mesh: unknown; place: Matrix }[] = [];
  for (let seen = 0; open.length > 0; seen++) {
    const { node: index, place: above, depth } = open.pop()!;
    if (seen > modelLimits.nodes || depth > modelLimits.depth) throw tooLarge();
    const node = entry(document, 'nodes', index);
    const place = times(above, placeOf(node));
    if (node.mesh !== undefined) found.push({ mesh: node.mesh, place });
    for (const child of list(node.children)) open.push({ node: child, place, depth: depth + 1 });
    if (open.length > modelLimits.nodes) throw tooLarge();
  }
  return found;
}

/** Where no scene is told, whatever is nobody's child. */
function rootsOf(nodes: unknown): unknown[] {
  const children = new Set(list(nodes).flatMap((node) => list(part(node).children)));
  return list(nodes).flatMap((_node, at) => (children.has(at) ? [] : [at]));
}

function placeOf(node: Json): Matrix {
  if (node.matrix !== undefined) return numbers(node.matrix, still);
  return placed(
    numbers(node.translation, [0, 0, 0]),
    numbers(node.rotation, [0, 0, 0, 1]),
    numbers(node.scale, [1, 1, 1]),
  );
}

function pieceOf(
  document: Document,
  primitive: Json,
  { place, dresses }: { place: Matrix; dresses: Dresses },
): Piece | null {
  const mode = primitive.mode ?? 4;
  // Points and lines have no surface.
  if (mode !== 4 && mode !== 5 && mode !== 6) return null;
  if (hasPart(primitive, 'KHR_draco_mesh_compression')) throw packedTightly('Draco');
  const { POSITION, NORMAL, COLOR_0, ...others } = part(primitive.attributes);
  if (POSITION === undefined) return null;
  const corners = floatsOf(document, POSITION, 3);
  const count = corners.length / 3;
  const same = (numbers: Float32Array, width: number) => (numbers.length / width === count ? numbers : null);
  const { surface, spots, turned } = dresses.of(primitive.material);
  const spotsAt = others[`TEXCOORD_${spots}`];
  const normals = NORMAL === undefined ? null : same(floatsOf(document, NORMAL, 3), 3);
  const places =
    spotsAt === undefined || surface.picture === null ? null : same(floatsOf(document, spotsAt, 2), 2);
  const tints =
    COLOR_0 === undefined || widthOf(document, COLOR_0) < 3 ? null : same(floatsOf(document, COLOR_0, 3), 3);
  const order =
    primitive.indices === undefined
      ? Uint32Array.from({ length: count }, (_value, at) => at)
      : placesOf(document, primitive.indices, count);
  return {
    corners: movedPoints(corners, place),
    normals: normals && movedNormals(normals, place),
    spots: places && turnedSpots(places, turned),
    tints: tints && Uint16Array.from(tints, (value) => Math.min(1, Math.max(0, value || 0)) * 65535),
    triangles: triangled(order, mode),
    surface,
  };
}

/** Strips and fans as single triangles. */
function triangled(order: Uint32Array, mode: 4 | 5 | 6): Uint32Array {
  if (mode === 4) return order.subarray(0, order.length - (order.length % 3));
  const out = new Uint32Array(Math.max(0, order.length - 2) * 3);
  for (let at = 2; at < order.length; at++) {
    const [a, b] = mode === 6 ? [0, at - 1] : at % 2 === 0 ? [at - 2, at - 1] : [at - 1, at - 2];
    out.set([order[a]!, order[b]!, order[at]!], (at - 2) * 3);
  }
  return out;
}
