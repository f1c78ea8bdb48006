/** OBJ: corners, normals and faces in words, with the plain colours and pictures that a file beside it gives. */
import { floats, wholes } from './growing.ts';
import { linear } from './light.ts';
import {
  damaged,
  modelLimits,
  plainSurface,
  tooLarge,
  type Model,
  type Piece,
  type Surface,
} from './model.ts';
import type { Beside } from './read-model.ts';
import { WordReader } from './word-reader.ts';

/** A polygon is parted into a fan; with more corners it is no face. */
const mostCorners = 4096;

interface Group {
  corners: ReturnType<typeof floats>;
  normals: ReturnType<typeof floats>;
  spots: ReturnType<typeof floats>;
  triangles: ReturnType<typeof wholes>;
  flat: boolean;
}

export function readObj(bytes: Uint8Array, beside: Beside): Model {
  const points = floats(modelLimits.corners * 3);
  const normals = floats(modelLimits.corners * 3);
  const spots = floats(modelLimits.corners * 2);
  const groups = new Map<string, Group>();
  const stuff = new Map<string, Surface>();
  const pictures: Uint8Array[] = [];
  let group = groupNamed(groups, '');
  let total = 0;
  const words = new WordReader(bytes);
  while (words.nextLine()) {
    const what = words.word();
    if (what === 'v') for (let i = 0; i < 3; i++) points.push(words.number());
    else if (what === 'vn') for (let i = 0; i < 3; i++) normals.push(words.number());
    else if (what === 'vt')
      for (let i = 0; i < 2; i++) spots.push(i === 0 ? words.number() : 1 - words.number());
    else if (what === 'usemtl') group = groupNamed(groups, words.rest());
    else if (what === 'mtllib') readStuff(beside.get(words.rest()), { beside, stuff, pictures });
    else if (what === 'f') {
      const face: [number, number, number][] = [];
      for (let word = words.word(); word !== ''; word = words.word()) {
        if (face.length >= mostCorners) throw damaged();
        const [p, t, n] = word.split('/');
        face.push([
          placeOf(p, points.length / 3),
          placeOf(t, spots.length / 2),
          placeOf(n, normals.length / 3),
        ]);
      }
      if (face.some(([point]) => point < 0)) continue;
      total += Math.max(0, face.length - 2);
      if (total > modelLimits.triangles) throw tooLarge();
      const first = group.corners.length / 3;
      for (const [point, spot, normal] of face) {
        for (let i = 0; i < 3; i++) group.corners.push(points.at(point * 3 + i));
        for (let i = 0; i < 3; i++) group.normals.push(normal < 0 ? 0 : normals.at(normal * 3 + i));
        for (let i = 0; i < 2; i++) group.spots.push(spot < 0 ? 0 : spots.at(spot * 2 + i));
        if (normal >= 0) group.flat = false;
      }
      for (let at = 2; at < face.length; at++)
        for (const corner of [0, at - 1, at]) group.triangles.push(first + corner);
    }
  }
  return { pieces: [...groups].map(([name, one]) => pieceOf(one, stuff.get(name))), pictures };
}

function groupNamed(groups: Map<string, Group>, name: string): Group {
  const known = groups.get(name);
  if (known) return known;
  if (groups.size >= modelLimits.nodes) throw tooLarge();
  const most = modelLimits.corners;
  const made = {
    corners: floats(most * 3),
    normals: floats(most * 3),
    spots: floats(most * 2),
    triangles: wholes(modelLimits.triangles * 3),
    flat: true,
  };
  groups.set(name, made);
  return made;
}

/** Counted from one, or backwards from what came last; -1 where there is none such. */
function placeOf(word: string | undefined, count: number): number {
  const number = word ? Number(word) : 0;
  const place = number < 0 ? count + number : number - 1;
  return Number.isInteger(place) && place >= 0 && place < count ? place : -1;
}

function pieceOf({ corners, normals, spots, triangles, flat }: Group, surface = plainSurface): Piece {
  return {
    corners: corners.whole(),
    normals: flat ? null : normals.whole(),
    spots: surface.picture === null ? null : spots.whole(),
    tints: null,
    triangles: triangles.whole(),
    surface,
  };
}

interface Shelf {
  beside: Beside;
  stuff: Map<string, Surface>;
  pictures: Uint8Array[];
}

/** Of the file with the materials nothing is read but the colour, the picture and how much it covers. */
function readStuff(bytes: Uint8Array | undefined, { beside, stuff, pictures }: Shelf): void {
  if (!bytes) return;
  let name = '';
  const change = (more: Partial<Surface>) =>
    stuff.set(name, { ...(stuff.get(name) ?? plainSurface), ...more });
  for (const words = new WordReader(bytes); words.nextLine(); ) {
    const what = words.word();
    if (what === 'newmtl') {
      if (stuff.size >= modelLimits.nodes) throw tooLarge();
      name = words.rest();
      stuff.set(name, plainSurface);
    } else if (what === 'Kd') {
      const [r, g, b] = [words.number(), words.number(), words.number()].map((value) =>
        value >= 0 && value <= 1 ? linear(value) : 0.5,
      );
      change({ colour: [r!, g!, b!, stuff.get(name)?.colour[3] ?? 1] });
    } else if (what === 'd') {
      const cover = words.number();
      const [r, g, b] = (stuff.get(name) ?? plainSurface).colour;
      if (cover >= 0 && cover < 1) change({ colour: [r, g, b, cover], cover: 'sheer' });
    } else if (what === 'map_Kd') {
      const picture = beside.get(words.rest());
      if (!picture || pictures.length >= modelLimits.pictures) continue;
      change({ picture: pictures.push(picture) - 1, colour: [1, 1, 1, 1] });
    }
  }
}
