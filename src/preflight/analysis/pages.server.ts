/** Owns the measured pages of a stored paper: the boxes, by our own reader; the pictures, by `pdftoppm` where it is. */
import { caps } from '../caps.server.ts';
import type { PaperBoxes } from '../pdf/page-boxes.ts';
import { runCapped } from '../run-capped.server.ts';
import { printedBy } from './foreign.server.ts';

/** Null where there is nothing to draw; throws where the child fell or needed too much. */
export async function boxesOfPaper(path: string, maxBodyPages: number): Promise<PaperBoxes | null> {
  const answer = await runCapped(
    '#app/preflight/analysis/boxes-child.server.ts',
    JSON.stringify({ path, maxBodyPages }),
    { native: false },
  );
  return JSON.parse(answer.toString()) as PaperBoxes | null;
}

/** A page as PNG, 1,100 px on its longer side; null where there is no renderer, or none to be had. */
export async function pageOf(path: string, page: number, program = 'pdftoppm'): Promise<Uint8Array | null> {
  const number = ['-f', String(page), '-l', String(page)];
  const wanted = ['-png', '-cropbox', '-scale-to', '1100', ...number];
  return printedBy(program, [...wanted, path], { ...caps, printedBytes: 16 * 1024 * 1024 });
}
