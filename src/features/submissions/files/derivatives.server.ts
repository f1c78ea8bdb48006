/**
 * Pictures made of stored files, kept as blobs of their own: a preview of a picture, a still of a film, a page of a
 * paper. Each can be made again. Whatever drew it first, it leaves as WebP that was drawn anew in a capped child.
 */
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { runCapped } from '#app/preflight/run-capped.server.ts';
import { findDerivative, insertDerivative } from './queries.server.ts';

export interface Derivative {
  sha256: string;
  bytes: number;
  mime: string;
}

/** The one that is kept, or the one that `draw` makes now; null where it cannot. */
export async function derivativeOf(
  context: Context,
  named: { of: string; kind: string },
  draw: () => Promise<Derivative | null>,
): Promise<Derivative | null> {
  const kept = await derivative(context, named);
  if (kept) return kept;
  const made = await draw();
  return made && (await keepDerivative(context, { ...named, ...made }));
}

/** Throws where the picture at this path cannot be read within the caps. */
export async function redrawn(path: string): Promise<Derivative> {
  const picture = await runCapped('#app/features/submissions/files/drawing.server.ts', path);
  return { ...(await resources().files.keep(Readable.from([picture]))), mime: 'image/webp' };
}

/** The same of a picture that another program has just made, and that is kept nowhere. */
export async function redrawnFrom(picture: Uint8Array): Promise<Derivative> {
  const path = join(resources().files.incoming, `drawn-${randomId()}`);
  try {
    await writeFile(path, picture, { mode: 0o600 });
    return await redrawn(path);
  } finally {
    await rm(path, { force: true });
  }
}

const derivative = read({
  name: 'files.derivative',
  input: v.object({ of: v.string(), kind: v.string() }),
  allow: theSystem,
  run: async ({ db }, _subject, { of, kind }) => (await findDerivative(db, of, kind)) ?? null,
});

const keepDerivative = operation({
  name: 'files.keepDerivative',
  input: v.object({
    of: v.string(),
    kind: v.string(),
    sha256: v.string(),
    bytes: v.number(),
    mime: v.string(),
  }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { of, kind, ...made }) => {
    await insertDerivative(db, { ofSha256: of, kind, ...made, madeAt: now });
    note({ subjectId: of });
    return made;
  },
});
