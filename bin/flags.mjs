// How Node runs Salon, whoever starts it (bin/salon says the same for the shell); figures in docs/performance.md.
import { join } from 'node:path';

/** A small young generation, and an old one that knows an end and so grows by less at a time: under 250 MB at no cost in time. */
export const flags = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=4',
  '--max-old-space-size=1024',
];

/**
 * What was compiled once is not compiled again, and memory that was freed goes back. Where the folder cannot be
 * written, nothing is lost but time.
 * @param {string} root
 */
export function thrift(root) {
  return {
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/salon'),
    MALLOC_ARENA_MAX: '2',
    ...process.env,
  };
}
