/**
 * Where a long list goes on. The token holds the whole question and the last place handed out, so that nothing is kept
 * for a harvester, and a record that changes meanwhile moves ahead of it and is not missed.
 */
import * as v from 'valibot';

const schema = v.strictObject({
  verb: v.picklist(['ListRecords', 'ListIdentifiers']),
  prefix: v.string(),
  set: v.string(),
  from: v.string(),
  until: v.string(),
  after: v.string(),
  cursor: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export type Resumption = v.InferOutput<typeof schema>;

export const tokenOf = (resumption: Resumption): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(resumption));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};

/** Null for whatever we did not write. */
export function readToken(token: string): Resumption | null {
  try {
    const text = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder().decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
    const parsed = v.safeParse(schema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
