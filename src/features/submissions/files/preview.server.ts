/** Pictures of stored pictures: drawn anew at most 1600 px wide or high, without anything embedded, kept as a blob. */
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { derivativeOf, redrawn, type Derivative } from './derivatives.server.ts';

const making = new Map<string, Promise<Derivative | null>>();

/** Null where the picture cannot be read. */
export async function previewOf(sha256: string, now: Date): Promise<Derivative | null> {
  const running = making.get(sha256);
  if (running) return running;
  const context = { viewer: systemViewer('files.preview'), now };
  const work = derivativeOf(context, { of: sha256, kind: 'preview-1600' }, () => drawn(sha256)).finally(() =>
    making.delete(sha256),
  );
  making.set(sha256, work);
  return work;
}

async function drawn(sha256: string): Promise<Derivative | null> {
  const { files, log } = resources();
  try {
    return await redrawn(files.localPath(sha256));
  } catch (problem) {
    log.accident('preview', problem, { sha256 });
    return null;
  }
}
