/** A disk without room is nobody's mistake, and yet it has a sentence: what was sent is not kept, and what to do. */
import { statfsSync } from 'node:fs';
import { invalid } from './refusal.ts';
import { resources } from './resources.server.ts';

/** Under this, the next file or the next page of a table may be the one that does not fit. */
const tooLittle = 1_000_000;

/** Under one megabyte left on the disk of the uploads, for a user without privileges. */
export function diskIsFull(): boolean {
  const { bavail, bsize } = statfsSync(resources().files.incoming);
  return bavail * bsize < tooLittle;
}

/** For a change: nothing of it was kept, so it is refused in words; the log has what the system said. */
export async function refusedWhenFull<R>(change: () => Promise<R>): Promise<R> {
  try {
    return await change();
  } catch (problem) {
    const { code } = problem as { code?: string };
    // PostgreSQL's own code for it; one that fell over for want of room says only that it is gone.
    const full = code === '53100' || code === 'ENOSPC' || (isGone(problem) && diskIsFull());
    if (!full) throw problem;
    resources().log.accident('full disk', problem);
    throw invalid(
      'There is no room left on our side, so nothing was changed and nothing received. Please tell the organizers, and try again later.',
    );
  }
}

function isGone(problem: unknown): boolean {
  const { code = '', message = '' } = problem as { code?: string; message?: string };
  return /^(57P0|08|ECONN|ENOENT)/.test(code) || /terminated|not queryable/.test(message);
}
