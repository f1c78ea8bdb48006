/** How a surface of a glTF looks: its colour, its picture, and whether one sees through it. Metal is drawn as paint. */
import {
  bytesAt,
  entry,
  extension,
  hasPart,
  isWhole,
  numbers,
  part,
  share,
  viewOf,
  type Document,
  type Json,
} from './gltf-document.ts';
import { modelLimits, plainSurface, type Surface, type Wrap } from './model.ts';

export interface Dress {
  surface: Surface;
  /** Which list of spots its picture goes by. */
  spots: number;
  turned: { offset: number[]; rotation: number; scale: number[] } | null;
}

export class Dresses {
  readonly pictures: Uint8Array[] = [];
  readonly #document: Document;
  readonly #known = new Map<unknown, Dress>();
  readonly #pictureOf = new Map<number, number | null>();

  constructor(document: Document) {
    this.#document = document;
  }

  of(material: unknown): Dress {
    const known = this.#known.get(material);
    if (known) return known;
    const dress = isWhole(material)
      ? this.#dressed(entry(this.#document, 'materials', material))
      : { surface: plainSurface, spots: 0, turned: null };
    this.#known.set(material, dress);
    return dress;
  }

  #dressed(material: Json): Dress {
    const usual = part(material.pbrMetallicRoughness);
    const older = extension(material, 'KHR_materials_pbrSpecularGlossiness');
    const isOlder = Object.keys(older).length > 0;
    const texture = part(isOlder ? older.diffuseTexture : usual.baseColorTexture);
    const colour = numbers(isOlder ? older.diffuseFactor : usual.baseColorFactor, [1, 1, 1, 1]);
    const bend = extension(texture, 'KHR_texture_transform');
    const { picture, wrap } = this.#picture(texture.index);
    const covers = { MASK: 'cut', BLEND: 'sheer' } as const;
    const spots = bend.texCoord ?? texture.texCoord;
    return {
      surface: {
        colour: colour.map((value) => share(value, 1)) as unknown as Surface['colour'],
        glow: numbers(
          material.emissiveTexture ? null : material.emissiveFactor,
          [0, 0, 0],
        ) as unknown as Surface['glow'],
        picture,
        wrap,
        cover: covers[material.alphaMode as keyof typeof covers] ?? 'whole',
        cutAt: share(material.alphaCutoff, 0.5),
        unlit: hasPart(material, 'KHR_materials_unlit'),
      },
      spots: isWhole(spots) ? spots : 0,
      turned:
        Object.keys(bend).length > 0
          ? {
              offset: numbers(bend.offset, [0, 0]),
              rotation: Number.isFinite(bend.rotation) ? Number(bend.rotation) : 0,
              scale: numbers(bend.scale, [1, 1]),
            }
          : null,
    };
  }

  #picture(index: unknown): Pick<Surface, 'picture' | 'wrap'> {
    const wrap: [Wrap, Wrap] = ['repeat', 'repeat'];
    if (!isWhole(index)) return { picture: null, wrap };
    const texture = entry(this.#document, 'textures', index);
    if (isWhole(texture.sampler)) {
      const { wrapS, wrapT } = entry(this.#document, 'samplers', texture.sampler);
      wrap[0] = wraps[String(wrapS)] ?? 'repeat';
      wrap[1] = wraps[String(wrapT)] ?? 'repeat';
    }
    const source = isWhole(texture.source) ? texture.source : extension(texture, 'EXT_texture_webp').source;
    if (!isWhole(source)) return { picture: null, wrap };
    if (!this.#pictureOf.has(source)) this.#pictureOf.set(source, this.#kept(source));
    return { picture: this.#pictureOf.get(source)!, wrap };
  }

  /** A picture that is not there leaves the colour of the surface. */
  #kept(source: number): number | null {
    const image = entry(this.#document, 'images', source);
    const bytes =
      image.bufferView === undefined
        ? bytesAt(this.#document, image.uri)
        : viewOf(this.#document, image.bufferView).bytes;
    if (!bytes || this.pictures.length >= modelLimits.pictures) return null;
    return this.pictures.push(bytes) - 1;
  }
}

const wraps: Record<string, Wrap> = { 33071: 'clamp', 33648: 'mirror', 10497: 'repeat' };

/** Spots of a picture, moved as its surface says (KHR_texture_transform). */
export function turnedSpots(spots: Float32Array, turned: Dress['turned']): Float32Array {
  if (!turned) return spots;
  const { offset, rotation, scale } = turned;
  const [c, s] = [Math.cos(rotation), Math.sin(rotation)];
  const out = new Float32Array(spots.length);
  for (let at = 0; at + 1 < spots.length; at += 2) {
    const [u, v] = [spots[at]! * scale[0]!, spots[at + 1]! * scale[1]!];
    out[at] = c * u + s * v + offset[0]!;
    out[at + 1] = c * v - s * u + offset[1]!;
  }
  return out;
}
