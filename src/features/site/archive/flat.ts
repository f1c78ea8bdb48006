/**
 * JSON-LD with every thing on one level, as RO-Crate wants it: what stood inside of another is named, and pointed to.
 * The same things give the same names.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { JsonLd } from '#app/features/works/citing/json-ld.ts';

export type Entity = JsonLd & { '@id': string };

/** Adds a thing and all within it; two that have one name are one. Resolves to the reference. */
export function addFlat(
  entities: Map<string, Entity>,
  { '@context': _said, ...thing }: JsonLd,
): { '@id': string } {
  const flat = Object.fromEntries(
    Object.entries(thing).map(([name, value]) => [name, flatValue(entities, value)]),
  );
  const id = typeof thing['@id'] === 'string' ? thing['@id'] : nameOf(flat);
  entities.set(id, { ...flat, ...entities.get(id), '@id': id });
  return { '@id': id };
}

function flatValue(entities: Map<string, Entity>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => flatValue(entities, one));
  if (typeof value !== 'object' || value === null) return value;
  const thing = value as JsonLd;
  return '@type' in thing ? addFlat(entities, thing) : thing;
}

const nameOf = (thing: JsonLd) =>
  `#${String(thing['@type']).split(',')[0]!.toLowerCase()}-${bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(thing)))).slice(0, 16)}`;
