/** For tests: models in three dimensions, written by code. What a program would leave inside of one is in them too. */
import { secrets } from './renditions.ts';

export interface Shape {
  corners: number[];
  triangles: number[];
  normals?: number[];
  spots?: number[];
}

/** A ring that lies flat, with its normals. */
export function ring(steps = 48, thickness = 0.4): Shape {
  const shape = {
    corners: [] as number[],
    normals: [] as number[],
    spots: [] as number[],
    triangles: [] as number[],
  };
  for (let i = 0; i <= steps; i++)
    for (let j = 0; j <= steps; j++) {
      const [a, b] = [(i * 2 * Math.PI) / steps, (j * 2 * Math.PI) / steps];
      const normal = [Math.cos(a) * Math.cos(b), Math.sin(b), Math.sin(a) * Math.cos(b)];
      shape.normals.push(...normal);
      shape.corners.push(
        Math.cos(a) + normal[0]! * thickness,
        normal[1]! * thickness,
        Math.sin(a) + normal[2]! * thickness,
      );
      shape.spots.push((i * 4) / steps, j / steps);
      if (i === steps || j === steps) continue;
      const at = i * (steps + 1) + j;
      shape.triangles.push(at, at + 1, at + steps + 1, at + 1, at + steps + 2, at + steps + 1);
    }
  return shape;
}

/** A cube of side two, each of its faces with corners of its own. */
export function cube(): Shape {
  const shape = { corners: [] as number[], spots: [] as number[], triangles: [] as number[] };
  for (let axis = 0; axis < 3; axis++)
    for (const side of [-1, 1]) {
      const first = shape.corners.length / 3;
      for (const [u, v] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const) {
        const corner = [0, 0, 0];
        corner[axis] = side;
        corner[(axis + 1) % 3] = u * side;
        corner[(axis + 2) % 3] = v;
        shape.corners.push(...corner);
        shape.spots.push((u + 1) / 2, (v + 1) / 2);
      }
      shape.triangles.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
  return shape;
}

export interface Making {
  material?: object;
  image?: { mime: string; bytes: Uint8Array };
  /** Other parts of the document, or in place of ours. */
  more?: Record<string, unknown>;
  node?: object;
  primitive?: object;
}

/** As a program would write it, who made it and with what included. */
export function gltfOf(shape: Shape, { material, image, more, node, primitive }: Making = {}) {
  const parts: Uint8Array[] = [];
  const views: object[] = [];
  const accessors: object[] = [];
  let length = 0;
  const view = (bytes: Uint8Array) => {
    views.push({ buffer: 0, byteOffset: length, byteLength: bytes.length });
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    parts.push(padded);
    length += padded.length;
    return views.length - 1;
  };
  const list = (numbers: Float32Array | Uint32Array, type: string, width: number) => {
    const bufferView = view(new Uint8Array(numbers.buffer));
    const componentType = numbers instanceof Uint32Array ? 5125 : 5126;
    accessors.push({ bufferView, componentType, type, count: numbers.length / width });
    return accessors.length - 1;
  };
  const attributes: Record<string, number> = { POSITION: list(new Float32Array(shape.corners), 'VEC3', 3) };
  if (shape.normals) attributes.NORMAL = list(new Float32Array(shape.normals), 'VEC3', 3);
  if (shape.spots) attributes.TEXCOORD_0 = list(new Float32Array(shape.spots), 'VEC2', 2);
  const indices = list(new Uint32Array(shape.triangles), 'SCALAR', 1);
  const [serial, name, place, prompt] = secrets as [string, string, string, string];
  const pictured = image && {
    images: [{ mimeType: image.mime, bufferView: view(image.bytes), name: place }],
    textures: [{ source: 0 }],
  };
  const json = {
    asset: { version: '2.0', generator: serial, copyright: name, extras: { prompt } },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: place, ...node }],
    meshes: [
      { name: place, extras: { prompt }, primitives: [{ attributes, indices, material: 0, ...primitive }] },
    ],
    materials: [material ?? { pbrMetallicRoughness: { baseColorFactor: [0.6, 0.1, 0.1, 1] } }],
    accessors,
    bufferViews: views,
    ...pictured,
    ...more,
  };
  const rest = new Uint8Array(length);
  let at = 0;
  for (const one of parts) {
    rest.set(one, at);
    at += one.length;
  }
  return { json, rest };
}

export function glbOf(shape: Shape, making: Making = {}): Uint8Array {
  const { json, rest } = gltfOf(shape, making);
  return packedGlb({ ...json, buffers: [{ byteLength: rest.length }] }, rest);
}

export function packedGlb(json: object, rest: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const spaces = (4 - (text.length % 4)) % 4;
  const out = new Uint8Array(12 + 8 + text.length + spaces + 8 + rest.length).fill(32);
  const view = new DataView(out.buffer);
  const words = [0x46546c67, 2, out.length, text.length + spaces, 0x4e4f534a];
  words.forEach((word, at) => view.setUint32(at * 4, word, true));
  out.set(text, 20);
  const next = 20 + text.length + spaces;
  view.setUint32(next, rest.length, true);
  view.setUint32(next + 4, 0x004e4942, true);
  out.set(rest, next + 8);
  return out;
}

/** As it stands on a printer: z upwards. */
export function stlOf({ corners, triangles }: Shape): { binary: Uint8Array; words: Uint8Array } {
  const turned = (corner: number) => [
    corners[corner * 3]!,
    -corners[corner * 3 + 2]!,
    corners[corner * 3 + 1]!,
  ];
  const binary = new Uint8Array(84 + (triangles.length / 3) * 50);
  const view = new DataView(binary.buffer);
  binary.set(new TextEncoder().encode(`solid ${secrets[0]}`));
  view.setUint32(80, triangles.length / 3, true);
  let words = `solid ${secrets[0]}\n`;
  triangles.forEach((corner, at) => {
    const point = turned(corner);
    const from = 84 + Math.floor(at / 3) * 50 + 12 + (at % 3) * 12;
    point.forEach((value, axis) => view.setFloat32(from + axis * 4, value, true));
    if (at % 3 === 0) words += 'facet normal 0 0 0\nouter loop\n';
    words += `vertex ${point.join(' ')}\n`;
    if (at % 3 === 2) words += 'endloop\nendfacet\n';
  });
  return { binary, words: new TextEncoder().encode(`${words}endsolid\n`) };
}

export function objOf({ corners, triangles }: Shape): Uint8Array {
  let words = `# ${secrets[1]}\r\no thing\r\n`;
  for (let at = 0; at < corners.length; at += 3) words += `v ${corners.slice(at, at + 3).join(' ')}\r\n`;
  for (let at = 0; at < triangles.length; at += 3)
    words += `f ${triangles
      .slice(at, at + 3)
      .map((corner) => corner + 1)
      .join(' ')}\r\n`;
  return new TextEncoder().encode(words);
}

/** `tints`: red, green and blue of each corner, as bytes. */
export function plyOf({ corners, triangles }: Shape, tints: number[] = []) {
  const count = corners.length / 3;
  const hues = tints.length > 0 ? 'property uchar red\nproperty uchar green\nproperty uchar blue\n' : '';
  const head = (format: string) =>
    `ply\nformat ${format} 1.0\ncomment ${secrets[2]}\nelement vertex ${count}\nproperty float x\nproperty float y\nproperty float z\n${hues}element face ${triangles.length / 3}\nproperty list uchar int vertex_indices\nend_header\n`;
  const lines: string[] = [];
  for (let at = 0; at < count; at++)
    lines.push([...corners.slice(at * 3, at * 3 + 3), ...tints.slice(at * 3, at * 3 + 3)].join(' '));
  for (let at = 0; at < triangles.length; at += 3) lines.push(`3 ${triangles.slice(at, at + 3).join(' ')}`);
  const packed = new DataView(new ArrayBuffer(corners.length * 4 + (triangles.length / 3) * 13));
  corners.forEach((value, at) => packed.setFloat32(at * 4, value, true));
  for (let at = 0; at < triangles.length; at += 3) {
    const from = corners.length * 4 + (at / 3) * 13;
    packed.setUint8(from, 3);
    triangles.slice(at, at + 3).forEach((corner, i) => packed.setInt32(from + 1 + i * 4, corner, true));
  }
  const binary = Buffer.concat([Buffer.from(head('binary_little_endian')), new Uint8Array(packed.buffer)]);
  return {
    binary: new Uint8Array(binary),
    words: new TextEncoder().encode(`${head('ascii')}${lines.join('\n')}\n`),
  };
}
