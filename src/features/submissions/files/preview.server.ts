/** Pictures of stored pictures: drawn anew at most 1600 px wide or high, without anything embedded, kept as a blob. */
import { Readable } from 'node:stream';
import * as v from 'valibot';
import { operation, read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { runCapped } from '#app/preflight/run-capped.server.ts';
import { findDerivative, insertDerivative } from './queries.server.ts';

const kind = 'preview-1600';
export interface Derivative {
  sha256: string;
  bytes: number;
  mime: string;
}

const making = new Map<string, Promise<Derivative | null>>();

/** Null where the picture cannot be read. */
export async function previewOf(sha256: string, now: Date): Promise<Derivative | null> {
  const context = { viewer: systemViewer('files.preview'), now };
  const kept = await derivative(context, { of: sha256 });
  if (kept) return kept;
  const running = making.get(sha256);
  if (running) return running;
  const work = drawn(sha256)
    .then(async (made) => made && (await keepDerivative(context, { of: sha256, ...made })))
    .finally(() => making.delete(sha256));
  making.set(sha256, work);
  return work;
}

async function drawn(sha256: string): Promise<Derivative | null> {
  const { files, log } = resources();
  try {
    const picture = await runCapped(
      '#app/features/submissions/files/drawing.server.ts',
      files.localPath(sha256),
    );
    return { ...(await files.keep(Readable.from([picture]))), mime: 'image/webp' };
  } catch (problem) {
    log.accident('preview', problem, { sha256 });
    return null;
  }
}

const derivative = read({
  name: 'files.derivative',
  input: v.object({ of: v.string() }),
  allow: theSystem,
  run: async ({ db }, _subject, { of }) => (await findDerivative(db, of, kind)) ?? null,
});

const keepDerivative = operation({
  name: 'files.keepDerivative',
  input: v.object({ of: v.string(), sha256: v.string(), bytes: v.number(), mime: v.string() }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { of, ...made }) => {
    await insertDerivative(db, { ofSha256: of, kind, ...made, madeAt: now });
    note({ subjectId: of });
    return made;
  },
});
