/** What a rendition was made by, as one hash: where any of it changes, it is made again, and nothing else is. */
import { createHash } from 'node:crypto';
import type { Facts, SourceFile } from './facts.ts';
import { publicKind } from './stems.ts';

/** Raised whenever the same file and the same facts would give other bytes. */
const code = 3;
/** The same of views of 3D models alone. */
const views = 1;

/** `tools`: the programs that were there; a film is made again once there is a decoder. */
export function recipeOf(facts: Facts, file: SourceFile, stem: string, tools: readonly string[]): string {
  const { kind, title, language, creators, credit, licence, preference, sourceType, maxPixels, page } = facts;
  const said = [kind, title, language, creators, credit, licence.label, licence.url, preference];
  const { sha256, role, alt, description, mime, name, parts = [] } = file;
  const of = [sha256, role, alt, description, mime, name, parts.map((one) => [one.path, one.sha256])];
  const drawn = publicKind(file) === 'model' ? [views] : [];
  return createHash('sha256')
    .update(JSON.stringify([code, stem, of, said, sourceType, maxPixels, page, tools, ...drawn]))
    .digest('hex');
}
